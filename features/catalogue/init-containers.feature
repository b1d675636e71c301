Feature: Init containers run first, one after the other

  @INIT-01
  Scenario: Three init containers run one at a time in the order of the list, and the app starts after the last
    When I apply:
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: ordered}
      spec:
        restartPolicy: Never
        initContainers:
          - {name: init-1, image: busybox, command: [sh, -c, 'echo begin; sleep 1; echo end']}
          - {name: init-2, image: busybox, command: [sh, -c, 'echo begin; sleep 1; echo end']}
          - {name: init-3, image: busybox, command: [sh, -c, 'echo begin; sleep 1; echo end']}
        containers:
          - {name: app, image: busybox, command: [sh, -c, 'echo begin']}
      """
    Then it happens in this order:
      | init container "init-1" starts      |
      | init container "init-1" completes   |
      | init container "init-2" starts      |
      | init container "init-2" completes   |
      | init container "init-3" starts      |
      | init container "init-3" completes   |
      | container "app" starts              |
    And the pod is Succeeded
    And container "init-1" has started exactly 1 time
    And container "init-2" has started exactly 1 time
    And container "init-3" has started exactly 1 time
    And container "app" has started exactly 1 time

  @INIT-02
  Scenario Outline: When every init container succeeded, only the app decides the phase: <policy> and <app> end <phase>
    When I apply:
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: decided}
      spec:
        restartPolicy: <policy>
        terminationGracePeriodSeconds: 1
        initContainers:
          - {name: init-1, image: busybox, command: ['true']}
          - {name: init-2, image: busybox, command: [sleep, '4']}
        containers:
          - {name: app, image: busybox, command: [sh, -c, '<app>']}
      """
    Then condition "Initialized" of the pod is False with reason "ContainersNotInitialized" naming exactly "init-2"
    And condition "Initialized" of the pod never becomes True until container "init-2" completes
    And container "init-2" completes before container "app" starts
    And the pod is <phase>
    And the containers of the pod are:
      | container | state      | code | reason    | ready | restarts |
      | init-1    | terminated | 0    | Completed | yes   | 0        |
      | init-2    | terminated | 0    | Completed | yes   | 0        |
      | app       | <state>    |      |           |       | 0        |
    And field "status.initContainerStatuses[0].name" of the pod is "init-1"
    And field "status.initContainerStatuses[1].name" of the pod is "init-2"
    And condition "Initialized" of the pod is True
    And the pod stays <phase> for 3s

    Examples:
      | policy | app       | phase     | state      |
      | Never  | true      | Succeeded | terminated |
      | Always | sleep 600 | Running   | running    |

  @INIT-03
  Scenario: As long as one init container is unfinished, everything behind it waits and the pod is Pending
    When I apply:
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: waiting}
      spec:
        terminationGracePeriodSeconds: 1
        initContainers:
          - {name: init-1, image: busybox, command: [sleep, '6']}
          - {name: init-2, image: busybox, command: [sleep, '2']}
        containers:
          - {name: app-1, image: busybox, command: [sleep, '600']}
          - {name: app-2, image: busybox, command: [sleep, '600']}
      """
    Then container "init-1" is running
    And the containers of the pod are:
      | container | state   | reason          | restarts | ready |
      | init-2    | waiting | PodInitializing | 0        | no    |
      | app-1     | waiting | PodInitializing | 0        | no    |
      | app-2     | waiting | PodInitializing | 0        | no    |
    And the pod stays Pending until container "init-2" completes
    And container "app-1" stays waiting with reason "PodInitializing" until container "init-2" completes
    And container "app-2" stays waiting with reason "PodInitializing" until container "init-2" completes
    And container "app-1" stays at restart count 0 until container "init-2" completes
    And container "app-2" stays at restart count 0 until container "init-2" completes
    And container "init-2" never starts until container "init-1" completes
    And container "app-1" never starts until container "init-2" completes
    And container "app-2" never starts until container "init-2" completes
    And the pod is Running

  @INIT-04
  Scenario: Restarts of the app do not run finished init containers again
    When I apply:
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: restarted}
      spec:
        terminationGracePeriodSeconds: 1
        initContainers:
          - {name: init-1, image: busybox, command: ['true']}
          - {name: init-2, image: busybox, command: ['true']}
          - {name: init-3, image: busybox, command: ['true']}
        containers:
          - {name: app, image: busybox, command: [sh, -c, 'sleep 1; exit 1']}
      """
    Then container "app" starts for the 4th time within 100s
    And container "app" has restart count of at least 3
    And container "init-1" has started exactly 1 time
    And container "init-2" has started exactly 1 time
    And container "init-3" has started exactly 1 time
    And the containers of the pod are:
      | container | state      | code | restarts |
      | init-1    | terminated | 0    | 0        |
      | init-2    | terminated | 0    | 0        |
      | init-3    | terminated | 0    | 0        |

  @INIT-05
  Scenario: An init container has its own image, tools and secret, which the app cannot see
    When I apply:
      """
      apiVersion: v1
      kind: Secret
      metadata: {name: token}
      stringData: {token: open-sesame}
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: own-tools}
      spec:
        terminationGracePeriodSeconds: 1
        volumes: [{name: token, secret: {secretName: token}}]
        initContainers:
          - name: init
            image: alpine/git
            command: [sh, -c, 'git --version && wc -c < /token/token']
            volumeMounts: [{name: token, mountPath: /token}]
        containers:
          - {name: app, image: busybox, command: [sleep, '600']}
      """
    Then init container "init" logs "git version"
    And init container "init" logs a line matching "^ *11$"
    And init container "init" completes
    And running "ls /token" in container "app" fails
    And running "git --version" in container "app" exits with code 127

  @INIT-06
  Scenario Outline: A finished init container's log and termination message stay readable (<policy>, exit <code>)
    When I apply:
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: messages}
      spec:
        restartPolicy: Never
        terminationGracePeriodSeconds: 1
        initContainers:
          - name: init
            image: busybox
            terminationMessagePolicy: <policy>
            command: [sh, -c, 'echo from the log; <write> exit <code>']
        containers:
          - {name: app, image: busybox, command: [sleep, '600']}
      """
    Then init container "init" exits with code <code>
    And init container "init" logs "from the log"
    And field "status.initContainerStatuses[name=init].state.terminated.message" of the pod <message>

    Examples:
      | policy                | code | write                                       | message                |
      | File                  | 0    | echo from the file > /dev/termination-log;  | contains "from the file" |
      | FallbackToLogsOnError | 0    |                                             | is absent              |
      | FallbackToLogsOnError | 1    |                                             | contains "from the log" |
      | File                  | 1    |                                             | is absent              |
