Feature: Containers that cannot start

  @START-01
  Scenario: An init container whose image cannot be pulled keeps the pod Pending, even with policy Never
    When I apply:
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: unpulled}
      spec:
        restartPolicy: Never
        initContainers:
          - {name: init, image: 'registry.invalid/nothing:1', command: ['true']}
        containers:
          - {name: app, image: busybox, command: ['true']}
      """
    Then init container "init" is waiting with reason "ErrImagePull" or "ImagePullBackOff"
    And event "Failed" is reported for init container "init"
    And event "BackOff" is reported for init container "init"
    And container "app" is waiting with reason "PodInitializing"
    And the pod stays Pending for 5s
    And container "app" stays waiting with reason "PodInitializing" for 1s
    And the pod has never been Failed
    And container "init" has never started
    And container "app" has never started

  @START-02
  Scenario Outline: An image that is <problem> is named precisely and nothing starts (<list>)
    When I apply:
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: precise}
      spec:
        restartPolicy: Never
        initContainers:
          - {name: init, image: <init>, command: ['true']}
        containers:
          - {name: app, image: <app>, command: ['true']}
      """
    Then container "<container>" is waiting with reason "<reason>"
    And the pod stays Pending for 3s
    And container "<container>" has never started
    And container "app" has never started

    Examples:
      | problem   | list          | init                                           | app                                            | container | reason            |
      | absent    | init          | 'nothing:1', imagePullPolicy: Never            | busybox                                        | init      | ErrImageNeverPull |
      | absent    | app           | busybox                                        | 'nothing:1', imagePullPolicy: Never            | app       | ErrImageNeverPull |
      | malformed | init          | 'Not/A Name'                                   | busybox                                        | init      | InvalidImageName  |
      | malformed | app           | busybox                                        | 'Not/A Name'                                   | app       | InvalidImageName  |

  @START-03
  Scenario Outline: <what> ends an init container with exit code <code> and reason <reason>
    When I apply:
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: no-command}
      spec:
        restartPolicy: Never
        initContainers:
          - {name: init, image: busybox, command: <command>, terminationMessagePolicy: FallbackToLogsOnError}
        containers:
          - {name: app, image: busybox, command: ['true']}
      """
    Then the pod is Failed
    And init container "init" is terminated with code <code> and reason "<reason>"
    And field "status.initContainerStatuses[name=init].state.terminated.message" of the pod contains "<message>"
    And init container "init" stays at restart count 0 for 3s
    And container "app" has never started

    Examples:
      | what                          | command                   | code | reason     | message         |
      | A missing entry point         | [/no/such/program]        | 128  | StartError | no such file    |
      | A shell that finds no program | [sh, -c, no-such-program] | 127  | Error      | no-such-program |

  @START-04
  Scenario Outline: <kind> whose environment refers to a missing ConfigMap waits for it, and so does what comes after
    When I apply:
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: config}
      spec:
        terminationGracePeriodSeconds: 1
        initContainers:
          - name: reader
            image: busybox
            <policy>
            command: [sh, -c, 'echo value is $VALUE; <rest>']
            env: [{name: VALUE, valueFrom: {configMapKeyRef: {name: late, key: value}}}]
        containers:
          - {name: sibling, image: busybox, command: [sleep, '600']}
      """
    Then container "reader" is waiting with reason "CreateContainerConfigError"
    And container "sibling" is waiting with reason "PodInitializing"
    And the pod stays Pending for 3s
    And container "reader" has never started
    And container "sibling" has never started
    When I remember field "metadata.uid" of the pod as "uid"
    When I apply:
      """
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: late}
      data: {value: here}
      """
    Then container "reader" logs "value is here" within 100s
    And the pod is ready within 60s
    And container "reader" starts before container "sibling" starts
    And container "reader" has started exactly 1 time
    And field "metadata.uid" of the pod is "${uid}"

    Examples:
      | kind              | policy                | rest      |
      | An init container |                       | true      |
      | A sidecar         | restartPolicy: Always | sleep 600 |

  @START-04
  Scenario: An app container that waits for a ConfigMap does not hold up its sibling
    When I apply:
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: config-app}
      spec:
        terminationGracePeriodSeconds: 1
        containers:
          - name: reader
            image: busybox
            command: [sh, -c, 'echo value is $VALUE; sleep 600']
            env: [{name: VALUE, valueFrom: {configMapKeyRef: {name: late, key: value}}}]
          - {name: sibling, image: busybox, command: [sleep, '600']}
      """
    Then container "reader" is waiting with reason "CreateContainerConfigError"
    And container "sibling" is running
    And container "reader" has never started
    And the pod is not ready
    When I remember field "metadata.uid" of the pod as "uid"
    And I apply:
      """
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: late}
      data: {value: here}
      """
    Then container "reader" logs "value is here" within 100s
    And container "sibling" has started exactly 1 time
    And the pod is ready
    And container "sibling" has never exited
    And field "metadata.uid" of the pod is "${uid}"

  @START-05
  Scenario: A missing ConfigMap as a volume blocks every container until it exists
    When I apply:
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: volume}
      spec:
        terminationGracePeriodSeconds: 1
        volumes: [{name: config, configMap: {name: late}}]
        initContainers:
          - {name: init, image: busybox, command: ['true']}
        containers:
          - name: app
            image: busybox
            command: [sleep, '600']
            volumeMounts: [{name: config, mountPath: /config}]
      """
    Then event "FailedMount" is reported for the pod saying "late"
    And container "init" stays waiting for 5s
    And container "app" stays waiting for 1s
    And container "init" has never started
    And container "app" has never started
    And the pod has never been ready
    When I apply:
      """
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: late}
      data: {value: here}
      """
    Then the pod is ready within 150s
    And file "/config/value" in container "app" contains "here"

  @START-06
  Scenario Outline: A sidecar with an image that cannot be pulled blocks everything after it (<policy>)
    When I apply:
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: blocked}
      spec:
        restartPolicy: <policy>
        initContainers:
          - {name: sidecar, image: 'registry.invalid/nothing:1', restartPolicy: Always}
        containers:
          - {name: app, image: busybox, command: ['true']}
      """
    Then sidecar "sidecar" is waiting with reason "ErrImagePull" or "ImagePullBackOff"
    And event "Failed" is reported for sidecar "sidecar"
    And container "app" is waiting with reason "PodInitializing"
    And the pod stays Pending for 5s
    And the pod has never been Failed
    And sidecar "sidecar" has never started
    And container "app" has never started

    Examples:
      | policy    |
      | Never     |
      | OnFailure |
      | Always    |
