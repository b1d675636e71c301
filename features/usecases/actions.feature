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
