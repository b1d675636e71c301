Feature: A container's own restart policy and rules come before its pod's

  @RULE-01
  Scenario: A container whose exit code matches its rule is started again, although neither policy would
    Given Kubernetes 1.35 or newer
    When I apply:
      """yaml
      apiVersion: v1
      kind: Pod
      metadata: {name: retriable}
      spec:
        restartPolicy: Never
        terminationGracePeriodSeconds: 3
        containers:
          - name: app
            image: busybox
            command: [sh, -c, 'if [ -e /state/tried ]; then sleep 3; exit 1; fi; touch /state/tried; sleep 1; exit 42']
            restartPolicy: Never
            restartPolicyRules:
              - {action: Restart, exitCodes: {operator: In, values: [42]}}
            volumeMounts: [{name: state, mountPath: /state}]
        volumes: [{name: state, emptyDir: {}}]
      """
    Then container "app" exits with code 42
    And container "app" starts for the 2nd time
    And container "app" has restart count of at least 1
    And the pod has never been Failed
    # With a code that its rule does not name it stays down: it was the rule that started it again.
    And container "app" exits with code 1
    And the pod is Failed within 20s
    And container "app" has started exactly 2 times

  @RULE-01
  Scenario: A container whose exit code matches none of its rules is not started again
    Given Kubernetes 1.35 or newer
    When I apply:
      """yaml
      apiVersion: v1
      kind: Pod
      metadata: {name: not-retriable}
      spec:
        restartPolicy: Never
        terminationGracePeriodSeconds: 3
        containers:
          - name: app
            image: busybox
            command: [sh, -c, 'sleep 1; exit 1']
            restartPolicy: Never
            restartPolicyRules:
              - {action: Restart, exitCodes: {operator: In, values: [42]}}
      """
    Then container "app" exits with code 1
    And the pod is Failed
    And container "app" stays at restart count 0 for 5s
    And container "app" has started exactly 1 time

  @RULE-02
  Scenario Outline: With policy <container policy> of its own in a pod with <pod policy>, a failing container is started again
    Given Kubernetes 1.35 or newer
    When I apply:
      """yaml
      apiVersion: v1
      kind: Pod
      metadata: {name: restarted}
      spec:
        restartPolicy: <pod policy>
        terminationGracePeriodSeconds: 3
        containers:
          - name: app
            image: busybox
            command: [sh, -c, 'sleep 1; exit 1']
            <own>
      """
    Then container "app" exits with code 1
    And container "app" starts for the 2nd time
    And container "app" has restart count of at least 1
    And the pod has never been Failed

    Examples:
      | pod policy | container policy | own                   |
      | Never      | Always           | restartPolicy: Always |
      | Always     | none             |                       |

  @RULE-02
  Scenario Outline: With policy <container policy> of its own in a pod with <pod policy>, a failing container stays down
    Given Kubernetes 1.35 or newer
    When I apply:
      """yaml
      apiVersion: v1
      kind: Pod
      metadata: {name: left-alone}
      spec:
        restartPolicy: <pod policy>
        terminationGracePeriodSeconds: 3
        containers:
          - name: app
            image: busybox
            command: [sh, -c, 'sleep 1; exit 1']
            <own>
      """
    Then container "app" exits with code 1
    And the pod is Failed
    And container "app" stays at restart count 0 for 5s
    And container "app" has started exactly 1 time

    Examples:
      | pod policy | container policy | own                  |
      | Always     | Never            | restartPolicy: Never |
      | Never      | none             |                      |

  @RULE-03
  Scenario: A container that may try once stays down while its sibling is started again and again
    Given Kubernetes 1.35 or newer
    When I apply:
      """yaml
      apiVersion: v1
      kind: Pod
      metadata: {name: try-once}
      spec:
        restartPolicy: OnFailure
        terminationGracePeriodSeconds: 3
        containers:
          - name: once
            image: busybox
            command: [sh, -c, 'exit 1']
            restartPolicy: Never
          - name: again
            image: busybox
            command: [sh, -c, 'sleep 1; exit 1']
      """
    Then container "once" is terminated with code 1
    And container "once" stays terminated with code 1 until container "again" starts for the 3rd time
    And container "again" has restart count of at least 2
    And container "once" stays at restart count 0 for 1s
    And container "once" has started exactly 1 time
    And the pod stays Running for 2s
    And the pod has never been Failed

  @RULE-04
  Scenario: An exit code that calls for it restarts all containers in start-up order and keeps the pod
    Given Kubernetes 1.36 or newer
    When I apply:
      """yaml
      apiVersion: v1
      kind: Pod
      metadata: {name: all-over}
      spec:
        restartPolicy: Never
        terminationGracePeriodSeconds: 3
        initContainers:
          - name: init
            image: busybox
            command: [sh, -c, 'echo init >> /data/runs']
            volumeMounts: [{name: data, mountPath: /data}]
          - name: sidecar
            image: busybox
            restartPolicy: Always
            command: [sh, -c, 'trap "exit 0" TERM; sleep 600 & wait $!']
        containers:
          - name: source
            image: busybox
            command: [sh, -c, 'trap "exit 0" TERM; until [ -e /data/trigger ]; do sleep 0.2; done; if [ ! -e /data/fired ]; then touch /data/fired; exit 42; fi; sleep 600 & wait $!']
            restartPolicy: Never
            restartPolicyRules:
              - {action: RestartAllContainers, exitCodes: {operator: In, values: [42]}}
            volumeMounts: [{name: data, mountPath: /data}]
          - name: bystander
            image: busybox
            command: [sh, -c, 'trap "exit 0" TERM; sleep 600 & wait $!']
        volumes: [{name: data, emptyDir: {}}]
      """
    Then the pod is ready
    When I remember field "metadata.uid" of the pod as "uid"
    And I remember field "status.podIP" of the pod as "ip"
    And I run "touch /data/trigger" in container "source"
    Then it happens in this order:
      | container "source" exits with code 42         |
      | init container "init" starts for the 2nd time |
      | sidecar "sidecar" starts for the 2nd time     |
      | container "source" starts for the 2nd time    |
      | container "bystander" starts for the 2nd time |
    And init container "init" exits with code 0 for the 2nd time before sidecar "sidecar" starts for the 2nd time
    And the containers of the pod are:
      | container | state      | code | restarts |
      | init      | terminated | 0    | 1        |
      | sidecar   | running    |      | 1        |
      | source    | running    |      | 1        |
      | bystander | running    |      | 1        |
    And field "status.initContainerStatuses[name=init].lastState.terminated" of the pod exists
    And field "status.initContainerStatuses[name=sidecar].lastState.terminated" of the pod exists
    And field "status.containerStatuses[name=source].lastState.terminated" of the pod exists
    And field "status.containerStatuses[name=bystander].lastState.terminated" of the pod exists
    And condition "AllContainersRestarting" of the pod is False
    And field "metadata.uid" of the pod is "${uid}"
    And field "status.podIP" of the pod is "${ip}"
    And file "/data/fired" in container "source" exists
    And file "/data/runs" in container "source" has exactly 2 lines
    And container "bystander" has started exactly 2 times
