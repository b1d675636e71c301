Feature: Phase and conditions of a pod

  @COND-01
  Scenario: With an init container a pod is ready to start containers before it is initialized, and then ready
    When I apply:
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: conditions}
      spec:
        terminationGracePeriodSeconds: 1
        initContainers:
          - {name: init, image: busybox, command: [sleep, '4']}
        containers:
          - name: app
            image: busybox
            command: [sleep, '600']
            readinessProbe: {exec: {command: ['true']}, initialDelaySeconds: 3, periodSeconds: 1}
      """
    Then it happens in this order:
      | condition "PodReadyToStartContainers" of the pod is True |
      | condition "Initialized" of the pod is True               |
      | condition "ContainersReady" of the pod is True           |
    And condition "PodScheduled" of the pod is True before condition "Initialized" of the pod is True
    And condition "Initialized" of the pod is True before condition "Ready" of the pod is True
    And container "app" has started exactly 1 time

  # The volume comes late, so that the conditions do not all turn True within one second.
  @COND-01
  Scenario: Without init containers a pod is initialized before it is ready to start containers
    When I apply:
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: conditions}
      spec:
        terminationGracePeriodSeconds: 1
        volumes: [{name: config, configMap: {name: late}}]
        containers:
          - name: app
            image: busybox
            command: [sleep, '600']
            volumeMounts: [{name: config, mountPath: /config}]
            readinessProbe: {exec: {command: ['true']}, initialDelaySeconds: 3, periodSeconds: 1}
      """
    Then condition "PodScheduled" of the pod is True
    And condition "Initialized" of the pod is True
    And condition "PodReadyToStartContainers" of the pod is False
    And condition "PodReadyToStartContainers" of the pod stays False for 2s
    When I apply:
      """
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: late}
      data: {value: here}
      """
    Then condition "Ready" of the pod is True within 150s
    And it happens in this order:
      | condition "Initialized" of the pod is True               |
      | condition "PodReadyToStartContainers" of the pod is True |
      | condition "ContainersReady" of the pod is True           |
    And container "app" has started exactly 1 time

  @COND-02
  Scenario Outline: Without its volume a pod has no sandbox, and is Initialized only where it has no init container (<status>)
    When I apply:
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: sandbox}
      spec:
        volumes: [{name: config, configMap: {name: missing}}]
        <init>
        containers:
          - name: app
            image: busybox
            command: [sleep, '600']
            volumeMounts: [{name: config, mountPath: /config}]
      """
    Then event "FailedMount" is reported for the pod saying "missing"
    And condition "PodReadyToStartContainers" of the pod is False
    And condition "Initialized" of the pod is <status>
    And condition "ContainersReady" of the pod is False
    And condition "Ready" of the pod is False
    And condition "Initialized" of the pod stays <status> for 3s
    And condition "PodReadyToStartContainers" of the pod has never been True
    And condition "Ready" of the pod has never been True
    And container "app" has never started

    Examples:
      | init                                                               | status |
      | initContainers: [{name: init, image: busybox, command: ['true']}]  | False  |
      |                                                                    | True   |

  @COND-03
  Scenario: Readiness names exactly the containers that are not ready
    When I apply:
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: unready}
      spec:
        terminationGracePeriodSeconds: 1
        containers:
          - name: one
            image: busybox
            command: [sleep, '600']
            readinessProbe: {exec: {command: [cat, /tmp/ready]}, periodSeconds: 1, failureThreshold: 1}
          - name: two
            image: busybox
            command: [sleep, '600']
            readinessProbe: {exec: {command: [cat, /tmp/ready]}, periodSeconds: 1, failureThreshold: 1}
      """
    Then container "one" is running
    And container "two" is running
    And condition "Ready" of the pod is False with reason "ContainersNotReady" naming exactly "one, two"
    And condition "ContainersReady" of the pod is False with reason "ContainersNotReady" naming exactly "one, two"
    When I run "touch /tmp/ready" in container "one"
    Then condition "ContainersReady" of the pod is False with reason "ContainersNotReady" naming exactly "two" within 10s
    And condition "Ready" of the pod is False with reason "ContainersNotReady" naming exactly "two" within 10s
    And the containers of the pod are:
      | container | ready |
      | one       | yes   |
      | two       | no    |
    When I run "touch /tmp/ready" in container "two"
    Then condition "Ready" of the pod is True within 10s
    And condition "ContainersReady" of the pod is True
    And the containers of the pod are:
      | container | ready | restarts |
      | one       | yes   | 0        |
      | two       | yes   | 0        |

  @COND-03
  Scenario: After a successful finish the reason is PodCompleted
    When I apply:
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: completed}
      spec:
        restartPolicy: Never
        containers:
          - {name: app, image: busybox, command: ['true']}
      """
    Then the pod is Succeeded
    And condition "Ready" of the pod is False with reason "PodCompleted"
    And condition "ContainersReady" of the pod is False with reason "PodCompleted"

  @COND-04
  Scenario Outline: The phase is Running until the last container ended; exit codes <first> and <second> end it <phase>
    When I apply:
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: last}
      spec:
        restartPolicy: Never
        containers:
          - {name: short, image: busybox, command: [sh, -c, 'sleep 2; exit <first>']}
          - {name: long, image: busybox, command: [sh, -c, 'sleep 6; exit <second>']}
      """
    Then container "short" exits with code <first>
    And the pod is Running
    And the pod stays Running until container "long" exits
    And the pod is <phase>
    And the pod has never been <other>
    And the containers of the pod are:
      | container | state      | code     |
      | short     | terminated | <first>  |
      | long      | terminated | <second> |

    Examples:
      | first | second | phase     | other     |
      | 0     | 0      | Succeeded | Failed    |
      | 0     | 1      | Failed    | Succeeded |
      | 1     | 0      | Failed    | Succeeded |

  @COND-05
  Scenario: The printed STATUS column tells how far the init containers are
    When I apply:
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: printed}
      spec:
        terminationGracePeriodSeconds: 1
        initContainers:
          - {name: init-1, image: busybox, command: [sleep, '5']}
          - {name: init-2, image: busybox, command: [sleep, '5']}
        containers:
          - {name: app, image: busybox, command: [sleep, '600']}
      """
    Then the printed column "Status" of the pod shows "Init:0/2"
    And container "init-1" has never completed
    And the printed column "Status" of the pod shows "Init:1/2"
    And container "init-2" has never completed
    And the printed column "Status" of the pod shows "Running"

  @COND-05
  Scenario Outline: With policy <policy> a failing init container is printed as <status>
    When I apply:
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: printed}
      spec:
        restartPolicy: <policy>
        initContainers:
          - {name: init, image: busybox, command: ['false']}
        containers:
          - {name: app, image: busybox, command: [sleep, '600']}
      """
    Then the printed column "Status" of the pod shows "<status>"
    And container "app" has never started

    Examples:
      | policy | status     |
      | Never  | Init:Error |
      | Always | Init:Error |
