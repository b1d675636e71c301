Feature: Red in many ways
  What a run says of each is what is said when its evidence is judged again.

  Scenario: An order that is not kept
    When I apply:
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec:
        initContainers: [{name: init, image: busybox, command: ["true"]}]
        containers: [{name: app, image: busybox, command: [sleep, "60"]}]
      """
    Then container "app" starts before init container "init" completes

  Scenario: What must never happen happens
    When I apply:
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec:
        restartPolicy: Never
        containers: [{name: app, image: busybox, command: [sh, -c, "sleep 1; exit 4"]}]
      """
    Then container "app" starts
    And container "app" never exits for 5s

  Scenario: It does not stay so
    When I apply:
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec:
        restartPolicy: Never
        containers: [{name: app, image: busybox, command: [sleep, "2"]}]
      """
    Then the pod is Running
    And the pod stays Running for 6s

  Scenario: A command prints something else
    When I apply:
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec: {terminationGracePeriodSeconds: 1, containers: [{name: app, image: busybox, command: [sleep, "60"]}]}
      """
    And I remember field "metadata.name" of the pod as "pod"
    Then running "hostname" in container "app" prints exactly "not-${pod}" within 3s

  Scenario: A file is not so
    When I apply:
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec: {terminationGracePeriodSeconds: 1, containers: [{name: app, image: busybox, command: [sleep, "60"]}]}
      """
    Then file "/etc/hostname" in container "app" contains "nothing of the kind" within 2s

  Scenario: A request is not answered so
    When I apply:
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec:
        terminationGracePeriodSeconds: 1
        containers: [{name: app, image: busybox, command: [sh, -c, "echo hello > /index.html; httpd -f -p 80 -h /"]}]
      """
    Then container "app" is ready
    And GET "/index.html" on port 80 of pod "web" answers "goodbye" within 2s

  Scenario: A request is refused that should be accepted
    When I try to apply:
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec: {restartPolicy: Sometimes, containers: [{name: app, image: busybox}]}
      """
    Then it is accepted

  Scenario: One of a group lags behind
    When I apply:
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: one, labels: {app: web}}
      spec: {terminationGracePeriodSeconds: 1, containers: [{name: app, image: busybox, command: [sleep, "60"]}]}
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: two, labels: {app: web}}
      spec:
        terminationGracePeriodSeconds: 1
        containers: [{name: app, image: busybox, command: [sleep, "60"], readinessProbe: {exec: {command: ["false"]}, periodSeconds: 1}}]
      """
    Then all pods labelled "app=web" are ready within 5s

  Scenario: A dependency refuses
    Given dependency "my-database" on port 5432 refuses connections
    When I apply:
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec:
        terminationGracePeriodSeconds: 1
        initContainers:
          - name: wait
            image: busybox
            command: [sh, -c, 'until nc -z -w 1 my-database 5432; do echo "waiting for my-database"; sleep 1; done']
        containers: [{name: app, image: busybox, command: [sleep, "60"]}]
      """
    Then container "app" starts within 6s

  Scenario: A field, and an image that is not there
    When I apply:
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec: {containers: [{name: app, image: "nowhere.invalid/none:1"}]}
      """
    Then field "status.phase" of the pod is "Running" within 5s

  Scenario: How often
    When I apply:
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec: {containers: [{name: app, image: busybox, command: [sh, -c, "echo up; exit 1"]}]}
      """
    Then container "app" starts for the 2nd time within 30s
    And container "app" has started exactly 1 time

  Scenario: A manifest that the API server refuses
    When I apply:
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec: {restartPolicy: Sometimes, containers: [{name: app, image: busybox}]}
      """

  Scenario: All is well
    When I apply:
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec: {restartPolicy: Never, containers: [{name: app, image: busybox, command: ["true"]}]}
      """
    Then container "app" completes
    And container "app" has started exactly 1 time
