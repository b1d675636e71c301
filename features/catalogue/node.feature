Feature: What a lost sandbox and a restarted kubelet do to a pod

  @NODE-01
  Scenario: A pod that lost its sandbox runs its init containers again, in order, before the app
    Given the cluster gives access to its node
    When I apply:
      """yaml
      apiVersion: v1
      kind: Pod
      metadata: {name: rebooted}
      spec:
        terminationGracePeriodSeconds: 3
        initContainers:
          - {name: init-1, image: busybox, command: [sleep, '1']}
          - {name: init-2, image: busybox, command: [sleep, '1']}
          - {name: init-3, image: busybox, command: [sleep, '1']}
        containers:
          - {name: app, image: busybox, command: [sh, -c, 'trap "exit 0" TERM; sleep 600 & wait $!']}
      """
    Then the pod is ready
    And init container "init-1" has started exactly 1 time
    When I stop the sandbox of the pod
    Then it happens in this order:
      | I stop the sandbox of the pod                              |
      | init container "init-1" starts for the 2nd time            |
      | init container "init-1" exits with code 0 for the 2nd time |
      | init container "init-2" starts for the 2nd time            |
      | init container "init-2" exits with code 0 for the 2nd time |
      | init container "init-3" starts for the 2nd time            |
      | init container "init-3" exits with code 0 for the 2nd time |
      | container "app" starts for the 2nd time                    |
    And event "SandboxChanged" is reported for the pod
    # A restart count may be reset to 0 when the kubelet has lost the earlier container (Kubernetes
    # API reference, ContainerStatus): seen of init-2 and init-3 on 1.34.
    And the containers of the pod are:
      | container | state      | code | restarts |
      | init-1    | terminated | 0    | >=1      |
      | init-2    | terminated | 0    |          |
      | init-3    | terminated | 0    |          |
      | app       | running    |      | >=1      |

  @NODE-02 @isolated
  Scenario: A restart of the kubelet neither runs finished init containers again nor restarts the others
    Given the cluster can restart its kubelet
    When I apply:
      """yaml
      apiVersion: v1
      kind: Pod
      metadata: {name: undisturbed}
      spec:
        terminationGracePeriodSeconds: 3
        initContainers:
          - {name: init-1, image: busybox, command: ['true']}
          - {name: init-2, image: busybox, command: ['true']}
          - {name: init-3, image: busybox, command: ['true']}
          - name: sidecar
            image: busybox
            restartPolicy: Always
            command: [sh, -c, 'trap "exit 0" TERM; sleep 600 & wait $!']
        containers:
          - {name: app, image: busybox, command: [sh, -c, 'trap "exit 0" TERM; sleep 600 & wait $!']}
      """
    Then the pod is ready
    When I remember field "status.containerStatuses[name=app].containerID" of the pod as "app"
    And I remember field "status.initContainerStatuses[name=sidecar].containerID" of the pod as "sidecar"
    And I remember field "status.initContainerStatuses[name=init-1].containerID" of the pod as "init-1"
    And I restart the kubelet
    Then the pod stays Running for 25s
    And the containers of the pod are:
      | container | state      | code | restarts |
      | init-1    | terminated | 0    | 0        |
      | init-2    | terminated | 0    | 0        |
      | init-3    | terminated | 0    | 0        |
      | sidecar   | running    |      | 0        |
      | app       | running    |      | 0        |
    And init container "init-1" is unchanged since I restart the kubelet
    And init container "init-2" is unchanged since I restart the kubelet
    And init container "init-3" is unchanged since I restart the kubelet
    And sidecar "sidecar" is unchanged since I restart the kubelet
    And container "app" is unchanged since I restart the kubelet
    And field "status.containerStatuses[name=app].containerID" of the pod is "${app}"
    And field "status.initContainerStatuses[name=sidecar].containerID" of the pod is "${sidecar}"
    And field "status.initContainerStatuses[name=init-1].containerID" of the pod is "${init-1}"
    And the pod stays ready for 1s

  @NODE-03
  Scenario: A pod that has finished gets no second sandbox
    When I apply:
      """yaml
      apiVersion: v1
      kind: Pod
      metadata: {name: finished}
      spec:
        restartPolicy: OnFailure
        terminationGracePeriodSeconds: 3
        initContainers:
          - {name: init, image: busybox, command: ['true']}
        containers:
          - {name: app, image: busybox, command: ['true']}
      """
    Then the pod is Succeeded
    And event "SandboxChanged" is never reported for the pod for 10s
    And init container "init" has started exactly 1 time
    And container "app" has started exactly 1 time
    And the pod stays Succeeded for 1s
