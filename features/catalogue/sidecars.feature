Feature: Native sidecars: start order, probes, restarts

  @SIDE-01
  Scenario: In a mixed list an init container must finish before the next entry, a sidecar only has to be started
    When I apply:
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: mixed}
      spec:
        restartPolicy: Never
        terminationGracePeriodSeconds: 5
        initContainers:
          - {name: init-1, image: busybox, command: [sleep, '1']}
          - {name: sidecar-1, image: busybox, restartPolicy: Always, command: [sh, -c, 'trap "exit 0" TERM; sleep 600 & wait $!']}
          - {name: init-2, image: busybox, command: [sleep, '1']}
          - {name: sidecar-2, image: busybox, restartPolicy: Always, command: [sh, -c, 'trap "exit 0" TERM; sleep 600 & wait $!']}
          - {name: init-3, image: busybox, command: [sleep, '1']}
        containers:
          - {name: app, image: busybox, command: [sleep, '2']}
      """
    Then it happens in this order:
      | init container "init-1" completes |
      | sidecar "sidecar-1" starts        |
      | init container "init-2" starts    |
      | init container "init-2" completes |
      | sidecar "sidecar-2" starts        |
      | init container "init-3" starts    |
      | init container "init-3" completes |
      | container "app" starts            |
    And the pod is Succeeded
    And the run of init container "init-2" lies within the run of sidecar "sidecar-1"
    And the run of init container "init-3" lies within the run of sidecar "sidecar-2"
    And the run of container "app" lies within the run of sidecar "sidecar-1"
    And the run of container "app" lies within the run of sidecar "sidecar-2"
    And the run of sidecar "sidecar-1" overlaps the run of sidecar "sidecar-2"
    And the run of init container "init-3" lies within the run of sidecar "sidecar-1"
    And sidecar "sidecar-1" has started exactly 1 time
    And sidecar "sidecar-2" has started exactly 1 time

  @SIDE-02
  Scenario: A sidecar's startup probe gates the next entry of the list
    When I apply:
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: gated}
      spec:
        restartPolicy: Never
        terminationGracePeriodSeconds: 5
        initContainers:
          - name: sidecar-1
            image: busybox
            restartPolicy: Always
            command: [sh, -c, 'trap "exit 0" TERM; sleep 3; touch /tmp/up; sleep 600 & wait $!']
            startupProbe: {exec: {command: [cat, /tmp/up]}, periodSeconds: 1, failureThreshold: 30}
          - name: sidecar-2
            image: busybox
            restartPolicy: Always
            command: [sh, -c, 'trap "exit 0" TERM; sleep 3; touch /tmp/up; sleep 600 & wait $!']
            startupProbe: {exec: {command: [cat, /tmp/up]}, periodSeconds: 1, failureThreshold: 30}
        containers:
          - {name: app, image: busybox, command: [sleep, '1']}
      """
    Then sidecar "sidecar-2" starts at least 3s after sidecar "sidecar-1" starts
    And container "app" starts at least 3s after sidecar "sidecar-2" starts
    And sidecar "sidecar-2" is started
    And sidecar "sidecar-2" never starts until sidecar "sidecar-1" is started
    And container "app" never starts until sidecar "sidecar-2" is started
    And the pod is Succeeded

  @SIDE-03
  Scenario: While its startup probe has not succeeded a sidecar runs unstarted, and everything else waits
    When I apply:
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: unstarted}
      spec:
        terminationGracePeriodSeconds: 1
        initContainers:
          - name: sidecar
            image: busybox
            restartPolicy: Always
            command: [sleep, '600']
            startupProbe: {exec: {command: ['false']}, periodSeconds: 1, failureThreshold: 600}
        containers:
          - {name: app, image: busybox, command: [sleep, '600']}
      """
    Then sidecar "sidecar" is running
    And the containers of the pod are:
      | container | state   | reason          | restarts | started |
      | sidecar   | running |                 | 0        | no      |
      | app       | waiting | PodInitializing | 0        | no      |
    And sidecar "sidecar" stays not started for 10s
    And container "app" stays waiting with reason "PodInitializing" for 1s
    And the pod has never been Running
    And the pod stays Pending for 1s
    And container "app" has never started
    And sidecar "sidecar" has started exactly 1 time

  @SIDE-04
  Scenario: A sidecar that fails its liveness probe is stopped with its preStop hook and started again, and the app runs
    When I apply:
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: lively}
      spec:
        terminationGracePeriodSeconds: 5
        initContainers:
          - name: sidecar
            image: busybox
            restartPolicy: Always
            command: [sh, -c, 'trap "sleep 1; exit 0" TERM; sleep 600 & wait $!']
            livenessProbe: {exec: {command: ['false']}, initialDelaySeconds: 2, periodSeconds: 1, failureThreshold: 1}
            lifecycle: {preStop: {exec: {command: [sh, -c, 'echo hook runs > /proc/1/fd/1']}}}
        containers:
          - {name: app, image: busybox, command: [sleep, '600']}
      """
    Then container "app" is running
    And sidecar "sidecar" logs "hook runs" between sidecar "sidecar" starts and sidecar "sidecar" exits
    And sidecar "sidecar" starts for the 3rd time within 90s
    And sidecar "sidecar" has logged "hook runs" at least 2 times
    And sidecar "sidecar" has restart count of at least 2
    And event "Unhealthy" is reported for sidecar "sidecar" saying "Liveness"
    And container "app" has started exactly 1 time
    And container "app" has never exited

  @SIDE-05
  Scenario Outline: A sidecar that keeps exiting with <code> is started again every time, before and after the app's start (<policy>)
    When I apply:
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: exiting}
      spec:
        restartPolicy: <policy>
        terminationGracePeriodSeconds: 1
        initContainers:
          - {name: sidecar, image: busybox, restartPolicy: Always, command: [sh, -c, 'sleep 2; exit <code>']}
          - {name: init, image: busybox, command: [sleep, '4']}
        containers:
          - {name: app, image: busybox, command: [sleep, '22']}
      """
    Then sidecar "sidecar" starts for the 2nd time before container "app" starts
    And sidecar "sidecar" exits with code <code>
    And sidecar "sidecar" starts for the 3rd time after container "app" starts
    And container "app" completes within 60s
    And sidecar "sidecar" has started at least 3 times
    And <end>
    And container "init" has started exactly 1 time
    And the pod has never been Failed

    Examples:
      | code | policy    | end                                     |
      | 0    | Never     | the pod is Succeeded                    |
      | 1    | Never     | the pod is Succeeded                    |
      | 0    | OnFailure | the pod is Succeeded                    |
      | 1    | OnFailure | the pod is Succeeded                    |
      | 0    | Always    | container "app" starts for the 2nd time |
      | 1    | Always    | container "app" starts for the 2nd time |

  @SIDE-06
  Scenario Outline: A failing init container before it keeps a sidecar from ever starting (<policy>)
    When I apply:
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: before}
      spec:
        restartPolicy: <policy>
        initContainers:
          - {name: init, image: busybox, command: ['false']}
          - {name: sidecar, image: busybox, restartPolicy: Always, command: [sleep, '600']}
        containers:
          - {name: app, image: busybox, command: ['true']}
      """
    Then init container "init" exits with code 1
    And the pod is <phase>
    And init container "init" has restart count <restarts> within 100s
    And the pod stays <phase> for 3s
    And the pod has never been Running
    And sidecar "sidecar" has never started
    And container "app" has never started

    Examples:
      | policy    | phase   | restarts      |
      | Never     | Failed  | 0             |
      | OnFailure | Pending | of at least 3 |
      | Always    | Pending | of at least 3 |

  @SIDE-07
  Scenario: A sidecar's readiness probe counts for the pod's readiness and restarts nothing
    When I apply:
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: ready}
      spec:
        terminationGracePeriodSeconds: 1
        initContainers:
          - name: sidecar
            image: busybox
            restartPolicy: Always
            command: [sleep, '600']
            readinessProbe: {exec: {command: [cat, /tmp/ready]}, periodSeconds: 1}
        containers:
          - {name: app, image: busybox, command: [sleep, '600']}
      """
    Then container "app" is ready
    And the pod stays not ready for 10s
    And condition "Ready" of the pod is False with reason "ContainersNotReady" naming exactly "sidecar"
    And condition "ContainersReady" of the pod is False with reason "ContainersNotReady" naming exactly "sidecar"
    And the printed column "Ready" of the pod shows "1/2"
    And sidecar "sidecar" has started exactly 1 time
    And container "app" has started exactly 1 time
    When I run "touch /tmp/ready" in sidecar "sidecar"
    Then the pod is ready within 10s
    And condition "ContainersReady" of the pod is True
    And the printed column "Ready" of the pod shows "2/2"
    And sidecar "sidecar" has never exited
    And container "app" has never exited

  @SIDE-08
  Scenario: Lives are independent: only what ends is started again
    When I apply:
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: independent}
      spec:
        terminationGracePeriodSeconds: 1
        initContainers:
          - {name: init, image: busybox, command: ['true']}
          - {name: sidecar-1, image: busybox, restartPolicy: Always, command: [sh, -c, 'until [ -e /tmp/end ]; do sleep 0.1; done; exit 1']}
          - {name: sidecar-2, image: busybox, restartPolicy: Always, command: [sleep, '600']}
        containers:
          - {name: app-1, image: busybox, command: [sh, -c, 'until [ -e /tmp/end ]; do sleep 0.1; done; exit 1']}
          - {name: app-2, image: busybox, command: [sleep, '600']}
      """
    Then the pod is ready
    When I run "touch /tmp/end" in sidecar "sidecar-1"
    Then sidecar "sidecar-1" starts for the 2nd time
    And container "app-1" is unchanged since sidecar "sidecar-1" exits
    When I run "touch /tmp/end" in container "app-1"
    Then container "app-1" starts for the 2nd time
    And sidecar "sidecar-1" is unchanged since container "app-1" exits
    And the containers of the pod are:
      | container | restarts |
      | init      | 0        |
      | sidecar-1 | 1        |
      | sidecar-2 | 0        |
      | app-1     | 1        |
      | app-2     | 0        |
    And container "init" has started exactly 1 time
    And sidecar "sidecar-2" has never exited
    And container "app-2" has never exited

  @SIDE-09
  Scenario Outline: A new image restarts just that sidecar (<policy>)
    When I apply:
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: updated}
      spec:
        restartPolicy: <policy>
        terminationGracePeriodSeconds: 1
        initContainers:
          - {name: sidecar-1, image: busybox, restartPolicy: Always, command: [sh, -c, 'trap "exit 0" TERM; sleep 600 & wait $!']}
          - {name: sidecar-2, image: busybox, restartPolicy: Always, command: [sh, -c, 'trap "exit 0" TERM; sleep 600 & wait $!']}
        containers:
          - {name: app, image: busybox, command: [sleep, '600']}
      """
    Then the pod is ready
    When I patch pod "updated":
      """
      spec: {initContainers: [{name: sidecar-1, image: 'nginx:1.29-alpine'}]}
      """
    Then sidecar "sidecar-1" starts for the 2nd time
    And sidecar "sidecar-1" has restart count of at least 1
    And field "status.initContainerStatuses[name=sidecar-1].image" of the pod contains "nginx:1.29-alpine"
    And sidecar "sidecar-2" is unchanged since I patch pod "updated"
    And container "app" is unchanged since I patch pod "updated"
    And the containers of the pod are:
      | container | state   | restarts |
      | sidecar-1 | running | >=1      |
      | sidecar-2 | running | 0        |
      | app       | running | 0        |

    Examples:
      | policy    |
      | Never     |
      | OnFailure |
      | Always    |

  @SIDE-10
  Scenario: A sidecar that fails once and has a startup probe still lets the app start
    Given Kubernetes 1.35 or newer
    When I apply:
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: recovering}
      spec:
        restartPolicy: Never
        terminationGracePeriodSeconds: 1
        volumes: [{name: work, emptyDir: {}}]
        initContainers:
          - name: sidecar
            image: busybox
            restartPolicy: Always
            command: [sh, -c, '[ -e /work/tried ] || { touch /work/tried; exit 1; }; sleep 600']
            volumeMounts: [{name: work, mountPath: /work}]
            startupProbe: {exec: {command: ['true']}, periodSeconds: 1}
        containers:
          - {name: app, image: busybox, command: [sleep, '600']}
      """
    Then sidecar "sidecar" exits with code 1
    And sidecar "sidecar" starts for the 2nd time
    And container "app" is running
    And sidecar "sidecar" starts for the 2nd time before container "app" starts
    And sidecar "sidecar" is running
    And sidecar "sidecar" has restart count of at least 1
