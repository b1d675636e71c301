@more
Feature: What becomes of objects of any kind

  Scenario: An object with a finalizer stays until it is taken away
    When I apply:
      """yaml
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: held, finalizers: [example.com/hold]}
      """
    And I delete configmap "held"
    Then field "metadata.deletionTimestamp" of configmap "held" exists
    And configmap "held" is never gone for 3s
    When I patch configmap "held":
      """
      metadata: {finalizers: null}
      """
    Then configmap "held" is gone

  Scenario: What an owner owns goes with it
    When I apply:
      """yaml
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: owner}
      """
    And I remember field "metadata.uid" of configmap "owner" as "uid"
    And I apply:
      """yaml
      apiVersion: v1
      kind: Secret
      metadata:
        name: owned
        ownerReferences: [{apiVersion: v1, kind: ConfigMap, name: owner, uid: "${uid}"}]
      """
    Then secret "owned" exists
    When I delete configmap "owner"
    Then secret "owned" is gone
    And configmap "owner" is gone before secret "owned" is gone

  Scenario: A quota refuses one pod too many
    When I apply:
      """yaml
      apiVersion: v1
      kind: ResourceQuota
      metadata: {name: few}
      spec: {hard: {pods: '1'}}
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: first}
      spec:
        terminationGracePeriodSeconds: 1
        containers: [{name: app, image: busybox, command: [sleep, '600']}]
      """
    Then field "status.used.pods" of resourcequota "few" is "1"
    When I try to apply:
      """yaml
      apiVersion: v1
      kind: Pod
      metadata: {name: second}
      spec:
        containers: [{name: app, image: busybox, command: [sleep, '600']}]
      """
    Then it is refused with code 403 saying "exceeded quota: few"
    And pod "second" has never existed

  Scenario: A limit range gives containers their defaults
    When I apply:
      """yaml
      apiVersion: v1
      kind: LimitRange
      metadata: {name: defaults}
      spec:
        limits: [{type: Container, default: {memory: 64Mi}, defaultRequest: {memory: 32Mi}, max: {memory: 128Mi}}]
      """
    And I apply:
      """yaml
      apiVersion: v1
      kind: Pod
      metadata: {name: p}
      spec:
        terminationGracePeriodSeconds: 1
        containers: [{name: app, image: busybox, command: [sleep, '600']}]
      """
    Then pod "p" matches:
      """
      spec:
        containers:
          - name: app
            resources: {limits: {memory: 64Mi}, requests: {memory: 32Mi}}
      """
    And field "spec.containers[name=app].resources.limits.memory" of pod "p" is at most 128Mi
    When I try to apply:
      """yaml
      apiVersion: v1
      kind: Pod
      metadata: {name: big}
      spec:
        containers: [{name: app, image: busybox, command: [sleep, '600'], resources: {limits: {memory: 256Mi}}}]
      """
    Then it is refused with code 403 saying "maximum memory usage per Container is 128Mi"

  Scenario: An immutable ConfigMap cannot be changed
    When I apply:
      """yaml
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: fixed}
      immutable: true
      data: {a: '1'}
      """
    And I try to patch configmap "fixed":
      """
      data: {a: '2'}
      """
    Then it is refused with code 422 at "data" saying "immutable"
    And field "data.a" of configmap "fixed" is "1"

  Scenario: A claim without a volume waits, and so does its pod
    When I apply:
      """yaml
      apiVersion: v1
      kind: PersistentVolumeClaim
      metadata: {name: data}
      spec: {accessModes: [ReadWriteOnce], storageClassName: none-such, resources: {requests: {storage: 1Gi}}}
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: p}
      spec:
        containers:
          - {name: app, image: busybox, command: [sleep, '600'], volumeMounts: [{name: data, mountPath: /data}]}
        volumes: [{name: data, persistentVolumeClaim: {claimName: data}}]
      """
    Then condition "PodScheduled" of the pod is False with reason "Unschedulable" saying "unbound immediate PersistentVolumeClaims"
    And event "ProvisioningFailed" is reported for persistentvolumeclaim "data"
    And field "status.phase" of persistentvolumeclaim "data" stays "Pending" for 3s
    And container "app" has never started

  Scenario: A lease is taken over by another holder
    When I apply:
      """yaml
      apiVersion: coordination.k8s.io/v1
      kind: Lease
      metadata: {name: leader}
      spec: {holderIdentity: one, leaseDurationSeconds: 15}
      """
    Then field "spec.holderIdentity" of lease "leader" is "one"
    When I patch lease "leader":
      """
      spec: {holderIdentity: two, leaseTransitions: 1}
      """
    Then field "spec.holderIdentity" of lease "leader" is "two"
    And field "spec.holderIdentity" of lease "leader" has changed exactly 1 time
