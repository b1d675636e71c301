Feature: What the containers of a pod ask for together

  @RES-01
  Scenario Outline: Init containers of <init-1> and <init-2> and apps of <app-1> and <app-2> ask for <used> together
    When I apply:
      """yaml
      apiVersion: v1
      kind: ResourceQuota
      metadata: {name: quota}
      spec: {hard: {requests.cpu: '10', limits.memory: 10Gi}}
      """
    Then field "status.hard['limits.memory']" of resourcequota "quota" is "10Gi"
    When I apply:
      """yaml
      apiVersion: v1
      kind: Pod
      metadata: {name: counted}
      spec:
        terminationGracePeriodSeconds: 1
        initContainers:
          - {name: init-1, image: busybox, command: ['true'], resources: {requests: {cpu: <init-1>m}, limits: {memory: <init-1>Mi}}}
          - {name: init-2, image: busybox, command: ['true'], resources: {requests: {cpu: <init-2>m}, limits: {memory: <init-2>Mi}}}
        containers:
          - {name: app-1, image: busybox, command: [sleep, '600'], resources: {requests: {cpu: <app-1>m}, limits: {memory: <app-1>Mi}}}
          - {name: app-2, image: busybox, command: [sleep, '600'], resources: {requests: {cpu: <app-2>m}, limits: {memory: <app-2>Mi}}}
      """
    Then field "status.used['requests.cpu']" of resourcequota "quota" is "<used>m"
    And field "status.used['limits.memory']" of resourcequota "quota" is "<used>Mi"

    Examples:
      | init-1 | init-2 | app-1 | app-2 | used |
      | 500    | 300    | 200   | 100   | 500  |
      | 300    | 500    | 200   | 100   | 500  |
      | 100    | 100    | 200   | 100   | 300  |

  @RES-02
  Scenario Outline: <case>
    When I apply:
      """yaml
      apiVersion: v1
      kind: ResourceQuota
      metadata: {name: quota}
      spec: {hard: {requests.cpu: '10'}}
      """
    Then field "status.hard['requests.cpu']" of resourcequota "quota" is "10"
    When I apply:
      """yaml
      apiVersion: v1
      kind: Pod
      metadata: {name: counted}
      spec:
        terminationGracePeriodSeconds: 1
        initContainers:
          - {name: first, image: busybox, <policy of first> command: [sleep, '1'], resources: {requests: {cpu: <first>}}}
          - {name: second, image: busybox, <policy of second> command: [sleep, '1'], resources: {requests: {cpu: <second>}}}
        containers:
          - {name: app, image: busybox, command: [sleep, '600'], resources: {requests: {cpu: <app>}}}
      """
    Then field "status.used['requests.cpu']" of resourcequota "quota" is "<used>"

    Examples:
      | case                                                             | policy of first        | first | policy of second       | second | app  | used |
      | A sidecar adds to the init container after it                    | restartPolicy: Always, | 50m   |                        | 500m   | 100m | 550m |
      | A sidecar does not add to the init container before it           |                        | 500m  | restartPolicy: Always, | 50m    | 100m | 500m |
      | A sidecar adds to the app, where that asks for more than an init | restartPolicy: Always, | 50m   |                        | 10m    | 600m | 650m |
      | Two sidecars add to the app                                      | restartPolicy: Always, | 50m   | restartPolicy: Always, | 30m    | 100m | 180m |

  @RES-03
  Scenario: One init container that asks for too much keeps the pod from a node, however small the apps are
    When I apply:
      """yaml
      apiVersion: v1
      kind: Pod
      metadata: {name: too-large}
      spec:
        terminationGracePeriodSeconds: 1
        initContainers:
          - {name: init, image: busybox, command: ['true'], resources: {requests: {cpu: '1000'}}}
        containers:
          - {name: app, image: busybox, command: [sleep, '600'], resources: {requests: {cpu: 10m}}}
      """
    Then condition "PodScheduled" of the pod is False with reason "Unschedulable" saying "Insufficient cpu"
    And event "FailedScheduling" is reported for the pod saying "Insufficient cpu"
    And the pod stays Pending for 5s
    And field "spec.nodeName" of the pod is absent
    And field "status.initContainerStatuses" of the pod is absent
    And field "status.containerStatuses" of the pod is absent
    And init container "init" has never started

  @RES-04
  Scenario Outline: With <init> for the init container, <sidecar> for the sidecar and <app> for the app the class is <class>
    When I apply:
      """yaml
      apiVersion: v1
      kind: Pod
      metadata: {name: classed}
      spec:
        terminationGracePeriodSeconds: 1
        initContainers:
          - {name: init, image: busybox, command: ['true'], resources: <init>}
          - {name: sidecar, image: busybox, restartPolicy: Always, command: [sleep, '600'], resources: <sidecar>}
        containers:
          - {name: app, image: busybox, command: [sleep, '600'], resources: <app>}
      """
    Then field "status.qosClass" of the pod is "<class>"

    # limits without requests are requests as well
    Examples:
      | init                             | sidecar                          | app                              | class      |
      | {limits: {cpu: 9m, memory: 9Mi}} | {limits: {cpu: 9m, memory: 9Mi}} | {limits: {cpu: 9m, memory: 9Mi}} | Guaranteed |
      | {}                               | {limits: {cpu: 9m, memory: 9Mi}} | {limits: {cpu: 9m, memory: 9Mi}} | Burstable  |
      | {limits: {cpu: 9m, memory: 9Mi}} | {}                               | {limits: {cpu: 9m, memory: 9Mi}} | Burstable  |
      | {}                               | {requests: {cpu: 9m}}            | {}                               | Burstable  |
      | {requests: {cpu: 9m}}            | {}                               | {}                               | Burstable  |
      | {}                               | {}                               | {}                               | BestEffort |

  @RES-05
  Scenario: When memory runs out, a sidecar of a Burstable pod is no likelier to be killed than its app
    Given Kubernetes 1.33 or newer
    When I apply:
      """yaml
      apiVersion: v1
      kind: Pod
      metadata: {name: scored}
      spec:
        terminationGracePeriodSeconds: 3
        initContainers:
          - name: sidecar
            image: busybox
            restartPolicy: Always
            command: [sh, -c, 'trap "exit 0" TERM; sleep 600 & wait $!']
            resources: {requests: {memory: 10Mi}}
        containers:
          - name: app
            image: busybox
            command: [sh, -c, 'trap "exit 0" TERM; sleep 600 & wait $!']
            resources: {requests: {memory: 200Mi}}
      """
    Then the pod is ready
    And field "status.qosClass" of the pod is "Burstable"
    When I remember what "cat /proc/1/oom_score_adj" prints in container "app" as "score"
    Then running "test ${score} -gt 2 -a ${score} -lt 1000" in container "app" exits with code 0
    And running "test $(cat /proc/1/oom_score_adj) -le ${score}" in sidecar "sidecar" exits with code 0
