Feature: Init containers that fail

  @IFAIL-01
  Scenario: With policy Always a failing init container is tried for ever and nothing behind it ever starts
    When I apply:
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: for-ever}
      spec:
        restartPolicy: Always
        initContainers:
          - {name: init-1, image: busybox, command: ['false']}
          - {name: init-2, image: busybox, command: ['true']}
        containers:
          - {name: app, image: busybox, command: [sleep, '600']}
      """
    Then container "init-1" exits with code 1 for the 3rd time within 60s
    And condition "Initialized" of the pod is False with reason "ContainersNotInitialized" naming exactly "init-1, init-2"
    And container "init-1" has restart count of at least 3 within 90s
    And container "init-2" has never started
    And container "app" has never started
    And the pod has never been Running
    And the pod has never been Failed
    And condition "Initialized" of the pod has never been True
    And container "init-1" has never completed
    And the pod stays Pending for 3s
    And the containers of the pod are:
      | container | state   | reason          | restarts |
      | init-2    | waiting | PodInitializing | 0        |
      | app       | waiting | PodInitializing | 0        |

  @IFAIL-02
  Scenario: With policy Never the first failing init container fails the pod
    When I apply:
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: at-once}
      spec:
        restartPolicy: Never
        initContainers:
          - {name: init-1, image: busybox, command: ['true']}
          - {name: init-2, image: busybox, command: ['false']}
        containers:
          - {name: app, image: busybox, command: [sleep, '600']}
      """
    Then the pod is Failed
    And the containers of the pod are:
      | container | state      | code | reason          | restarts |
      | init-1    | terminated | 0    | Completed       | 0        |
      | init-2    | terminated | 1    | Error           | 0        |
      | app       | waiting    |      | PodInitializing | 0        |
    And condition "Initialized" of the pod is False with reason "ContainersNotInitialized" naming exactly "init-2"
    And the pod stays Failed for 5s
    And container "init-2" has started exactly 1 time
    And container "app" has never started

  @IFAIL-03
  Scenario Outline: With policy <policy> a third attempt goes on, and finds what the failed ones left
    When I apply:
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: third-time}
      spec:
        restartPolicy: <policy>
        terminationGracePeriodSeconds: 1
        volumes: [{name: work, emptyDir: {}}]
        initContainers:
          - name: init
            image: busybox
            command: [sh, -c, 'echo try >> /work/tries; [ $(wc -l < /work/tries) -ge 3 ]']
            volumeMounts: [{name: work, mountPath: /work}]
        containers:
          - name: app
            image: busybox
            command: [sleep, '600']
            volumeMounts: [{name: work, mountPath: /work}]
      """
    Then init container "init" completes within 60s
    And init container "init" has exited exactly 3 times
    And init container "init" completes before container "app" starts
    And the pod has never been Failed
    And container "app" is running within 60s
    And container "init" has restart count 2
    And file "/work/tries" in container "app" has exactly 3 lines

    Examples:
      | policy    |
      | OnFailure |
      | Always    |

  @IFAIL-04
  Scenario: Retries are spaced with a growing delay
    When I apply:
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: spaced}
      spec:
        initContainers:
          - {name: init, image: busybox, command: ['false']}
        containers:
          - {name: app, image: busybox, command: [sleep, '600']}
      """
    Then event "BackOff" is reported for init container "init" within 60s
    And init container "init" starts for the 4th time within 120s
    And the pauses between the runs of init container "init" grow, the first at least 5s
    And container "app" has never started
