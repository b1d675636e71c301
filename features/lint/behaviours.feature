Feature: What podproof lint claims to be so, for the fault and for its cure

  @sidecar-among-containers
  Scenario: The fault: it starts after the init container
    When I apply "src/test/resources/lint/rule/sidecar-among-containers/fault.yaml"
    Then init container "migrate" completes before container "proxy" starts

  @sidecar-among-containers
  Scenario: The cure: it starts before the init container
    When I apply "src/test/resources/lint/rule/sidecar-among-containers/clean.yaml"
    Then sidecar "proxy" starts before init container "migrate" starts

  @sidecar-without-startup-probe
  Scenario: The fault: the app finds nobody at the port
    When I apply "src/test/resources/lint/rule/sidecar-without-startup-probe/fault.yaml"
    Then container "app" exits with code 1

  @sidecar-without-startup-probe
  Scenario: The cure: the app waits for the port
    When I apply "src/test/resources/lint/rule/sidecar-without-startup-probe/clean.yaml"
    Then container "app" exits with code 0

  @sidecar-after-its-user
  Scenario: The fault: the init container fails
    When I apply "src/test/resources/lint/rule/sidecar-after-its-user/fault.yaml"
    Then init container "fetch" exits with code 1
    And sidecar "proxy" has never started

  @sidecar-after-its-user
  Scenario: The cure: the init container is answered
    When I apply "src/test/resources/lint/rule/sidecar-after-its-user/clean.yaml"
    Then init container "fetch" exits with code 0
    And container "app" starts

  @volume-mounted-once
  Scenario: The fault: the app has no such file
    When I apply "src/test/resources/lint/rule/volume-mounted-once/fault.yaml"
    Then container "app" exits with code 1

  @volume-mounted-once
  Scenario: The cure: the app has the file
    When I apply "src/test/resources/lint/rule/volume-mounted-once/clean.yaml"
    Then container "app" logs "seeded"
    And container "app" exits with code 0

  @one-file-two-paths
  Scenario: The fault: the app has no such file
    When I apply "src/test/resources/lint/rule/one-file-two-paths/fault.yaml"
    Then container "app" exits with code 1

  @one-file-two-paths
  Scenario: The cure: the app has the file
    When I apply "src/test/resources/lint/rule/one-file-two-paths/clean.yaml"
    Then container "app" logs "seeded"
    And container "app" exits with code 0

  @log-path-not-shared
  Scenario: The fault: no line is collected
    When I apply "src/test/resources/lint/rule/log-path-not-shared/fault.yaml"
    Then container "app" starts
    And sidecar "collector" never logs "line" for 5s

  @log-path-not-shared
  Scenario: The cure: lines are collected
    When I apply "src/test/resources/lint/rule/log-path-not-shared/clean.yaml"
    Then sidecar "collector" logs "line"

  @follows-file-not-there-yet
  Scenario: The fault: the collector fails
    When I apply "src/test/resources/lint/rule/follows-file-not-there-yet/fault.yaml"
    Then container "collector" exits with code 1

  @follows-file-not-there-yet
  Scenario: The cure: the collector waits for the file
    When I apply "src/test/resources/lint/rule/follows-file-not-there-yet/clean.yaml"
    Then container "collector" logs "line"
    And container "collector" has started exactly 1 time

  @init-waits-forever
  Scenario: The fault: the pod stays Pending
    When I apply "src/test/resources/lint/rule/init-waits-forever/fault.yaml"
    Then init container "wait" starts
    And the pod stays Pending for 8s

  @init-waits-forever
  Scenario: The cure: the init container fails in the end
    When I apply "src/test/resources/lint/rule/init-waits-forever/clean.yaml"
    Then the pod is Failed
    And container "app" has never started

  @wait-for-unknown-service
  Scenario: The fault: the wait ends in vain
    When I apply "src/test/resources/lint/rule/wait-for-unknown-service/fault.yaml"
    Then init container "wait" of pod "web" exits with code 1 within 60s
    And pod "web" is Failed

  @wait-for-unknown-service
  Scenario: The cure: the wait ends
    When I apply "src/test/resources/lint/rule/wait-for-unknown-service/clean.yaml"
    Then init container "wait" of pod "web" completes
    And container "app" of pod "web" starts

  @grace-shorter-than-prestop
  Scenario: The fault: no word of farewell
    When I apply "src/test/resources/lint/rule/grace-shorter-than-prestop/fault.yaml"
    Then container "app" starts
    When I delete pod "web"
    Then container "app" exits
    And container "app" never logs "goodbye" until pod "web" is gone

  @grace-shorter-than-prestop
  Scenario: The cure: the process has its time
    When I apply "src/test/resources/lint/rule/grace-shorter-than-prestop/clean.yaml"
    Then container "app" starts
    When I delete pod "web"
    Then container "app" logs "goodbye"
    And container "app" exits with code 0

  @shell-without-exec
  Scenario: The fault: it is killed when the grace period is over
    When I apply "src/test/resources/lint/rule/shell-without-exec/fault.yaml"
    Then container "app" starts
    When I delete pod "web"
    Then container "app" exits with code 137
    And container "app" exits at least 2s after I delete pod "web"

  @shell-without-exec
  Scenario: The cure: it ends at once
    When I apply "src/test/resources/lint/rule/shell-without-exec/clean.yaml"
    Then container "app" starts
    And container "app" is running
    When I delete pod "web"
    Then container "app" exits with code 0

  @pid1-ignores-term
  Scenario: The fault: it is killed when the grace period is over
    When I apply "src/test/resources/lint/rule/pid1-ignores-term/fault.yaml"
    Then container "app" starts
    When I delete pod "web"
    Then container "app" exits with code 137
    And container "app" exits at least 2s after I delete pod "web"

  @pid1-ignores-term
  Scenario: The cure: it ends at once
    When I apply "src/test/resources/lint/rule/pid1-ignores-term/clean.yaml"
    Then container "app" starts
    And container "app" is running
    When I delete pod "web"
    Then container "app" exits with code 0

  @sidecar-keeps-job
  Scenario: The fault: the Job does not complete
    When I apply "src/test/resources/lint/rule/sidecar-keeps-job/fault.yaml"
    Then container "import" of the pod of job "import" exits with code 0
    And container "agent" of the pod of job "import" never exits for 4s
    And field "status.succeeded" of job "import" is absent

  @sidecar-keeps-job
  Scenario: The cure: the Job completes
    When I apply "src/test/resources/lint/rule/sidecar-keeps-job/clean.yaml"
    Then field "status.succeeded" of job "import" is "1"

  @startup-as-strict-as-liveness
  Scenario: The fault: it is restarted before it is up
    When I apply "src/test/resources/lint/rule/startup-as-strict-as-liveness/fault.yaml"
    Then container "app" starts for the 2nd time within 40s

  @startup-as-strict-as-liveness
  Scenario: The cure: it comes up in peace
    When I apply "src/test/resources/lint/rule/startup-as-strict-as-liveness/clean.yaml"
    Then container "app" is started within 40s
    And container "app" has restart count 0

  @probe-of-another-container
  Scenario: The fault: it is ready without serving anything
    When I apply "src/test/resources/lint/rule/probe-of-another-container/fault.yaml"
    Then container "app" is ready

  @probe-of-another-container
  Scenario: The cure: it is not ready while it serves nothing
    When I apply "src/test/resources/lint/rule/probe-of-another-container/clean.yaml"
    Then container "proxy" is ready
    And container "app" is not ready

  @port-collision
  Scenario: The fault: one of the two fails
    When I apply "src/test/resources/lint/rule/port-collision/fault.yaml"
    Then the pod is Running
    And condition "Ready" of the pod is False
    And container "metrics" exits with code 1

  @port-collision
  Scenario: The cure: both run
    When I apply "src/test/resources/lint/rule/port-collision/clean.yaml"
    Then container "metrics" starts
    And container "app" starts
    And container "metrics" stays at restart count 0 for 4s

  @write-before-directory
  Scenario: The fault: the shell fails
    When I apply "src/test/resources/lint/rule/write-before-directory/fault.yaml"
    Then container "app" exits with code 1
    And container "app" logs a line matching "nonexistent directory"

  @write-before-directory
  Scenario: The cure: the file is written
    When I apply "src/test/resources/lint/rule/write-before-directory/clean.yaml"
    Then container "app" exits with code 0

  @unknown-field
  Scenario: The fault: it is refused
    When I try to apply:
      """
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
      spec:
        terminationGracePeriodSeconds: 3
        containers:
          - name: app
            image: busybox:1.37.0
            command: [sh, -c, "trap 'exit 0' TERM; sleep 3600 & wait $!"]
            readynessProbe:
              tcpSocket: {port: 8080}
      """
    Then it is refused with code 400 saying "unknown field"

  @unknown-field
  Scenario: The cure: it is accepted
    When I try to apply:
      """
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
      spec:
        terminationGracePeriodSeconds: 3
        containers:
          - name: app
            image: busybox:1.37.0
            command: [sh, -c, "trap 'exit 0' TERM; sleep 3600 & wait $!"]
            readinessProbe:
              tcpSocket: {port: 8080}
      """
    Then it is accepted

  @refused-by-api
  Scenario: The fault: it is refused
    When I try to apply:
      """
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
      spec:
        terminationGracePeriodSeconds: 3
        containers:
          - name: app
            image: busybox:1.37.0
            command: [sh, -c, "trap 'exit 0' TERM; sleep 3600 & wait $!"]
            volumeMounts:
              - name: dta
                mountPath: /data
        volumes:
          - name: data
            emptyDir: {}
      """
    Then it is refused with code 422 saying "Not found"

  @refused-by-api
  Scenario: The cure: it is accepted
    When I try to apply:
      """
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
      spec:
        terminationGracePeriodSeconds: 3
        containers:
          - name: app
            image: busybox:1.37.0
            command: [sh, -c, "trap 'exit 0' TERM; sleep 3600 & wait $!"]
            volumeMounts:
              - name: data
                mountPath: /data
        volumes:
          - name: data
            emptyDir: {}
      """
    Then it is accepted
