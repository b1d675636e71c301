Feature: How containers and pods come to their end

  @TERM-01
  Scenario Outline: A container that handles TERM with exit <code> ends with that code inside the grace period
    When I apply:
      """yaml
      apiVersion: v1
      kind: Pod
      metadata: {name: stopping}
      spec:
        terminationGracePeriodSeconds: 10
        containers:
          - name: app
            image: busybox
            command: [sh, -c, 'trap "sleep 2; exit <code>" TERM; echo up; sleep 600 & wait $!']
      """
    Then container "app" logs "up"
    When I pin pod "stopping"
    And I delete pod "stopping"
    Then container "app" exits at least 1s and at most 6s after I delete pod "stopping"
    And container "app" is terminated with code <code> and reason "<reason>"
    And container "app" has started exactly 1 time
    And the pod is terminating
    When I release pod "stopping"
    Then the pod is gone

    Examples:
      | code | reason    |
      | 0    | Completed |
      | 7    | Error     |

  @TERM-01
  Scenario: A container that ignores TERM is killed at the end of the grace period
    When I apply:
      """yaml
      apiVersion: v1
      kind: Pod
      metadata: {name: stubborn}
      spec:
        terminationGracePeriodSeconds: 5
        containers:
          - name: app
            image: busybox
            command: [sh, -c, 'trap "" TERM; echo up; sleep 600 & wait $!']
      """
    Then container "app" logs "up"
    When I pin pod "stubborn"
    And I delete pod "stubborn"
    Then container "app" exits at least 4s and at most 9s after I delete pod "stubborn"
    And container "app" is terminated with code 137 and reason "Error"
    And the pod is terminating
    When I release pod "stubborn"
    Then the pod is gone

  @TERM-02
  Scenario: A grace period that comes with the deletion replaces the one of the spec
    When I apply:
      """yaml
      apiVersion: v1
      kind: Pod
      metadata: {name: hurried}
      spec:
        terminationGracePeriodSeconds: 60
        containers:
          - name: app
            image: busybox
            command: [sh, -c, 'trap "" TERM; echo up; sleep 600 & wait $!']
      """
    Then container "app" logs "up"
    When I delete pod "hurried" with a grace period of 4s
    Then field "metadata.deletionGracePeriodSeconds" of the pod is "4"
    And container "app" exits with code 137
    And container "app" exits at least 3s and at most 8s after I delete pod "hurried" with a grace period of 4s
    And the pod is gone within 12s

  @TERM-03
  Scenario: A container over its memory limit is ended, its sibling goes on, and the pod finally is Failed
    When I apply:
      """yaml
      apiVersion: v1
      kind: Pod
      metadata: {name: greedy}
      spec:
        restartPolicy: Never
        terminationGracePeriodSeconds: 3
        containers:
          - name: app
            image: busybox
            command: [sh, -c, 'sleep 2; exec tail /dev/zero']
            resources: {limits: {memory: 20Mi}}
          - {name: helper, image: busybox, command: [sleep, '10']}
      """
    Then container "app" exits with code 137 and reason "OOMKilled"
    And container "helper" is running
    And the pod stays Running for 2s
    And container "helper" completes
    And the pod is Failed
    And container "app" exits before container "helper" completes
    And container "app" stays at restart count 0 for 3s
    And container "app" has started exactly 1 time

  @TERM-04
  Scenario: An init container over its memory limit fails a pod that restarts nothing, and the app never starts
    When I apply:
      """yaml
      apiVersion: v1
      kind: Pod
      metadata: {name: greedy-init}
      spec:
        restartPolicy: Never
        terminationGracePeriodSeconds: 3
        initContainers:
          - name: init
            image: busybox
            command: [sh, -c, 'sleep 1; exec tail /dev/zero']
            resources: {limits: {memory: 20Mi}}
        containers:
          - {name: app, image: busybox, command: ['true']}
      """
    Then init container "init" exits with code 137 and reason "OOMKilled"
    And the pod is Failed
    And the containers of the pod are:
      | container | state      | code | reason          | restarts |
      | init      | terminated | 137  | OOMKilled       | 0        |
      | app       | waiting    |      | PodInitializing | 0        |
    And container "app" never starts for 5s
    And init container "init" has started exactly 1 time

  @TERM-05
  Scenario: A sidecar over its memory limit is started again, even where nothing else is, and the app does not notice
    When I apply:
      """yaml
      apiVersion: v1
      kind: Pod
      metadata: {name: greedy-sidecar}
      spec:
        restartPolicy: Never
        terminationGracePeriodSeconds: 5
        initContainers:
          - name: sidecar
            image: busybox
            restartPolicy: Always
            command:
              - sh
              - -c
              - |
                if [ ! -e /state/was-greedy ]; then
                  touch /state/was-greedy
                  sleep 2
                  exec tail /dev/zero
                fi
                trap 'exit 0' TERM
                sleep 600 & wait $!
            resources: {limits: {memory: 20Mi}}
            volumeMounts: [{name: state, mountPath: /state}]
        containers:
          - {name: app, image: busybox, command: [sleep, '10']}
        volumes: [{name: state, emptyDir: {}}]
      """
    Then sidecar "sidecar" exits with code 137 and reason "OOMKilled"
    And sidecar "sidecar" starts for the 2nd time before container "app" completes
    And sidecar "sidecar" has restart count 1
    And sidecar "sidecar" is running
    And field "status.initContainerStatuses[name=sidecar].lastState.terminated.exitCode" of the pod is "137"
    And container "app" completes
    And the pod is Succeeded
    And container "app" has started exactly 1 time
    And the pod has never been Failed
