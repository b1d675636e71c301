Feature: The web app starts when its database accepts connections

  Scenario: It waits for the port, and no longer
    Given dependency "database" on port 5432 refuses connections
    When I apply "manifests/web.yaml"
    Then container "wait-for-database" logs "waiting for database:5432"
    And container "web" has never started
    When dependency "database" on port 5432 accepts connections
    Then container "wait-for-database" completes before container "web" starts
    And the pod is ready
    And container "wait-for-database" has started exactly 1 time
