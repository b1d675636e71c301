Feature: What a pod waits for

  Scenario: An earlier init container still runs
    When I apply:
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec:
        terminationGracePeriodSeconds: 1
        initContainers: [{name: wait, image: busybox, command: [sh, -c, 'while true; do echo still at it; sleep 1; done']}]
        containers: [{name: app, image: busybox, command: [sleep, '600']}]
      """
    Then the pod is ready within 15s

  Scenario: A dependency's name does not resolve
    When I apply:
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec:
        terminationGracePeriodSeconds: 1
        initContainers: [{name: wait, image: busybox, command: [sh, -c, 'until nc -z -w 1 my-database 5432; do echo waiting for db; sleep 1; done']}]
        containers: [{name: app, image: busybox, command: [sleep, '600']}]
      """
    Then the pod is ready within 15s

  Scenario: A Service has no endpoints, and one pod nearly matches
    When I apply:
      """
      apiVersion: v1
      kind: Service
      metadata: {name: my-database}
      spec: {selector: {app: my-database}, ports: [{port: 5432}]}
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: db, labels: {app: my-databse}}
      spec: {terminationGracePeriodSeconds: 1, containers: [{name: db, image: busybox, command: [sleep, '600']}]}
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec:
        terminationGracePeriodSeconds: 1
        initContainers: [{name: wait, image: busybox, command: [sh, -c, 'until nc -z -w 1 my-database 5432; do echo waiting for db; sleep 1; done']}]
        containers: [{name: app, image: busybox, command: [sleep, '600']}]
      """
    Then container "wait" of pod "web" completes within 20s

  Scenario: A port refuses
    Given dependency "my-database" on port 5432 refuses connections
    When I apply:
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec:
        terminationGracePeriodSeconds: 1
        initContainers: [{name: wait, image: busybox, command: [sh, -c, 'until nc -v -z -w 1 my-database 5432; do sleep 1; done']}]
        containers: [{name: app, image: busybox, command: [sleep, '600']}]
      """
    Then container "wait" completes within 20s

  Scenario: A port refuses or hangs
    Given dependency "my-database" on port 5432 refuses connections
    When I apply:
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec:
        terminationGracePeriodSeconds: 1
        initContainers: [{name: wait, image: busybox, command: [sh, -c, 'until nc -z -w 1 my-database 5432; do echo waiting for db; sleep 1; done']}]
        containers: [{name: app, image: busybox, command: [sleep, '600']}]
      """
    Then container "wait" completes within 20s

  Scenario: A port hangs
    Given dependency "my-database" on port 5432 drops packets
    When I apply:
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec:
        terminationGracePeriodSeconds: 1
        initContainers: [{name: wait, image: busybox, command: [sh, -c, 'until nc -v -z -w 1 my-database 5432; do sleep 1; done']}]
        containers: [{name: app, image: busybox, command: [sleep, '600']}]
      """
    Then container "wait" completes within 12s
