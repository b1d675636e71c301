Feature: Each probe acts on its own container and on nothing else

  @PROBE-01
  Scenario Outline: As long as the startup probe of <kind> is pending, its liveness probe does not act, and then it does
    When I apply:
      """yaml
      apiVersion: v1
      kind: Pod
      metadata: {name: starting}
      spec:
        terminationGracePeriodSeconds: 3
        <list>:
        - name: probed
          image: busybox
          <policy>
          command: [sh, -c, 'trap "exit 0" TERM; sleep 600 & wait $!']
          startupProbe: {exec: {command: [test, -e, /tmp/up]}, periodSeconds: 1, failureThreshold: 100}
          livenessProbe: {exec: {command: ['false']}, periodSeconds: 1, failureThreshold: 1}
        <next list>
        - {name: other, image: busybox, command: [sh, -c, 'trap "exit 0" TERM; sleep 600 & wait $!']}
      """
    Then event "Unhealthy" is reported for container "probed" saying "Startup probe failed"
    And container "probed" stays at restart count 0 for 10s
    And container "probed" is not started
    And container "probed" has never exited
    And container "probed" has started exactly 1 time
    When I run "touch /tmp/up" in container "probed"
    Then event "Killing" is reported for container "probed" saying "failed liveness probe"
    And container "probed" exits

    Examples:
      | kind             | list           | policy                | next list   |
      | an app container | containers     |                       |             |
      | a sidecar        | initContainers | restartPolicy: Always | containers: |

  @PROBE-01
  Scenario Outline: A startup probe of <kind> that exhausts its threshold restarts the container
    When I apply:
      """yaml
      apiVersion: v1
      kind: Pod
      metadata: {name: never-up}
      spec:
        terminationGracePeriodSeconds: 3
        <list>:
        - name: probed
          image: busybox
          <policy>
          command: [sh, -c, 'trap "exit 0" TERM; sleep 600 & wait $!']
          startupProbe: {exec: {command: ['false']}, periodSeconds: 1, failureThreshold: 3}
          livenessProbe: {exec: {command: ['true']}, periodSeconds: 1, failureThreshold: 1}
        <next list>
        - {name: other, image: busybox, command: [sh, -c, 'trap "exit 0" TERM; sleep 600 & wait $!']}
      """
    Then container "probed" exits at least 2s after container "probed" starts
    And event "Unhealthy" is reported for container "probed" saying "Startup probe failed"
    And event "Killing" is reported for container "probed" saying "failed startup probe"
    And container "probed" starts for the 2nd time
    And container "probed" has restart count of at least 1
    And container "other" has never exited

    Examples:
      | kind             | list           | policy                | next list   |
      | an app container | containers     |                       |             |
      | a sidecar        | initContainers | restartPolicy: Always | containers: |

  @PROBE-01
  Scenario Outline: Once the startup probe of <kind> has succeeded, its liveness probe applies
    When I apply:
      """yaml
      apiVersion: v1
      kind: Pod
      metadata: {name: up-then-sick}
      spec:
        terminationGracePeriodSeconds: 3
        <list>:
        - name: probed
          image: busybox
          <policy>
          command: [sh, -c, 'trap "exit 0" TERM; sleep 4 & wait $!; touch /tmp/up; sleep 600 & wait $!']
          startupProbe: {exec: {command: [test, -e, /tmp/up]}, periodSeconds: 1, failureThreshold: 100}
          livenessProbe: {exec: {command: ['false']}, periodSeconds: 1, failureThreshold: 3}
        <next list>
        - {name: other, image: busybox, command: [sh, -c, 'trap "exit 0" TERM; sleep 600 & wait $!']}
      """
    Then container "probed" is started before container "probed" exits
    And container "probed" exits at least 6s after container "probed" starts
    And event "Unhealthy" is reported for container "probed" saying "Liveness probe failed"
    And event "Killing" is reported for container "probed" saying "failed liveness probe"
    And container "probed" starts for the 2nd time
    And container "probed" has restart count of at least 1
    And container "other" has never exited

    Examples:
      | kind             | list           | policy                | next list   |
      | an app container | containers     |                       |             |
      | a sidecar        | initContainers | restartPolicy: Always | containers: |

  @PROBE-02
  Scenario Outline: A readiness probe of <kind> that never passes keeps the pod unready and restarts nothing
    When I apply:
      """yaml
      apiVersion: v1
      kind: Pod
      metadata: {name: half-ready}
      spec:
        terminationGracePeriodSeconds: 3
        <list>:
        - name: unready
          image: busybox
          <policy>
          command: [sh, -c, 'trap "exit 0" TERM; sleep 600 & wait $!']
          readinessProbe: {exec: {command: ['false']}, periodSeconds: 1, failureThreshold: 1}
        <next list>
        - {name: helper, image: busybox, command: [sh, -c, 'trap "exit 0" TERM; sleep 600 & wait $!']}
      """
    Then event "Unhealthy" is reported for container "unready" saying "Readiness probe failed"
    And the containers of the pod are:
      | container | state   | ready | restarts |
      | unready   | running | no    | 0        |
      | helper    | running | yes   | 0        |
    And container "unready" stays not ready for 10s
    And condition "Ready" of the pod is False with reason "ContainersNotReady" naming exactly "unready"
    And condition "ContainersReady" of the pod is False with reason "ContainersNotReady" naming exactly "unready"
    And condition "Ready" of the pod has never been True
    And container "unready" has never been ready
    And container "unready" has never exited
    And container "helper" has never exited

    Examples:
      | kind             | list           | policy                | next list   |
      | an app container | containers     |                       |             |
      | a sidecar        | initContainers | restartPolicy: Always | containers: |

  @PROBE-03
  Scenario: A failing liveness probe restarts its own container only
    When I apply:
      """yaml
      apiVersion: v1
      kind: Pod
      metadata: {name: one-sick}
      spec:
        terminationGracePeriodSeconds: 5
        containers:
          - name: app
            image: busybox
            command:
              - sh
              - -c
              - |
                trap 'exit 0' TERM
                touch /tmp/healthy
                if [ ! -e /state/was-sick ]; then
                  touch /state/was-sick
                  sleep 3 & wait $!
                  rm /tmp/healthy
                fi
                sleep 600 & wait $!
            livenessProbe: {exec: {command: [cat, /tmp/healthy]}, initialDelaySeconds: 1, periodSeconds: 1, failureThreshold: 1}
            volumeMounts: [{name: state, mountPath: /state}]
          - name: helper
            image: busybox
            command: [sh, -c, 'trap "exit 0" TERM; sleep 600 & wait $!']
        volumes: [{name: state, emptyDir: {}}]
      """
    Then container "app" exits at least 3s after container "app" starts
    And event "Unhealthy" is reported for container "app" saying "Liveness probe failed"
    And event "Killing" is reported for container "app" saying "failed liveness probe"
    And container "app" starts for the 2nd time
    And the containers of the pod are:
      | container | state   | restarts | ready |
      | app       | running | 1        | yes   |
      | helper    | running | 0        | yes   |
    And container "app" stays at restart count 1 for 5s
    And container "helper" has never exited
    And container "helper" has started exactly 1 time

  @PROBE-04
  Scenario: While an app container of a deleted pod shuts down it turns unready, and its liveness probe is silent
    When I apply:
      """yaml
      apiVersion: v1
      kind: Pod
      metadata: {name: leaving}
      spec:
        terminationGracePeriodSeconds: 25
        containers:
        - name: slow
          image: busybox
          command:
            - sh
            - -c
            - |
              touch /tmp/healthy
              trap 'echo got TERM; sleep 2; rm /tmp/healthy; echo health is gone; sleep 6; exit 0' TERM
              sleep 600 & wait $!
          readinessProbe: {exec: {command: [test, -e, /tmp/healthy]}, periodSeconds: 1, failureThreshold: 1}
          livenessProbe:
            exec: {command: [sh, -c, 'echo liveness asked > /proc/1/fd/1; test -e /tmp/healthy || { echo liveness failed > /proc/1/fd/1; exit 1; }']}
            periodSeconds: 1
            failureThreshold: 1
        - {name: other, image: busybox, command: [sh, -c, 'trap "exit 0" TERM; sleep 600 & wait $!']}
      """
    Then the pod is ready
    And container "slow" logs "liveness asked"
    And container "slow" has never logged "liveness failed"
    When I delete pod "leaving"
    Then container "slow" is not ready between I delete pod "leaving" and container "slow" exits
    And the pod is not ready between I delete pod "leaving" and container "slow" exits
    And container "slow" exits with code 0
    And container "slow" logs "health is gone" before container "slow" exits
    And container "slow" exits at least 7s after I delete pod "leaving"
    And container "slow" has never logged "liveness failed"
    And container "slow" has started exactly 1 time
    And the pod is gone

  # up to 1.37 the kubelet goes on to ask a sidecar's liveness probe, and does nothing with the answer
  @PROBE-04
  Scenario: While a sidecar of a deleted pod shuts down it turns unready, and its liveness probe has no effect
    When I apply:
      """yaml
      apiVersion: v1
      kind: Pod
      metadata: {name: leaving}
      spec:
        terminationGracePeriodSeconds: 25
        initContainers:
        - name: slow
          image: busybox
          restartPolicy: Always
          command:
            - sh
            - -c
            - |
              touch /tmp/healthy
              trap 'echo got TERM; sleep 2; rm /tmp/healthy; echo health is gone; sleep 6; exit 0' TERM
              sleep 600 & wait $!
          readinessProbe: {exec: {command: [test, -e, /tmp/healthy]}, periodSeconds: 1, failureThreshold: 1}
          livenessProbe:
            exec: {command: [sh, -c, 'echo liveness asked > /proc/1/fd/1; test -e /tmp/healthy']}
            periodSeconds: 1
            failureThreshold: 1
        containers:
        - {name: other, image: busybox, command: [sh, -c, 'trap "exit 0" TERM; sleep 600 & wait $!']}
      """
    Then the pod is ready
    And sidecar "slow" logs "liveness asked"
    When I delete pod "leaving"
    Then sidecar "slow" is not ready between I delete pod "leaving" and sidecar "slow" exits
    And the pod is not ready between I delete pod "leaving" and container "slow" exits
    And container "slow" exits with code 0
    And container "slow" logs "health is gone" before container "slow" exits
    And container "slow" exits at least 7s after I delete pod "leaving"
    And container "slow" has started exactly 1 time
    And the pod is gone
