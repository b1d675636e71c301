Feature: The app starts only when its database accepts connections

  The init container wait-for-db tries the port of my-database every two seconds. Until it has
  completed, the kubelet starts no container of the app.

  Background:
    Given image "my-webapp:latest" serves HTTP on port 8080

  Scenario: Blocked while the Service does not exist
    When I apply "manifests/webapp-with-init.yaml"
    Then container "wait-for-db" is running within 20s
    And container "webapp" never starts for 5s
    And the pod stays Pending for 1s

  Scenario: Blocked while the Service has no endpoints
    Given dependency "my-database" on port 5432 has no endpoints
    When I apply "manifests/webapp-with-init.yaml"
    Then container "wait-for-db" logs "waiting for db" within 30s
    And container "webapp" never starts for 3s

  Scenario: Blocked while the port is closed, released when it opens
    Given dependency "my-database" on port 5432 refuses connections
    When I apply "manifests/webapp-with-init.yaml"
    Then container "wait-for-db" logs "waiting for db" within 30s
    And container "wait-for-db" has never completed
    And container "webapp" has never started
    When dependency "my-database" on port 5432 accepts connections
    Then container "wait-for-db" completes within 8s
    And container "wait-for-db" completes before container "webapp" starts
    And the pod is ready within 30s
    And container "wait-for-db" has started exactly 1 time

  Scenario: Released by a real PostgreSQL that takes its time
    When I apply "manifests/webapp-with-init.yaml"
    And I apply "manifests/my-database.yaml"
    Then container "wait-for-db" of pod "webapp-with-init" logs "waiting for db" within 30s
    And pod "webapp-with-init" is ready within 40s
    And container "postgres" of pod "my-database" is ready at least 2s after container "postgres" of pod "my-database" starts
    And container "postgres" of pod "my-database" starts before container "wait-for-db" of pod "webapp-with-init" completes
    And container "wait-for-db" of pod "webapp-with-init" completes before container "webapp" of pod "webapp-with-init" starts
    When I delete pod "my-database"
    Then container "postgres" of pod "my-database" exits with code 0 within 10s

  Scenario: The pod fails for good where nothing restarts its init container
    When I apply:
      """yaml
      apiVersion: v1
      kind: Pod
      metadata:
        name: webapp-once
      spec:
        restartPolicy: Never
        initContainers:
          - name: wait-for-db
            image: busybox
            command: ['sh', '-c', 'nc -z my-database 5432 || { echo no database; exit 1; }']
        containers:
          - name: webapp
            image: my-webapp:latest
      """
    Then container "wait-for-db" exits with code 1 within 30s
    And the pod is Failed within 30s
    And the pod stays Failed for 3s
    And container "wait-for-db" has started exactly 1 time
    And container "webapp" has never started
