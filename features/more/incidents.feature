@more
Feature: What has gone wrong elsewhere, and how it shows

  Scenario: A helper that ends with 0 before the app leaves a Never pod running
    When I apply:
      """yaml
      apiVersion: v1
      kind: Pod
      metadata: {name: p}
      spec:
        restartPolicy: Never
        containers:
          - {name: app, image: busybox, command: [sh, -c, 'sleep 12']}
          - {name: helper, image: busybox, command: [sh, -c, 'sleep 6']}
      """
    Then container "helper" completes before container "app" completes
    And the pod stays Running between container "helper" completes and container "app" completes
    And the pod is Succeeded
    And the containers of the pod are:
      | container | state      | code | reason    | restarts |
      | app       | terminated | 0    | Completed | 0        |
      | helper    | terminated | 0    | Completed | 0        |

  Scenario: A migration runs once for each replica unless it takes a lock
    When I apply:
      """yaml
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: app}
      spec:
        replicas: 2
        selector: {matchLabels: {app: app}}
        template:
          metadata: {labels: {app: app}}
          spec:
            terminationGracePeriodSeconds: 1
            initContainers: [{name: migrate, image: busybox, command: [sh, -c, 'echo migrating']}]
            containers: [{name: app, image: busybox, command: [sleep, '600']}]
      """
    Then all pods of deployment "app" are ready
    And init container "migrate" of exactly 2 of the pods of deployment "app" logs "migrating"
    And init container "migrate" of every pod of deployment "app" completes

  Scenario: Two writers of one log lose nothing that was rotated by renaming
    When I apply:
      """yaml
      apiVersion: v1
      kind: Pod
      metadata: {name: p}
      spec:
        terminationGracePeriodSeconds: 1
        containers:
          - name: one
            image: busybox
            command: [sh, -c, 'i=0; while [ $i -lt 20 ]; do i=$((i+1)); echo one $i >> /l/app.log; sleep 0.1; done; touch /l/done1; sleep 600']
            volumeMounts: &m [{name: l, mountPath: /l}]
          - name: two
            image: busybox
            command: [sh, -c, 'i=0; while [ $i -lt 20 ]; do i=$((i+1)); echo two $i >> /l/app.log; sleep 0.1; done; touch /l/done2; sleep 600']
            volumeMounts: *m
          - name: rotate
            image: busybox
            command: [sh, -c, 'sleep 1; mv /l/app.log /l/app.log.1; sleep 600']
            volumeMounts: *m
        volumes: [{name: l, emptyDir: {}}]
      """
    Then file "/l/done1" in container "one" exists
    And file "/l/done2" in container "one" exists
    And running "cat /l/app.log /l/app.log.1 | wc -l" in container "rotate" prints exactly "40"
    And file "/l/app.log.1" in container "rotate" has at least 2 lines
    And file "/l/app.log.1" in container "rotate" contains a line matching "^one 1$"

  Scenario: Readiness that flaps is seen as often as it turns
    When I apply:
      """yaml
      apiVersion: v1
      kind: Pod
      metadata: {name: p}
      spec:
        terminationGracePeriodSeconds: 1
        containers:
          - name: app
            image: busybox
            command: [sh, -c, 'for i in 1 2 3; do touch /tmp/r; sleep 4; rm /tmp/r; sleep 4; done; touch /tmp/r; sleep 600']
            readinessProbe: {exec: {command: [test, -e, /tmp/r]}, periodSeconds: 1, failureThreshold: 1}
      """
    Then container "app" is ready for the 3rd time within 60s
    And condition "Ready" of the pod has become True at least 3 times
    And the pod has become ready at least 3 times
    And container "app" has never exited

  Scenario: Zombies stay where process 1 reaps none, and go where pause does
    When I apply:
      """yaml
      apiVersion: v1
      kind: Pod
      metadata: {name: p}
      spec:
        shareProcessNamespace: true
        terminationGracePeriodSeconds: 1
        containers:
          - name: app
            image: busybox
            command: [sh, -c, 'while :; do sh -c "sleep 0.1 & exec true"; sleep 0.5; done']
      """
    Then container "app" is running
    And running "ps -o stat | grep -c Z" in container "app" prints exactly "0" within 10s
    And running "cat /proc/1/comm" in container "app" prints exactly "pause"

  Scenario: A hook that calls a sidecar which is gone fails, is told, and does not stop the end
    When I apply:
      """yaml
      apiVersion: v1
      kind: Pod
      metadata: {name: p}
      spec:
        terminationGracePeriodSeconds: 5
        containers:
          - name: app
            image: busybox
            command: [sh, -c, 'trap "exit 0" TERM; sleep 600 & wait $!']
            lifecycle: {preStop: {httpGet: {port: 9000, path: /drain}}}
      """
    Then the pod is ready
    When I pin the pod
    And I delete the pod
    Then event "FailedPreStopHook" is reported for container "app"
    And container "app" exits with code 0 at most 4s after I delete the pod

  Scenario: Retries of the app itself grow, and begin anew after a success
    When I apply:
      """yaml
      apiVersion: v1
      kind: Pod
      metadata: {name: p}
      spec:
        restartPolicy: Never
        containers:
          - name: app
            image: busybox
            command: [sh, -c, 'for w in 1 2 4; do echo retry; sleep $w; done; echo retry; echo connected; sleep 1; echo again; sleep 1; echo again']
      """
    Then container "app" completes
    And the pauses between the times container "app" logs "retry" grow, the first at least 0.5s
    And container "app" logs "again" at most 3s after container "app" logs "connected"
    And container "app" logs "retry" for the 3rd time at least 1.5s after container "app" logs "retry" for the 2nd time

  Scenario: A port that the sidecar has taken is told by the app's log and exit
    When I apply:
      """yaml
      apiVersion: v1
      kind: Pod
      metadata: {name: p}
      spec:
        restartPolicy: Never
        terminationGracePeriodSeconds: 1
        initContainers:
          - name: sidecar
            image: busybox
            restartPolicy: Always
            command: [sh, -c, 'mkdir /w; exec httpd -f -p 8080 -h /w']
            startupProbe: {tcpSocket: {port: 8080}, periodSeconds: 1}
        containers: [{name: app, image: busybox, command: [sh, -c, 'mkdir /w; exec httpd -f -p 8080 -h /w']}]
      """
    Then container "app" exits with a code other than 0
    And container "app" logs a line matching "[Aa]ddress (already )?in use"
    And the pod is Failed
    And sidecar "sidecar" never exits until container "app" exits

  Scenario: A herd of clients that wait for a server all go on when it opens
    Given dependency "backend" on port 8000 refuses connections
    When I apply:
      """yaml
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: herd}
      spec:
        replicas: 3
        selector: {matchLabels: {app: herd}}
        template:
          metadata: {labels: {app: herd}}
          spec:
            terminationGracePeriodSeconds: 1
            initContainers: [{name: wait, image: busybox, command: [sh, -c, 'until nc -z backend 8000; do echo waiting; sleep 1; done']}]
            containers: [{name: app, image: busybox, command: [sleep, '600']}]
      """
    Then init container "wait" of all pods of deployment "herd" logs "waiting"
    And container "app" of any pod of deployment "herd" has never started
    When dependency "backend" on port 8000 accepts connections
    Then all pods of deployment "herd" are ready
    And container "app" of all pods of deployment "herd" starts after dependency "backend" on port 8000 accepts connections

  Scenario: A pod without its ConfigMap waits from the moment on at which it is applied
    When I apply:
      """yaml
      apiVersion: v1
      kind: Pod
      metadata: {name: waits}
      spec:
        containers:
          - {name: app, image: busybox, command: [sleep, '600'], envFrom: [{configMapRef: {name: missing}}]}
      """
    Then the pod stays Pending for 2s
