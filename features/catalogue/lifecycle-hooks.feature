Feature: Lifecycle hooks run inside their own container and hold up what comes next

  An exec hook's output is no part of the container's log, so hooks write to the main process's
  standard output.

  @HOOK-01
  Scenario: A postStart hook runs after the init containers and delays the next container until it returned
    When I apply:
      """yaml
      apiVersion: v1
      kind: Pod
      metadata: {name: post-start}
      spec:
        restartPolicy: Never
        initContainers:
          - {name: init, image: busybox, command: [sleep, '1']}
        containers:
          - name: app-1
            image: busybox
            command: [sleep, '7']
            lifecycle:
              postStart:
                exec:
                  command: [sh, -c, 'exec > /proc/1/fd/1; sleep 1; echo hook begins; sleep 1; echo hook ends; sleep 1']
          - {name: app-2, image: busybox, command: ['true']}
      """
    Then it happens in this order:
      | init container "init" completes      |
      | container "app-1" starts             |
      | container "app-1" logs "hook begins" |
      | container "app-1" logs "hook ends"   |
      | container "app-2" starts             |
      | container "app-1" completes          |
    And container "app-2" starts at least 3s after container "app-1" starts
    And the pod is Succeeded
    And container "app-1" has logged "hook begins" exactly 1 time

  @HOOK-02
  Scenario: A failing postStart hook gets its container killed and started again, and leaves the sibling alone
    When I apply:
      """yaml
      apiVersion: v1
      kind: Pod
      metadata: {name: bad-hook}
      spec:
        terminationGracePeriodSeconds: 5
        containers:
          - name: app-1
            image: busybox
            command: [sh, -c, 'trap "exit 0" TERM; sleep 600 & wait $!']
            lifecycle:
              postStart: {exec: {command: [sh, -c, 'sleep 1; exit 1']}}
          - name: app-2
            image: busybox
            command: [sh, -c, 'trap "exit 0" TERM; sleep 600 & wait $!']
      """
    Then event "FailedPostStartHook" is reported for container "app-1"
    And container "app-1" exits before container "app-2" starts
    And container "app-1" starts for the 2nd time
    And container "app-1" has restart count of at least 1
    And container "app-2" stays running for 5s
    And container "app-2" has started exactly 1 time
    And container "app-2" stays at restart count 0 for 1s

  @HOOK-02
  Scenario: Where nothing is restarted, a failing postStart hook ends its container for good
    When I apply:
      """yaml
      apiVersion: v1
      kind: Pod
      metadata: {name: bad-hook-once}
      spec:
        restartPolicy: Never
        terminationGracePeriodSeconds: 5
        containers:
          - name: app-1
            image: busybox
            command: [sh, -c, 'trap "exit 0" TERM; sleep 600 & wait $!']
            lifecycle:
              postStart: {exec: {command: [sh, -c, 'sleep 1; exit 1']}}
          - name: app-2
            image: busybox
            command: [sh, -c, 'trap "exit 0" TERM; sleep 600 & wait $!']
      """
    Then event "FailedPostStartHook" is reported for container "app-1"
    And container "app-1" exits
    And container "app-2" is running
    And container "app-1" stays at restart count 0 for 5s
    And container "app-1" has started exactly 1 time
    And container "app-2" has never exited

  @HOOK-03
  Scenario: A preStop hook runs before TERM and what it sends arrives elsewhere
    When I apply:
      """yaml
      apiVersion: v1
      kind: Service
      metadata: {name: sink}
      spec:
        selector: {app: sink}
        ports: [{port: 8080}]
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: sink, labels: {app: sink}}
      spec:
        terminationGracePeriodSeconds: 2
        containers:
          - name: sink
            image: busybox
            command:
              - sh
              - -c
              - |
                trap 'exit 0' TERM
                mkdir /www
                echo noted > /www/goodbye
                httpd -f -vv -p 8080 -h /www & wait $!
            readinessProbe: {tcpSocket: {port: 8080}, periodSeconds: 1}
      """
    Then pod "sink" is ready
    When I apply:
      """yaml
      apiVersion: v1
      kind: Pod
      metadata: {name: tester}
      spec:
        terminationGracePeriodSeconds: 20
        containers:
          - name: app
            image: busybox
            command: [sh, -c, 'trap "echo got TERM; sleep 1; exit 0" TERM; echo up; sleep 600 & wait $!']
            lifecycle:
              preStop:
                exec:
                  command: [sh, -c, 'echo hook runs > /proc/1/fd/1; sleep 1; wget -q -O /dev/null http://sink:8080/goodbye; sleep 1']
      """
    Then container "app" of pod "tester" logs "up"
    And container "app" of pod "tester" never logs "hook runs" for 2s
    When I delete pod "tester"
    Then it happens in this order:
      | container "app" of pod "tester" logs "hook runs"  |
      | container "sink" of pod "sink" logs "/goodbye"    |
      | container "app" of pod "tester" logs "got TERM"   |
      | container "app" of pod "tester" exits with code 0 |
    And pod "tester" is gone
    And container "sink" of pod "sink" has logged "/goodbye" exactly 1 time

  @HOOK-04
  Scenario Outline: A preStop sleep of <sleep> seconds delays the stop by that much and no more
    Given Kubernetes <version> or newer
    When I apply:
      """yaml
      apiVersion: v1
      kind: Pod
      metadata: {name: sleeper}
      spec:
        terminationGracePeriodSeconds: 15
        containers:
          - name: app
            image: busybox
            command: [sh, -c, 'trap "exit 0" TERM; echo up; sleep 600 & wait $!']
            lifecycle:
              preStop: {sleep: {seconds: <sleep>}}
      """
    Then container "app" logs "up"
    When I pin the pod
    And I delete pod "sleeper"
    Then container "app" exits at least <least> and at most <limit> after I delete pod "sleeper"
    And container "app" exits with code 0

    Examples:
      | version | sleep | least | limit |
      | 1.30    | 4     | 3s    | 8s    |
      | 1.33    | 0     | 0s    | 3s    |

  @HOOK-04
  Scenario: A preStop sleep that is longer than the grace period is cut short by it
    Given Kubernetes 1.30 or newer
    When I apply:
      """yaml
      apiVersion: v1
      kind: Pod
      metadata: {name: sleeper}
      spec:
        terminationGracePeriodSeconds: 40
        containers:
          - name: app
            image: busybox
            command: [sh, -c, 'trap "exit 0" TERM; echo up; sleep 600 & wait $!']
            lifecycle:
              preStop: {sleep: {seconds: 20}}
      """
    Then container "app" logs "up"
    When I pin the pod
    And I delete pod "sleeper" with a grace period of 4s
    Then container "app" exits at least 3s and at most 9s after I delete pod "sleeper" with a grace period of 4s

  @HOOK-05
  Scenario Outline: The preStop hook also runs when a failing <probe> stops the container
    When I apply:
      """yaml
      apiVersion: v1
      kind: Pod
      metadata: {name: unhealthy}
      spec:
        restartPolicy: Never
        terminationGracePeriodSeconds: 20
        containers:
          - name: app
            image: busybox
            command: [sh, -c, 'trap "echo got TERM; sleep 2; exit 3" TERM; sleep 600 & wait $!']
            <probe>: {exec: {command: ['false']}, initialDelaySeconds: 2, periodSeconds: 1, failureThreshold: 1}
            lifecycle:
              preStop: {exec: {command: [sh, -c, 'sleep 1; echo hook runs > /proc/1/fd/1; sleep 1']}}
      """
    Then it happens in this order:
      | container "app" starts            |
      | container "app" logs "hook runs"  |
      | container "app" logs "got TERM"   |
      | container "app" exits with code 3 |
    And the pod is Failed
    And event "Unhealthy" is reported for container "app" saying "<says>"
    And container "app" has logged "hook runs" exactly 1 time
    And container "app" stays at restart count 0 for 3s
    And container "app" has started exactly 1 time

    Examples:
      | probe         | says                  |
      | startupProbe  | Startup probe failed  |
      | livenessProbe | Liveness probe failed |
