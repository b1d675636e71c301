Feature: Native sidecars: how they stop

  @STERM-01
  Scenario: When the app ends by itself, sidecars are stopped one after the other, the last first
    When I apply:
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: reverse}
      spec:
        restartPolicy: Never
        initContainers:
          - {name: sidecar-1, image: busybox, restartPolicy: Always, command: [sh, -c, 'trap "sleep 1; exit 0" TERM; sleep 600 & wait $!']}
          - {name: sidecar-2, image: busybox, restartPolicy: Always, command: [sh, -c, 'trap "sleep 1; exit 0" TERM; sleep 600 & wait $!']}
          - {name: sidecar-3, image: busybox, restartPolicy: Always, command: [sh, -c, 'trap "sleep 1; exit 0" TERM; sleep 600 & wait $!']}
        containers:
          - {name: app, image: busybox, command: [sleep, '2']}
      """
    Then it happens in this order:
      | container "app" completes     |
      | sidecar "sidecar-3" completes |
      | sidecar "sidecar-2" completes |
      | sidecar "sidecar-1" completes |
    # Each takes a second from its TERM on, so it cannot have got it before the one after it was gone.
    And sidecar "sidecar-3" exits at least 1s after container "app" exits
    And sidecar "sidecar-2" exits at least 1s after sidecar "sidecar-3" exits
    And sidecar "sidecar-1" exits at least 1s after sidecar "sidecar-2" exits
    And the run of sidecar "sidecar-3" lies within the run of sidecar "sidecar-2"
    And the run of sidecar "sidecar-2" lies within the run of sidecar "sidecar-1"
    And the pod is Succeeded
    And the pod has never been Failed
    And the containers of the pod are:
      | container | state      | code | reason    | restarts |
      | sidecar-1 | terminated | 0    | Completed | 0        |
      | sidecar-2 | terminated | 0    | Completed | 0        |
      | sidecar-3 | terminated | 0    | Completed | 0        |

  @STERM-02
  Scenario: On deletion no sidecar gets TERM before the app is gone
    When I apply:
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: patient}
      spec:
        terminationGracePeriodSeconds: 20
        initContainers:
          - {name: sidecar-1, image: busybox, restartPolicy: Always, command: [sh, -c, 'trap "echo got TERM; sleep 1; exit 0" TERM; sleep 600 & wait $!']}
          - {name: sidecar-2, image: busybox, restartPolicy: Always, command: [sh, -c, 'trap "echo got TERM; sleep 1; exit 0" TERM; sleep 600 & wait $!']}
        containers:
          - {name: app, image: busybox, command: [sh, -c, 'trap "sleep 4; exit 0" TERM; echo up; sleep 600 & wait $!']}
      """
    Then container "app" logs "up"
    When I pin the pod
    And I delete pod "patient"
    Then container "app" exits at least 3s and at most 8s after I delete pod "patient"
    And it happens in this order:
      | container "app" completes     |
      | sidecar "sidecar-2" completes |
      | sidecar "sidecar-1" completes |
    # Each takes a second from its TERM on, so it cannot have got it before the one after it was gone.
    And sidecar "sidecar-2" exits at least 1s after container "app" exits
    And sidecar "sidecar-1" exits at least 1s after sidecar "sidecar-2" exits
    And sidecar "sidecar-2" logs "got TERM" within 20s
    And sidecar "sidecar-1" logs "got TERM" within 20s
    And the containers of the pod are:
      | container | state      | code |
      | app       | terminated | 0    |
      | sidecar-1 | terminated | 0    |
      | sidecar-2 | terminated | 0    |
    When I release the pod
    Then the pod is gone

  @STERM-03
  Scenario: An app that uses up the grace period is killed, and sidecars get about two seconds
    When I apply:
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: exceeding}
      spec:
        restartPolicy: Never
        terminationGracePeriodSeconds: 4
        initContainers:
          - {name: slow-1, image: busybox, restartPolicy: Always, command: [sh, -c, 'trap "sleep 20; exit 0" TERM; sleep 600 & wait $!']}
          - {name: quick, image: busybox, restartPolicy: Always, command: [sh, -c, 'trap "exit 0" TERM; sleep 600 & wait $!']}
          - {name: slow-2, image: busybox, restartPolicy: Always, command: [sh, -c, 'trap "sleep 20; exit 0" TERM; sleep 600 & wait $!']}
        containers:
          - {name: app, image: busybox, command: [sh, -c, 'trap "sleep 20; exit 0" TERM; echo up; sleep 600 & wait $!']}
      """
    Then container "app" logs "up"
    When I pin the pod
    And I delete pod "exceeding"
    Then container "app" exits with code 137 at least 3s and at most 8s after I delete pod "exceeding"
    And the pod is Failed within 30s
    And the containers of the pod are:
      | container | state      | code | reason    |
      | app       | terminated | 137  | Error     |
      | slow-1    | terminated | 137  | Error     |
      | quick     | terminated | 0    | Completed |
      | slow-2    | terminated | 137  | Error     |
    And sidecar "quick" exits at least 3s and at most 8s after I delete pod "exceeding"
    And sidecar "slow-1" exits at least 5s and at most 11s after I delete pod "exceeding"
    And sidecar "slow-2" exits at least 5s and at most 11s after I delete pod "exceeding"

  @STERM-04
  Scenario Outline: A sidecar that ends badly (<how>) does not fail the pod
    When I apply:
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: forgiving}
      spec:
        restartPolicy: Never
        terminationGracePeriodSeconds: 3
        initContainers:
          - {name: sidecar-1, image: busybox, restartPolicy: Always, command: [sh, -c, 'trap "exit 0" TERM; sleep 600 & wait $!']}
          - {name: sidecar-2, image: busybox, restartPolicy: Always, command: [sh, -c, '<trap> sleep 600 & wait $!']<hook>}
          - {name: sidecar-3, image: busybox, restartPolicy: Always, command: [sh, -c, 'trap "exit 0" TERM; sleep 600 & wait $!']}
        containers:
          - {name: app, image: busybox, command: [sleep, '2']}
      """
    Then container "app" completes
    And the pod is Succeeded
    And sidecar "sidecar-2" is terminated with code <code> and reason "<reason>"
    And sidecar "sidecar-1" is terminated with code 0
    And sidecar "sidecar-3" is terminated with code 0
    And the pod has never been Failed
    And event "FailedPreStopHook" <event> reported for sidecar "sidecar-2"

    Examples:
      | how          | trap                | hook                                                 | code | reason    | event          |
      | exits with 1 | trap "exit 1" TERM; |                                                      | 1    | Error     | has never been |
      | is killed    | trap "" TERM;       |                                                      | 137  | Error     | has never been |
      | failing hook | trap "exit 0" TERM; | , lifecycle: {preStop: {exec: {command: ['false']}}} | 0    | Completed | is             |

  @STERM-05
  Scenario: A pod deleted during initialisation ends quickly and nothing else ever starts
    When I apply:
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: early}
      spec:
        restartPolicy: Never
        initContainers:
          - {name: init, image: busybox, command: [sleep, '600']}
          - {name: sidecar, image: busybox, restartPolicy: Always, command: [sleep, '600'], lifecycle: {preStop: {exec: {command: [sleep, '5']}}}}
        containers:
          - {name: app, image: busybox, command: [sleep, '600']}
      """
    Then init container "init" is running
    When I delete pod "early" with a grace period of 3s
    Then the pod is gone at most 9s after I delete pod "early"
    And sidecar "sidecar" has never started
    And container "app" has never started

  @STERM-06
  Scenario: A pod deleted while a sidecar is not started yet stops gracefully, long before a long grace period is over
    When I apply:
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: gracefully}
      spec:
        restartPolicy: Never
        terminationGracePeriodSeconds: 180
        initContainers:
          - {name: sidecar-1, image: busybox, restartPolicy: Always, command: [sh, -c, 'trap "exit 0" TERM; sleep 600 & wait $!']}
          - name: sidecar-2
            image: busybox
            restartPolicy: Always
            command: [sh, -c, 'trap "echo got TERM; sleep 1; exit 0" TERM; echo up; sleep 600 & wait $!']
            startupProbe: {exec: {command: ['false']}, periodSeconds: 1, failureThreshold: 600}
          - {name: sidecar-3, image: busybox, restartPolicy: Always, command: [sleep, '600']}
        containers:
          - {name: app, image: busybox, command: [sleep, '600']}
      """
    Then sidecar "sidecar-2" logs "up"
    And sidecar "sidecar-2" is not started
    When I delete pod "gracefully"
    Then the pod is gone at most 30s after I delete pod "gracefully"
    And sidecar "sidecar-2" logs "got TERM"
    And sidecar "sidecar-2" completes before sidecar "sidecar-1" completes
    And sidecar "sidecar-3" has never started
    And container "app" has never started

  @STERM-07
  Scenario: A sidecar that exits by itself while its pod is terminating is not started again
    When I apply:
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: final}
      spec:
        terminationGracePeriodSeconds: 20
        initContainers:
          - {name: sidecar, image: busybox, restartPolicy: Always, command: [sh, -c, 'until [ -e /tmp/end ]; do sleep 0.2; done; exit 0']}
        containers:
          - {name: app, image: busybox, command: [sh, -c, 'trap "echo got TERM; sleep 8; exit 0" TERM; echo up; sleep 600 & wait $!']}
      """
    Then container "app" logs "up"
    When I pin the pod
    And I delete pod "final"
    Then container "app" logs "got TERM"
    When I run "touch /tmp/end" in sidecar "sidecar"
    Then sidecar "sidecar" completes between container "app" logs "got TERM" and container "app" completes
    And sidecar "sidecar" has started exactly 1 time
    And sidecar "sidecar" is terminated with code 0 within 30s
    And sidecar "sidecar" has restart count 0

  @STERM-08
  Scenario: While the app shuts down its sidecars still handle its last line and its last request
    When I apply:
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: last-words}
      spec:
        terminationGracePeriodSeconds: 15
        volumes: [{name: logs, emptyDir: {}}]
        initContainers:
          - name: collector
            image: busybox
            restartPolicy: Always
            command: [sh, -c, 'touch /logs/app.log; trap "exit 0" TERM; tail -n +1 -F /logs/app.log & wait $!']
            volumeMounts: [{name: logs, mountPath: /logs}]
          - name: proxy
            image: busybox
            restartPolicy: Always
            command: [sh, -c, 'trap "exit 0" TERM; mkdir /www; echo bye > /www/bye; httpd -f -vv -p 9090 -h /www 2>&1 & wait $!']
        containers:
          - name: app
            image: busybox
            command: [sh, -c, 'trap "echo last line >> /logs/app.log; wget -q -O - http://127.0.0.1:9090/bye; sleep 2; exit 0" TERM; echo up; sleep 600 & wait $!']
            volumeMounts: [{name: logs, mountPath: /logs}]
      """
    Then container "app" logs "up"
    When I delete pod "last-words"
    Then sidecar "collector" logs "last line"
    And sidecar "proxy" logs "/bye"
    And container "app" logs "bye"
    And container "app" completes before sidecar "proxy" exits
    And container "app" completes before sidecar "collector" exits
