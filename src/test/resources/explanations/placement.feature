Feature: Why a pod finds no place

  Scenario: More CPU than a node has
    When I apply:
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec:
        terminationGracePeriodSeconds: 1
        containers: [{name: app, image: busybox, command: [sleep, '9'], resources: {requests: {cpu: 64}}}]
      """
    Then the pod is ready within 15s

  Scenario: A node selector that fits no node
    When I apply:
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec:
        terminationGracePeriodSeconds: 1
        nodeSelector: {disk: fast}
        containers: [{name: app, image: busybox, command: [sleep, '600']}]
      """
    Then the pod is ready within 15s

  Scenario: A claim that nobody binds
    When I apply:
      """
      apiVersion: v1
      kind: PersistentVolumeClaim
      metadata: {name: data}
      spec: {accessModes: [ReadWriteOnce], storageClassName: fast, resources: {requests: {storage: 1Gi}}}
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec:
        terminationGracePeriodSeconds: 1
        volumes: [{name: data, persistentVolumeClaim: {claimName: data}}]
        containers: [{name: app, image: busybox, command: [sleep, '600']}]
      """
    Then the pod is ready within 15s

  Scenario: A claim that does not exist
    When I apply:
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec:
        terminationGracePeriodSeconds: 1
        volumes: [{name: data, persistentVolumeClaim: {claimName: data}}]
        containers: [{name: app, image: busybox, command: [sleep, '600']}]
      """
    Then the pod is ready within 15s

  Scenario: A quota refuses the pod of a Deployment
    When I apply:
      """
      apiVersion: v1
      kind: ResourceQuota
      metadata: {name: none}
      spec: {hard: {pods: 0}}
      ---
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: web}
      spec:
        selector: {matchLabels: {app: web}}
        template:
          metadata: {labels: {app: web}}
          spec: {containers: [{name: app, image: busybox, command: [sleep, '600']}]}
      """
    Then the pod of deployment "web" is ready within 6s

  Scenario: A Job is kept alive by an ordinary container
    When I apply:
      """
      apiVersion: batch/v1
      kind: Job
      metadata: {name: import}
      spec:
        template:
          spec:
            terminationGracePeriodSeconds: 1
            restartPolicy: Never
            containers:
              - {name: import, image: busybox, command: [sh, -c, 'echo done']}
              - {name: proxy, image: busybox, command: [sleep, '600']}
      """
    Then the pod of job "import" is Succeeded within 10s

  Scenario: A root user where none may be
    When I apply:
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec:
        terminationGracePeriodSeconds: 1
        containers: [{name: app, image: busybox, command: [sleep, '9'], securityContext: {runAsNonRoot: true}}]
      """
    Then the pod is ready within 15s
