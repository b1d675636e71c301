Feature: What a scenario can do to pods that run

  Scenario: A signal from the node reaches process 1
    Given the cluster gives access to its node
    When I apply:
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: signalled}
      spec:
        restartPolicy: Never
        containers:
          - {name: app, image: busybox, command: [sh, -c, 'trap "exit 7" USR1; echo up; sleep 600 & wait $!']}
          - {name: other, image: busybox, command: [sleep, '600']}
      """
    Then container "app" logs "up"
    When I send signal USR1 to container "app"
    Then container "app" exits with code 7
    When I send signal KILL to container "other"
    Then container "other" exits with code 137
    And the pod is Failed

  Scenario: A Deployment is scaled, and its pod is evicted
    When I apply:
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: web}
      spec:
        replicas: 1
        selector: {matchLabels: {app: web}}
        template:
          metadata: {labels: {app: web}}
          spec:
            terminationGracePeriodSeconds: 1
            containers: [{name: web, image: busybox, command: [sleep, '600']}]
      """
    Then the pod of deployment "web" is ready
    And I remember field "metadata.name" of the pod of deployment "web" as "first"
    When I evict the pod of deployment "web"
    Then pod "${first}" is gone
    And the pod of deployment "web" is ready
    When I scale deployment "web" to 3
    Then field "status.readyReplicas" of deployment "web" is "3"

  Scenario: A pod is evicted, with its grace period and a condition that says so
    When I apply:
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: evicted}
      spec:
        terminationGracePeriodSeconds: 20
        containers:
          - {name: app, image: busybox, command: [sh, -c, 'trap "sleep 2; exit 0" TERM; echo up; sleep 600 & wait $!']}
      """
    Then container "app" logs "up"
    When I evict the pod
    Then condition "DisruptionTarget" of the pod is True with reason "EvictionByEvictionAPI"
    And container "app" exits with code 0 at least 1s and at most 10s after I evict the pod
    And the pod is gone

  Scenario: A disruption budget refuses an eviction until there is a second pod
    When I apply:
      """
      apiVersion: policy/v1
      kind: PodDisruptionBudget
      metadata: {name: web}
      spec: {minAvailable: 1, selector: {matchLabels: {app: web}}}
      ---
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: web}
      spec:
        replicas: 1
        selector: {matchLabels: {app: web}}
        template:
          metadata: {labels: {app: web}}
          spec:
            terminationGracePeriodSeconds: 1
            containers: [{name: web, image: busybox, command: [sleep, '600']}]
      """
    Then the pod of deployment "web" is ready
    And field "status.currentHealthy" of poddisruptionbudget "web" is "1"
    And I remember field "metadata.name" of the pod of deployment "web" as "first"
    When I try to evict pod "${first}"
    Then it is refused with code 429 saying "disruption budget"
    And pod "${first}" stays ready for 2s
    When I scale deployment "web" to 2
    Then field "status.disruptionsAllowed" of poddisruptionbudget "web" is "1"
    When I try to evict pod "${first}"
    Then it is accepted
    And pod "${first}" is gone

  Scenario: A signal that a container handles leaves it running
    Given the cluster gives access to its node
    When I apply:
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: reloaded}
      spec:
        terminationGracePeriodSeconds: 1
        initContainers:
          - name: proxy
            image: busybox
            restartPolicy: Always
            command: [sh, -c, 'trap "echo reloaded" HUP; echo up; while true; do sleep 0.2; done']
        containers:
          - {name: app, image: busybox, command: [sleep, '600']}
      """
    Then sidecar "proxy" logs "up"
    When I send signal HUP to sidecar "proxy"
    Then sidecar "proxy" logs "reloaded" within 10s
    And sidecar "proxy" is unchanged since I send signal HUP to sidecar "proxy"

  Scenario: A pod that lost its sandbox has another address, and its service leads there
    Given the cluster gives access to its node
    When I apply:
      """
      apiVersion: v1
      kind: Service
      metadata: {name: web}
      spec: {selector: {app: web}, ports: [{port: 80, targetPort: 8080}]}
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: web, labels: {app: web}}
      spec:
        terminationGracePeriodSeconds: 1
        containers:
          - name: web
            image: busybox
            command: [sh, -c, 'echo hello > /tmp/index.html; exec httpd -f -p 8080 -h /tmp']
            readinessProbe: {httpGet: {port: 8080}, periodSeconds: 1}
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: client}
      spec:
        terminationGracePeriodSeconds: 1
        containers: [{name: client, image: busybox, command: [sleep, '600']}]
      """
    Then GET "http://web/" from container "client" of pod "client" answers "hello" within 20s
    And I remember field "status.podIP" of pod "web" as "old"
    When I stop the sandbox of pod "web"
    Then container "web" of pod "web" starts for the 2nd time
    And field "status.podIP" of pod "web" is not "${old}"
    And GET "http://web/" from container "client" of pod "client" answers "hello" within 20s

  @isolated
  Scenario: A restart of the container runtime leaves containers alone
    Given the cluster can restart its kubelet
    When I apply:
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: undisturbed}
      spec:
        terminationGracePeriodSeconds: 1
        containers:
          - {name: app, image: busybox, command: [sh, -c, 'while true; do sleep 1; echo tick; done']}
      """
    Then container "app" logs "tick"
    When I restart the container runtime
    Then the pod stays Running for 5s
    And running "echo here" in container "app" prints "here"
    And field "status.containerStatuses[name=app].restartCount" of the pod is "0"

  Scenario: A container is given more while it runs
    Given Kubernetes 1.33 or newer
    When I apply:
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: grown}
      spec:
        terminationGracePeriodSeconds: 1
        containers:
          - name: app
            image: busybox
            command: [sleep, '600']
            resources: {requests: {cpu: 10m}, limits: {cpu: 100m}}
      """
    Then the pod is ready
    When I patch subresource "resize" of the pod:
      """
      spec: {containers: [{name: app, resources: {requests: {cpu: 20m}, limits: {cpu: 200m}}}]}
      """
    Then field "status.containerStatuses[name=app].resources.limits.cpu" of the pod is "200m" within 20s
    And container "app" is unchanged since I patch subresource "resize" of the pod
