Feature: Broken pods of which no family of causes knows as such

  Scenario: A program that ends at once
    When I apply:
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec:
        containers: [{name: app, image: busybox, command: [echo, done]}]
      """
    Then container "app" never exits for 60s

  Scenario: A directory that the node does not have
    When I apply:
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec:
        volumes: [{name: data, hostPath: {path: /nowhere, type: Directory}}]
        containers: [{name: app, image: busybox, command: [sleep, '9'], volumeMounts: [{name: data, mountPath: /data}]}]
      """
    Then the pod is ready within 20s

  Scenario: A port of the node that is taken
    When I apply:
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: first}
      spec:
        terminationGracePeriodSeconds: 1
        containers: [{name: app, image: busybox, command: [sleep, '600'], ports: [{containerPort: 80, hostPort: 18099}]}]
      """
    And I apply:
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec:
        terminationGracePeriodSeconds: 1
        containers: [{name: app, image: busybox, command: [sleep, '600'], ports: [{containerPort: 80, hostPort: 18099}]}]
      """
    Then pod "web" is ready within 12s

  Scenario: A script that is not there
    When I apply:
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec:
        initContainers: [{name: migrate, image: busybox, command: [sh, /scripts/migrate.sh]}]
        containers: [{name: app, image: busybox, command: [sleep, '600']}]
      """
    Then container "app" starts within 20s
