Feature: What happens to pods when something happens to their node

  Scenario: A server that hangs fails its probe, and goes on where it was
    Given the cluster can freeze containers
    When I apply:
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: hanging}
      spec:
        terminationGracePeriodSeconds: 1
        containers:
          - name: web
            image: busybox
            command: [sh, -c, 'echo hello > /tmp/index.html; exec httpd -f -p 8080 -h /tmp']
            readinessProbe: {httpGet: {port: 8080}, periodSeconds: 1, failureThreshold: 1}
          - name: clock
            image: busybox
            command: [sh, -c, 'while true; do sleep 0.5; touch /tmp/tick; done']
      """
    Then the pod is ready
    When I freeze container "web"
    Then container "web" is not ready
    And condition "ContainersReady" of the pod is False with reason "ContainersNotReady" saying "web"
    And running "rm /tmp/tick; sleep 2; ls /tmp" in container "clock" prints "tick"
    When I thaw container "web"
    Then the pod is ready
    And container "web" is unchanged since I freeze container "web"

  Scenario: A pod that hangs is killed when its grace period is over
    Given the cluster can freeze containers
    When I apply:
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: stuck}
      spec:
        terminationGracePeriodSeconds: 3
        containers:
          - name: app
            image: busybox
            command: [sh, -c, 'trap "exit 0" TERM; while true; do sleep 0.2; echo tick; done']
      """
    Then container "app" logs "tick"
    When I freeze the pod
    And I delete pod "stuck"
    Then container "app" exits with code 137 at least 2s and at most 9s after I delete pod "stuck"

  Scenario: A pod that is let go on in time still ends in order
    Given the cluster can freeze containers
    When I apply:
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: paused}
      spec:
        terminationGracePeriodSeconds: 60
        containers:
          - name: app
            image: busybox
            command: [sh, -c, 'trap "echo bye; exit 0" TERM; while true; do sleep 0.2; echo tick; done']
      """
    Then container "app" logs "tick"
    When I freeze the pod
    And I delete pod "paused"
    Then container "app" never exits for 4s
    When I thaw the pod
    Then container "app" exits with code 0
    And container "app" exits at least 4s after I delete pod "paused"

  Scenario: A pod off the network is not served, and serves itself
    Given the cluster can disconnect pods
    When I apply:
      """
      apiVersion: v1
      kind: Service
      metadata: {name: web}
      spec: {selector: {app: web}, ports: [{port: 80, targetPort: 8080}]}
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: web, labels: {app: web}}
      spec:
        terminationGracePeriodSeconds: 1
        containers:
          - name: web
            image: busybox
            command: [sh, -c, 'echo hello > /tmp/index.html; exec httpd -f -p 8080 -h /tmp']
            readinessProbe: {httpGet: {port: 8080}, periodSeconds: 1, failureThreshold: 2}
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: client}
      spec:
        terminationGracePeriodSeconds: 1
        containers: [{name: client, image: busybox, command: [sleep, '600']}]
      """
    Then GET "http://web/" from container "client" of pod "client" answers "hello" within 20s
    When I disconnect pod "web"
    Then GET "http://web/" from container "client" of pod "client" is not answered
    And running "wget -qO- http://localhost:8080/" in container "web" of pod "web" prints "hello"
    And pod "web" is not ready
    And container "web" of pod "web" has never exited
    When I reconnect pod "web"
    Then pod "web" is ready
    And GET "http://web/" from container "client" of pod "client" answers "hello" within 20s

  Scenario: A worker that loses the network finds its database again
    Given the cluster can disconnect pods
    And dependency "my-database" on port 5432 accepts connections
    When I apply:
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: worker}
      spec:
        terminationGracePeriodSeconds: 1
        containers:
          - name: worker
            image: busybox
            command:
              - sh
              - -c
              - |
                until nc -z -w 1 my-database 5432; do sleep 0.2; done; echo "connected"
                while nc -z -w 1 my-database 5432; do sleep 0.2; done; echo "lost"
                until nc -z -w 1 my-database 5432; do sleep 0.2; done; echo "connected again"
                sleep 600
      """
    Then container "worker" logs "connected"
    And container "worker" has never logged "lost"
    When I disconnect pod "worker"
    Then container "worker" logs "lost"
    And container "worker" never logs "connected again" for 3s
    When I reconnect pod "worker"
    Then container "worker" logs "connected again"
    And it happens in this order:
      | container "worker" logs "lost"            |
      | container "worker" logs "connected again" |

  Scenario: A volume in memory that is full refuses what is written, until there is room again
    Given the cluster can fill volumes
    When I apply:
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: writer}
      spec:
        terminationGracePeriodSeconds: 1
        containers:
          - name: writer
            image: busybox
            command:
              - sh
              - -c
              - |
                n=0
                while echo hello > /cache/$n; do n=$((n+1)); sleep 0.2; done
                until echo hello > /cache/$n; do sleep 0.2; done; echo "written again"
                sleep 600
            volumeMounts: [{name: cache, mountPath: /cache}]
        volumes: [{name: cache, emptyDir: {medium: Memory, sizeLimit: 4Mi}}]
      """
    Then the pod is ready
    When I fill volume "cache" of the pod
    Then container "writer" logs "No space left on device"
    And container "writer" has never logged "written again"
    When I empty volume "cache" of the pod
    Then container "writer" logs "written again"

  Scenario: A pod whose volume on disk holds more than it may is evicted
    Given the cluster can fill volumes
    When I apply:
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: greedy}
      spec:
        terminationGracePeriodSeconds: 1
        containers:
          - name: app
            image: busybox
            command: [sleep, '600']
            volumeMounts: [{name: data, mountPath: /data}]
        volumes: [{name: data, emptyDir: {sizeLimit: 4Mi}}]
      """
    Then the pod is ready
    When I fill volume "data" of the pod
    Then the pod is Failed within 120s
    And field "status.reason" of the pod is "Evicted" within 120s
    And event "Evicted" is reported for the pod saying "data" within 120s
