@more
Feature: What Services and names promise to pods

  Scenario: Endpoints follow readiness
    When I apply:
      """yaml
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
            command: [sh, -c, 'mkdir -p /w; echo hello > /w/index.html; exec httpd -f -p 8080 -h /w']
            readinessProbe: {exec: {command: [test, -e, /tmp/ready]}, periodSeconds: 1}
      """
    Then container "web" is running
    And field "endpoints[0].conditions.ready" of the endpointslice of service "web" is "false"
    When I run "touch /tmp/ready" in container "web"
    Then field "endpoints[0].conditions.ready" of the endpointslice of service "web" is "true"
    And field "endpoints[0].conditions.ready" of the endpointslice of service "web" is "true" after the pod is ready
    When I run "rm /tmp/ready" in container "web"
    Then field "endpoints[0].conditions.ready" of the endpointslice of service "web" is "false" for the 2nd time

  Scenario: A Service may publish addresses that are not ready
    When I apply:
      """yaml
      apiVersion: v1
      kind: Service
      metadata: {name: web}
      spec: {clusterIP: None, publishNotReadyAddresses: true, selector: {app: web}, ports: [{port: 80}]}
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: web, labels: {app: web}}
      spec:
        terminationGracePeriodSeconds: 1
        hostname: one
        subdomain: web
        containers:
          - name: web
            image: busybox
            command: [sleep, '600']
            readinessProbe: {exec: {command: ['false']}, periodSeconds: 1}
      """
    Then the endpointslice of service "web" matches:
      """
      endpoints: [{conditions: {ready: true}}]
      """
    And the pod is not ready
    When I remember field "status.podIP" of the pod as "ip"
    Then running "ping -c 1 -w 2 one.web" in container "web" prints "(${ip})" within 20s
    And running "hostname" in container "web" prints exactly "one"
    And running "hostname -f" in container "web" prints a line matching "^one\.web\..+\.svc\.cluster\.local$"

  Scenario: A terminating pod still serves, and its endpoint says so
    When I apply:
      """yaml
      apiVersion: v1
      kind: Service
      metadata: {name: web}
      spec: {selector: {app: web}, ports: [{port: 80, targetPort: 8080}]}
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: web, labels: {app: web}}
      spec:
        terminationGracePeriodSeconds: 15
        containers:
          - name: web
            image: busybox
            command: [sh, -c, 'mkdir -p /w; echo hello > /w/index.html; httpd -f -p 8080 -h /w & trap "sleep 6; exit 0" TERM; wait']
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: client}
      spec:
        terminationGracePeriodSeconds: 1
        containers: [{name: client, image: busybox, command: [sleep, '600']}]
      """
    Then pod "web" is ready
    And pod "client" is ready
    And GET "http://web/" from container "client" of pod "client" answers "hello"
    When I delete pod "web"
    Then the endpointslice of service "web" matches:
      """
      endpoints: [{conditions: {ready: false, serving: true, terminating: true}}]
      """
    And GET "http://web/" from container "client" of pod "client" answers "hello" for 2s
    And pod "web" is gone
    And GET "http://web/" from container "client" of pod "client" is not answered

  Scenario: Two pods behind one Service both answer
    When I apply:
      """yaml
      apiVersion: v1
      kind: Service
      metadata: {name: web}
      spec: {selector: {app: web}, ports: [{name: http, port: 80, targetPort: web}]}
      ---
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: web}
      spec:
        replicas: 2
        selector: {matchLabels: {app: web}}
        template:
          metadata: {labels: {app: web}}
          spec:
            terminationGracePeriodSeconds: 1
            containers:
              - name: web
                image: busybox
                command: [sh, -c, 'mkdir -p /w; hostname > /w/index.html; exec httpd -f -p 8080 -h /w']
                ports: [{name: web, containerPort: 8080}]
                readinessProbe: {tcpSocket: {port: web}, periodSeconds: 1}
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: client}
      spec:
        terminationGracePeriodSeconds: 1
        containers: [{name: client, image: busybox, command: [sleep, '600']}]
      """
    Then all pods of deployment "web" are ready
    And pod "client" is ready
    And field "endpoints[1].addresses[0]" of the endpointslice of service "web" exists
    And running "for i in $(seq 20); do wget -q -O - http://web; done | sort -u | wc -l" in container "client" of pod "client" prints exactly "2"
    And GET "http://web/none" from container "client" of pod "client" answers with status 404
    And GET "http://web/" from container "client" of pod "client" answers a line matching "^web-"

  Scenario: A pod with DNS settings of its own has them
    When I apply:
      """yaml
      apiVersion: v1
      kind: Pod
      metadata: {name: p}
      spec:
        terminationGracePeriodSeconds: 1
        dnsPolicy: None
        dnsConfig: {nameservers: [10.11.12.13], searches: [example.test], options: [{name: ndots, value: '3'}]}
        containers: [{name: app, image: busybox, command: [sleep, '600']}]
      """
    Then file "/etc/resolv.conf" in container "app" contains "nameserver 10.11.12.13"
    And file "/etc/resolv.conf" in container "app" contains "ndots:3"
    And file "/etc/resolv.conf" in container "app" does not contain "cluster.local"
    And file "/etc/resolv.conf" in container "app" has at least 3 lines

  Scenario: A port is reached where something listens, and refused where nothing does
    When I apply:
      """yaml
      apiVersion: v1
      kind: Pod
      metadata: {name: server}
      spec:
        terminationGracePeriodSeconds: 1
        containers: [{name: server, image: busybox, command: [sh, -c, 'mkdir /w; exec httpd -f -p 8080 -h /w']}]
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: client}
      spec:
        terminationGracePeriodSeconds: 1
        containers: [{name: client, image: busybox, command: [sleep, '600']}]
      """
    Then pod "server" is ready
    And pod "client" is ready
    When I remember field "status.podIP" of pod "server" as "ip"
    Then port 8080 of "${ip}" accepts connections from container "client" of pod "client"
    And port 8081 of "${ip}" refuses connections from container "client" of pod "client"
