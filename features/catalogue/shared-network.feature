Feature: The containers of a pod share one network namespace

  @NET-01
  Scenario: App and sidecar reach each other over localhost
    When I apply:
      """yaml
      apiVersion: v1
      kind: Pod
      metadata: {name: neighbours}
      spec:
        terminationGracePeriodSeconds: 5
        initContainers:
          - name: sidecar
            image: busybox
            restartPolicy: Always
            command:
              - sh
              - -c
              - |
                trap 'exit 0' TERM
                mkdir /www; echo from the sidecar > /www/index.html
                httpd -f -p 9090 -h /www & wait $!
        containers:
          - name: app
            image: busybox
            command:
              - sh
              - -c
              - |
                trap 'exit 0' TERM
                mkdir /www; echo from the app > /www/index.html
                httpd -f -p 8080 -h /www & wait $!
      """
    Then GET "http://localhost:9090/" from container "app" answers "from the sidecar"
    And GET "http://localhost:8080/" from container "sidecar" answers "from the app"

  # The kubelet writes the hosts file anew whenever a container of the pod starts, so another one may find it empty for a
  # moment (k8s.io/kubernetes, pkg/kubelet: ensureHostsFile). Each looks again every second.
  @NET-02
  Scenario: All containers have the pod's address, the pod's name as host name, and the kubelet's hosts file
    When I apply:
      """yaml
      apiVersion: v1
      kind: Pod
      metadata: {name: one-identity}
      spec:
        terminationGracePeriodSeconds: 5
        hostAliases: [{ip: 10.1.2.3, hostnames: [legacy-db]}]
        initContainers:
          - name: init
            image: busybox
            command:
              - sh
              - -c
              - |
                head -n 1 /etc/hosts
                echo I am $(hostname) at $(hostname -i), my interface has $(ip -4 -o addr show eth0 | awk '{print $4}'), legacy-db is $(awk '/legacy-db/{print $1}' /etc/hosts)
          - name: sidecar
            image: busybox
            restartPolicy: Always
            command:
              - sh
              - -c
              - |
                trap 'exit 0' TERM
                while :; do
                  head -n 1 /etc/hosts
                  echo I am $(hostname) at $(hostname -i), my interface has $(ip -4 -o addr show eth0 | awk '{print $4}'), legacy-db is $(awk '/legacy-db/{print $1}' /etc/hosts)
                  sleep 1 & wait $!
                done
        containers:
          - name: app-1
            image: busybox
            command:
              - sh
              - -c
              - |
                trap 'exit 0' TERM
                while :; do
                  head -n 1 /etc/hosts
                  echo I am $(hostname) at $(hostname -i), my interface has $(ip -4 -o addr show eth0 | awk '{print $4}'), legacy-db is $(awk '/legacy-db/{print $1}' /etc/hosts)
                  sleep 1 & wait $!
                done
          - name: app-2
            image: busybox
            command:
              - sh
              - -c
              - |
                trap 'exit 0' TERM
                while :; do
                  head -n 1 /etc/hosts
                  echo I am $(hostname) at $(hostname -i), my interface has $(ip -4 -o addr show eth0 | awk '{print $4}'), legacy-db is $(awk '/legacy-db/{print $1}' /etc/hosts)
                  sleep 1 & wait $!
                done
      """
    Then the pod is ready
    When I remember field "status.podIP" of the pod as "ip"
    Then init container "init" logs a line matching "^I am one-identity at ${ip}, my interface has ${ip}/\d+, legacy-db is 10.1.2.3$"
    And sidecar "sidecar" logs a line matching "^I am one-identity at ${ip}, my interface has ${ip}/\d+, legacy-db is 10.1.2.3$"
    And container "app-1" logs a line matching "^I am one-identity at ${ip}, my interface has ${ip}/\d+, legacy-db is 10.1.2.3$"
    And container "app-2" logs a line matching "^I am one-identity at ${ip}, my interface has ${ip}/\d+, legacy-db is 10.1.2.3$"
    And init container "init" logs "# Kubernetes-managed hosts file"
    And sidecar "sidecar" logs "# Kubernetes-managed hosts file"
    And container "app-1" logs "# Kubernetes-managed hosts file"
    And container "app-2" logs "# Kubernetes-managed hosts file"

  @NET-03
  Scenario: A second server on a port that is taken fails again and again, the first one is not disturbed
    When I apply:
      """yaml
      apiVersion: v1
      kind: Pod
      metadata: {name: one-port}
      spec:
        terminationGracePeriodSeconds: 5
        containers:
          - name: server-a
            image: busybox
            command:
              - sh
              - -c
              - |
                trap 'exit 0' TERM
                mkdir /www; echo this is a > /www/index.html
                httpd -f -p 8080 -h /www & wait $!
          - name: server-b
            image: busybox
            command: [sh, -c, 'sleep 3; mkdir /www; echo this is b > /www/index.html; exec httpd -f -p 8080 -h /www']
      """
    Then container "server-b" exits with code 1
    And container "server-b" logs "Address already in use"
    And container "server-b" starts for the 3rd time
    And the pauses between the runs of container "server-b" grow
    And event "BackOff" is reported for container "server-b"
    And container "server-b" has restart count of at least 2
    And container "server-b" has never completed
    And GET "http://localhost:8080/" from container "server-a" answers "this is a"
    And container "server-a" stays running for 3s
    And container "server-a" has never exited
    And container "server-a" has started exactly 1 time

  @NET-03
  Scenario: On different ports two servers run side by side
    When I apply:
      """yaml
      apiVersion: v1
      kind: Pod
      metadata: {name: two-ports}
      spec:
        terminationGracePeriodSeconds: 2
        containers:
          - name: server-a
            image: busybox
            command:
              - sh
              - -c
              - |
                trap 'exit 0' TERM
                mkdir /www; echo this is a > /www/index.html
                httpd -f -p 8080 -h /www & wait $!
          - name: server-b
            image: busybox
            command: [sh, -c, 'sleep 3; mkdir /www; echo this is b > /www/index.html; exec httpd -f -p 8081 -h /www']
      """
    Then GET "http://localhost:8080/" from container "server-b" answers "this is a"
    And GET "http://localhost:8081/" from container "server-a" answers "this is b"
    And container "server-b" stays running for 5s
    And container "server-a" has never exited
    And container "server-b" has never exited

  @NET-04
  Scenario: A server on the loopback address serves its sibling and nobody outside the pod
    When I apply:
      """yaml
      apiVersion: v1
      kind: Pod
      metadata: {name: server}
      spec:
        terminationGracePeriodSeconds: 2
        containers:
          - name: app
            image: busybox
            command:
              - sh
              - -c
              - |
                trap 'exit 0' TERM
                mkdir /www; echo private > /www/index.html
                httpd -f -p 127.0.0.1:8080 -h /www & wait $!
          - name: helper
            image: busybox
            command:
              - sh
              - -c
              - |
                trap 'exit 0' TERM
                mkdir /www; echo public > /www/index.html
                httpd -f -p 9090 -h /www & wait $!
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: client}
      spec:
        terminationGracePeriodSeconds: 2
        containers:
          - {name: client, image: busybox, command: [sh, -c, 'trap "exit 0" TERM; sleep 600 & wait $!']}
      """
    Then pod "server" is ready
    And pod "client" is ready
    When I remember field "status.podIP" of pod "server" as "ip"
    Then GET "http://127.0.0.1:8080/" from container "helper" of pod "server" answers "private"
    And GET "http://${ip}:9090/" from container "client" of pod "client" answers "public"
    And GET "http://${ip}:8080/" from container "client" of pod "client" is not answered

  @NET-05
  Scenario: The pod's address and network namespace outlive the restart of a container
    When I apply:
      """yaml
      apiVersion: v1
      kind: Pod
      metadata: {name: lasting}
      spec:
        terminationGracePeriodSeconds: 3
        containers:
          - name: app
            image: busybox
            command:
              - sh
              - -c
              - |
                trap 'exit 0' TERM
                echo my interface has $(ip -4 -o addr show eth0 | awk '{print $4}')
                until [ -e /tmp/crash ]; do sleep 0.2; done
                exit 1
          - name: listener
            image: busybox
            command:
              - sh
              - -c
              - |
                trap 'exit 0' TERM
                mkdir /www; echo still here > /www/index.html
                httpd -f -p 9090 -h /www & wait $!
      """
    Then the pod is ready
    When I remember field "status.podIP" of the pod as "ip"
    And I remember what "readlink /proc/1/ns/net" prints in container "listener" as "namespace"
    Then running "readlink /proc/1/ns/net" in container "app" prints exactly "${namespace}"
    When I run "touch /tmp/crash" in container "app"
    Then container "app" exits with code 1
    And container "app" starts for the 2nd time
    And container "app" has restart count 1
    And container "app" logs "my interface has ${ip}/" for the 2nd time
    And field "status.podIP" of the pod stays "${ip}" for 2s
    And running "readlink /proc/1/ns/net" in container "app" prints exactly "${namespace}"
    And GET "http://localhost:9090/" from container "app" answers "still here"
    And container "listener" has never exited

  @NET-06
  Scenario Outline: A Service reaches a sidecar's port by <how>
    Given Kubernetes <version> or newer
    When I apply:
      """yaml
      apiVersion: v1
      kind: Service
      metadata: {name: side}
      spec:
        selector: {app: side}
        ports: [{port: 80, targetPort: <target>}]
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: side, labels: {app: side}}
      spec:
        terminationGracePeriodSeconds: 3
        initContainers:
          - name: sidecar
            image: busybox
            restartPolicy: Always
            command:
              - sh
              - -c
              - |
                trap 'exit 0' TERM
                mkdir /www; echo from the sidecar > /www/index.html
                httpd -f -p 9090 -h /www & wait $!
            ports: [{name: side-port, containerPort: 9090}]
            readinessProbe: {tcpSocket: {port: 9090}, periodSeconds: 1}
        containers:
          - {name: app, image: busybox, command: [sh, -c, 'trap "exit 0" TERM; sleep 600 & wait $!']}
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: client}
      spec:
        terminationGracePeriodSeconds: 2
        containers:
          - {name: client, image: busybox, command: [sh, -c, 'trap "exit 0" TERM; sleep 600 & wait $!']}
      """
    Then pod "side" is ready
    And pod "client" is ready
    And field "subsets[0].ports[0].port" of endpoints "side" is "9090"
    And GET "http://side/" from container "client" of pod "client" answers "from the sidecar"

    Examples:
      | how    | target    | version |
      | number | 9090      | 1.29    |
      | name   | side-port | 1.33    |
