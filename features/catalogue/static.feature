Feature: What the API server decides from the manifest alone

  @STATIC-01
  Scenario Outline: <twins> of one name are refused
    When I try to apply as a dry run:
      """yaml
      apiVersion: v1
      kind: Pod
      metadata: {name: twins}
      spec:
        initContainers: [<init containers>]
        containers: [<containers>]
      """
    Then it is refused with code 422 at "<field>" saying "Duplicate value"

    Examples:
      | twins                     | init containers                                            | containers                                                 | field                       |
      | Two apps                  |                                                            | {name: twin, image: busybox}, {name: twin, image: busybox} | spec.containers[1].name     |
      | An init container and app | {name: twin, image: busybox}                               | {name: twin, image: busybox}                               | spec.initContainers[0].name |
      | Two init containers       | {name: twin, image: busybox}, {name: twin, image: busybox} | {name: app, image: busybox}                                | spec.initContainers[1].name |

  @STATIC-02
  Scenario Outline: A plain init container may not have a <field>, a sidecar may
    When I try to apply as a dry run:
      """yaml
      apiVersion: v1
      kind: Pod
      metadata: {name: hooked}
      spec:
        initContainers:
          - {name: init, image: busybox, <field>: <value>}
        containers:
          - {name: app, image: busybox}
      """
    Then it is refused with code 422 at "spec.initContainers[0].<field>" saying "Forbidden"
    When I try to apply as a dry run:
      """yaml
      apiVersion: v1
      kind: Pod
      metadata: {name: hooked}
      spec:
        initContainers:
          - {name: init, image: busybox, restartPolicy: Always, <field>: <value>}
        containers:
          - {name: app, image: busybox}
      """
    Then it is accepted

    Examples:
      | field          | value                                  |
      | lifecycle      | {preStop: {exec: {command: ['true']}}} |
      | livenessProbe  | {exec: {command: ['true']}}            |
      | readinessProbe | {exec: {command: ['true']}}            |
      | startupProbe   | {exec: {command: ['true']}}            |

  @STATIC-03
  Scenario: A pod without an app container is refused, whatever init containers it has
    When I try to apply as a dry run:
      """yaml
      apiVersion: v1
      kind: Pod
      metadata: {name: no-app}
      spec:
        initContainers: [{name: init, image: busybox}]
        containers: []
      """
    Then it is refused with code 422 at "spec.containers" saying "Required value"

  @STATIC-03
  Scenario Outline: <fault> in <kind> is refused
    When I try to apply as a dry run:
      """yaml
      apiVersion: v1
      kind: Pod
      metadata: {name: mounts}
      spec:
        <list>:
        - {name: broken, image: busybox, volumeMounts: [<mounts>]}
        <next list>
        - {name: sound, image: busybox}
        volumes: [{name: data, emptyDir: {}}, {name: more, emptyDir: {}}]
      """
    Then it is refused with code 422 at "spec.<list>[0].volumeMounts<field>" saying "<says>"

    Examples:
      | fault                           | kind              | list           | next list   | mounts                                                   | field         | says           |
      | A mount of an undeclared volume | an app container  | containers     |             | {name: nowhere, mountPath: /a}                           | [0].name      | Not found      |
      | A mount of an undeclared volume | an init container | initContainers | containers: | {name: nowhere, mountPath: /a}                           | [0].name      | Not found      |
      | A second mount on one path      | an app container  | containers     |             | {name: data, mountPath: /a}, {name: more, mountPath: /a} | [1].mountPath | must be unique |
      | A second mount on one path      | an init container | initContainers | containers: | {name: data, mountPath: /a}, {name: more, mountPath: /a} | [1].mountPath | must be unique |

  @STATIC-04
  Scenario Outline: A live pod does not take <change>
    When I apply:
      """yaml
      apiVersion: v1
      kind: Pod
      metadata: {name: live}
      spec:
        terminationGracePeriodSeconds: 1
        initContainers:
          - {name: init, image: busybox, command: ['true']}
          - {name: sidecar, image: busybox, restartPolicy: Always, command: [sleep, '600']}
        containers:
          - {name: app, image: busybox, command: [sleep, '600']}
        volumes: [{name: data, emptyDir: {}}]
      """
    Then the pod is ready
    When I try to patch pod "live":
      """yaml
      spec:
        <list>: [<patch>]
      """
    Then it is refused with code 422 at "<field>" saying "<says>"
    And container "app" has never exited
    And sidecar "sidecar" has never exited

    Examples:
      | change                   | list           | patch                                                                        | field               | says                                         |
      | a new command of the app | containers     | {name: app, command: [sleep, '500']}                                         | spec                | pod updates may not change fields other than |
      | a variable for the app   | containers     | {name: app, env: [{name: A, value: b}]}                                      | spec                | pod updates may not change fields other than |
      | a mount for the app      | containers     | {name: app, volumeMounts: [{name: data, mountPath: /a}]}                     | spec                | pod updates may not change fields other than |
      | a new command of an init | initContainers | {name: init, command: ['false']}                                             | spec                | pod updates may not change fields other than |
      | one more sidecar         | initContainers | {name: more, image: busybox, restartPolicy: Always, command: [sleep, '600']} | spec.initContainers | may not add or remove containers             |

  @STATIC-04
  Scenario Outline: A live pod takes a new image of <kind>
    Given Kubernetes <version> or newer
    When I apply:
      """yaml
      apiVersion: v1
      kind: Pod
      metadata: {name: live}
      spec:
        terminationGracePeriodSeconds: 1
        initContainers:
          - {name: init, image: busybox, command: ['true']}
          - {name: sidecar, image: busybox, restartPolicy: Always, command: [sleep, '600']}
        containers:
          - {name: app, image: busybox, command: [sleep, '600']}
      """
    Then the pod is ready
    And field "metadata.generation" of the pod is "1"
    When I try to patch pod "live":
      """yaml
      spec:
        <list>: [{name: <name>, image: 'busybox:1.37'}]
      """
    Then it is accepted
    And field "spec.<list>[name=<name>].image" of the pod is "busybox:1.37"
    And field "metadata.generation" of the pod is "2"

    # pods have had a generation since 1.33
    Examples:
      | kind              | list           | name    | version |
      | the app           | containers     | app     | 1.33    |
      | an init container | initContainers | init    | 1.33    |
      | a sidecar         | initContainers | sidecar | 1.33    |

  @STATIC-05
  Scenario Outline: A <kind>'s template with policy <policy> is refused, <with> a sidecar, and with <allowed> accepted
    When I try to apply as a dry run:
      """yaml
      apiVersion: <api>
      kind: <kind>
      metadata: {name: workload}
      spec:
        <selector>
        template:
          metadata: {labels: {app: workload}}
          spec:
            restartPolicy: <policy>
            initContainers: [<sidecar>]
            containers: [{name: app, image: busybox}]
      """
    Then it is refused with code 422 at "spec.template.spec.restartPolicy"
    When I try to apply as a dry run:
      """yaml
      apiVersion: <api>
      kind: <kind>
      metadata: {name: workload}
      spec:
        <selector>
        template:
          metadata: {labels: {app: workload}}
          spec:
            restartPolicy: <allowed>
            initContainers: [<sidecar>]
            containers: [{name: app, image: busybox}]
      """
    Then it is accepted

    Examples:
      | kind       | api      | policy    | allowed   | selector                                 | with    | sidecar                                           |
      | Job        | batch/v1 | Always    | OnFailure |                                          | without |                                                   |
      | Job        | batch/v1 | Always    | OnFailure |                                          | with    | {name: sc, image: busybox, restartPolicy: Always} |
      | Deployment | apps/v1  | Never     | Always    | selector: {matchLabels: {app: workload}} | without |                                                   |
      | Deployment | apps/v1  | Never     | Always    | selector: {matchLabels: {app: workload}} | with    | {name: sc, image: busybox, restartPolicy: Always} |
      | Deployment | apps/v1  | OnFailure | Always    | selector: {matchLabels: {app: workload}} | without |                                                   |
      | Deployment | apps/v1  | OnFailure | Always    | selector: {matchLabels: {app: workload}} | with    | {name: sc, image: busybox, restartPolicy: Always} |

  @STATIC-06
  Scenario: A negative grace period is accepted and kept as 1
    When I try to apply:
      """yaml
      apiVersion: v1
      kind: Pod
      metadata: {name: negative}
      spec:
        restartPolicy: Never
        terminationGracePeriodSeconds: -1
        containers: [{name: app, image: busybox, command: ['true']}]
      """
    Then it is accepted
    And field "spec.terminationGracePeriodSeconds" of the pod is "1"

  @STATIC-07
  Scenario Outline: The unknown field <field> is refused, and lost only where that is asked for
    When I try to apply:
      """yaml
      apiVersion: v1
      kind: Pod
      metadata: {name: typo}
      spec:
        restartPolicy: Never
        <in the pod>
        initContainers:
          - name: init
            image: busybox
            command: ['true']
            <in the init container>
        containers:
          - {name: app, image: busybox, command: ['true']}
      """
    Then it is refused with code 400 saying "<field>"
    When I try to apply with field validation "Ignore":
      """yaml
      apiVersion: v1
      kind: Pod
      metadata: {name: typo}
      spec:
        restartPolicy: Never
        <in the pod>
        initContainers:
          - name: init
            image: busybox
            command: ['true']
            <in the init container>
        containers:
          - {name: app, image: busybox, command: ['true']}
      """
    Then it is accepted
    And field "<field>" of the pod is absent

    Examples:
      | field                                | in the pod                                    | in the init container |
      | spec.initContainer                   | initContainer: [{name: lost, image: busybox}] |                       |
      | spec.initContainers[0].restartpolicy |                                               | restartpolicy: Always |
      | spec.readinessProbe                  | readinessProbe: {exec: {command: ['true']}}   |                       |

  @STATIC-08
  Scenario Outline: A request above its limit is refused for <kind>
    When I try to apply as a dry run:
      """yaml
      apiVersion: v1
      kind: Pod
      metadata: {name: faulty}
      spec:
        <list>:
        - {name: faulty, image: busybox, <policy> resources: {requests: {cpu: 200m}, limits: {cpu: 100m}}}
        <next list>
        - {name: sound, image: busybox}
      """
    Then it is refused with code 422 at "spec.<list>[0].resources.requests" saying "must be less than or equal to cpu limit"

    Examples:
      | kind              | list           | policy                 | next list   |
      | an init container | initContainers |                        | containers: |
      | a sidecar         | initContainers | restartPolicy: Always, | containers: |
      | an app container  | containers     |                        |             |

  @STATIC-08
  Scenario Outline: A name that is no DNS label is refused for <kind>
    When I try to apply as a dry run:
      """yaml
      apiVersion: v1
      kind: Pod
      metadata: {name: faulty}
      spec:
        <list>:
        - {name: Not_A_Label, <policy> image: busybox}
        <next list>
        - {name: sound, image: busybox}
      """
    Then it is refused with code 422 at "spec.<list>[0].name" saying "a lowercase RFC 1123 label"

    Examples:
      | kind              | list           | policy                 | next list   |
      | an init container | initContainers |                        | containers: |
      | a sidecar         | initContainers | restartPolicy: Always, | containers: |
      | an app container  | containers     |                        |             |

  @STATIC-08
  Scenario Outline: A missing image is refused for <kind>
    When I try to apply as a dry run:
      """yaml
      apiVersion: v1
      kind: Pod
      metadata: {name: faulty}
      spec:
        <list>:
        - {name: faulty, <policy> command: ['true']}
        <next list>
        - {name: sound, image: busybox}
      """
    Then it is refused with code 422 at "spec.<list>[0].image" saying "Required value"

    Examples:
      | kind              | list           | policy                 | next list   |
      | an init container | initContainers |                        | containers: |
      | a sidecar         | initContainers | restartPolicy: Always, | containers: |
      | an app container  | containers     |                        |             |
