Feature: Why a cluster refuses, evicts or cannot make a pod
  Needs --allow-cluster-scoped.

  Scenario: A volume outgrows its size limit
    When I apply:
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec:
        terminationGracePeriodSeconds: 1
        volumes: [{name: scratch, emptyDir: {sizeLimit: 1Mi}}]
        containers: [{name: app, image: busybox, command: [sh, -c, 'dd if=/dev/zero of=/scratch/f bs=1M count=5; sleep 600'], volumeMounts: [{name: scratch, mountPath: /scratch}]}]
      """
    Then container "app" never exits for 150s

  Scenario: A container outgrows its ephemeral storage
    When I apply:
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec:
        terminationGracePeriodSeconds: 1
        containers: [{name: app, image: busybox, command: [sh, -c, 'dd if=/dev/zero of=/tmp/f bs=1M count=5; sleep 600'], resources: {limits: {ephemeral-storage: 1Mi}}}]
      """
    Then container "app" never exits for 60s

  Scenario: A runtime that the node does not have
    When I apply:
      """
      apiVersion: node.k8s.io/v1
      kind: RuntimeClass
      metadata: {name: gvisor}
      handler: runsc
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec:
        terminationGracePeriodSeconds: 1
        runtimeClassName: gvisor
        containers: [{name: app, image: busybox, command: [sleep, '600']}]
      """
    Then the pod is ready within 15s

  Scenario: A network that cannot be set up
    When I apply:
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web, annotations: {kubernetes.io/ingress-bandwidth: '1'}}
      spec:
        terminationGracePeriodSeconds: 1
        containers: [{name: app, image: busybox, command: [sleep, '600']}]
      """
    Then the pod is ready within 15s

  Scenario: A limit range refuses the pod of a Deployment
    When I apply:
      """
      apiVersion: v1
      kind: LimitRange
      metadata: {name: small}
      spec: {limits: [{type: Container, max: {memory: 64Mi}}]}
      ---
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: web}
      spec:
        selector: {matchLabels: {app: web}}
        template:
          metadata: {labels: {app: web}}
          spec: {containers: [{name: app, image: busybox, command: [sleep, '600'], resources: {limits: {memory: 1Gi}}}]}
      """
    Then the pod of deployment "web" is ready within 6s

  Scenario: A policy refuses the pod of a Deployment
    When I apply:
      """
      apiVersion: admissionregistration.k8s.io/v1
      kind: ValidatingAdmissionPolicy
      metadata: {name: has-team}
      spec:
        matchConstraints:
          objectSelector: {matchLabels: {policy: has-team}}
          resourceRules: [{apiGroups: [''], apiVersions: [v1], operations: [CREATE], resources: [pods]}]
        validations: [{expression: "'team' in object.metadata.labels", message: 'every pod needs the label team'}]
      ---
      apiVersion: admissionregistration.k8s.io/v1
      kind: ValidatingAdmissionPolicyBinding
      metadata: {name: has-team}
      spec: {policyName: has-team, validationActions: [Deny]}
      ---
      # API servers read policies once a second: what the policy is to refuse comes after this pod.
      apiVersion: v1
      kind: Pod
      metadata: {name: first}
      spec:
        terminationGracePeriodSeconds: 1
        restartPolicy: Never
        containers: [{name: app, image: busybox, command: [sleep, '5']}]
      """
    Then pod "first" is Succeeded within 60s
    When I apply:
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: web}
      spec:
        selector: {matchLabels: {app: web}}
        template:
          metadata: {labels: {app: web, policy: has-team}}
          spec: {containers: [{name: app, image: busybox, command: [sleep, '600']}]}
      """
    Then the pod of deployment "web" is ready within 6s

  Scenario: A service account that does not exist
    When I apply:
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: web}
      spec:
        selector: {matchLabels: {app: web}}
        template:
          metadata: {labels: {app: web}}
          spec: {serviceAccountName: builder, containers: [{name: app, image: busybox, command: [sleep, '600']}]}
      """
    Then the pod of deployment "web" is ready within 6s

  Scenario: A taint that the pod does not tolerate
    When I apply:
      """
      apiVersion: v1
      kind: Node
      metadata: {name: tainted, labels: {pool: gpu}}
      spec: {taints: [{key: gpu, value: 'only', effect: NoSchedule}]}
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec:
        terminationGracePeriodSeconds: 1
        nodeSelector: {pool: gpu}
        containers: [{name: app, image: busybox, command: [sleep, '600']}]
      """
    Then the pod is ready within 15s
