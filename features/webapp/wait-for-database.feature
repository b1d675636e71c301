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
    Then container "wait-for-db" completes within 20s
    And container "wait-for-db" completes before container "webapp" starts
    And the pod is ready within 30s
    And container "wait-for-db" has started exactly 1 time
