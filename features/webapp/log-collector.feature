Feature: A log collector sees every line that the app writes

  Both containers mount one volume. The app writes its log into a file there; the collector prints
  what it finds, so that the cluster's log pipeline picks it up.

  Scenario: Every line is visible to the collector, once and in order
    Given image "my-webapp:latest" writes a line to "/var/log/app/app.log" every 200ms
    When I apply "manifests/webapp-with-logging-sidecar.yaml"
    Then the pod is ready within 30s
    And containers "webapp" and "log-collector" share volume "logs"
    And container "log-collector" logs "line 10" within 30s
    And container "log-collector" logs every line of file "/var/log/app/app.log" of container "webapp" of pod "webapp-with-logging", once and in order

  Scenario: The sidecar is up before the app and stops after it
    Given image "my-webapp:latest" writes a line to "/var/log/app/app.log" every 200ms
    When I apply "manifests/webapp-with-logging-sidecar.yaml"
    Then sidecar "log-collector" starts before container "webapp" starts
    And the pod is ready within 30s
    When I delete pod "webapp-with-logging"
    Then container "webapp" exits before sidecar "log-collector" exits
    And sidecar "log-collector" exits with code 0
    And the pod is gone within 20s

  # tail -f gives up on a file that is not there yet. Whether it is, is a race between two containers
  # that start at the same time: this app loses it.
  Scenario: A collector beside an app that logs late gives up and is started again and again
    Given image "my-webapp:latest" writes a line to "/var/log/app/app.log" every 200ms, beginning after 30s
    When I apply "manifests/webapp-with-logging.yaml"
    Then container "log-collector" exits with code 1 within 20s
    And container "log-collector" logs "can't open '/var/log/app/app.log'"
    And container "log-collector" is waiting with reason "CrashLoopBackOff" within 20s
    And container "webapp" is running
    And running "grep -c ' /var/log/app ' /proc/mounts" in container "webapp" prints "1"
    And containers "webapp" and "log-collector" share volume "logs"

  Scenario: The sidecar stands an app that logs late
    Given image "my-webapp:latest" writes a line to "/var/log/app/app.log" every 200ms, beginning after 3s
    When I apply "manifests/webapp-with-logging-sidecar.yaml"
    Then container "log-collector" logs "line 5" within 30s
    And container "log-collector" has started exactly 1 time
