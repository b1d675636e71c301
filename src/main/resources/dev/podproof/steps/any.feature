Feature: what Cucumber loads the step definitions for
  Scenario: one that needs nothing
    Given the cluster gives access to its node
