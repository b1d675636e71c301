Feature: What init containers and sidecars are for

  @USE-01
  Scenario Outline: An init container holds the app back as long as its database <state>
    Given dependency "my-database" on port 5432 <state>
    When I apply:
      """yaml
      apiVersion: v1
      kind: Pod
      metadata: {name: patient}
      spec:
        terminationGracePeriodSeconds: 3
        initContainers:
          - name: wait-for-db
            image: busybox
            command: [sh, -c, 'until nc -z -w 2 my-database 5432; do echo waiting for db; sleep 1; done']
        containers:
          - {name: app, image: busybox, command: [sh, -c, 'trap "exit 0" TERM; sleep 600 & wait $!']}
      """
    Then init container "wait-for-db" logs "waiting for db"
    And init container "wait-for-db" is running
    And container "app" never starts for 10s
    And the pod stays Pending for 1s
    And init container "wait-for-db" has never completed
    When dependency "my-database" on port 5432 accepts connections
    Then init container "wait-for-db" exits with code 0 before container "app" starts
    And container "app" starts after dependency "my-database" on port 5432 accepts connections
    And the pod is ready
    And init container "wait-for-db" has started exactly 1 time

    Examples:
      | state               |
      | has no endpoints    |
      | refuses connections |

  @USE-01
  Scenario: An init container holds the app back as long as its database's Service does not exist
    When I apply:
      """yaml
      apiVersion: v1
      kind: Pod
      metadata: {name: patient}
      spec:
        terminationGracePeriodSeconds: 3
        initContainers:
          - name: wait-for-db
            image: busybox
            command: [sh, -c, 'until nc -z -w 2 my-database 5432; do echo waiting for db; sleep 1; done']
        containers:
          - {name: app, image: busybox, command: [sh, -c, 'trap "exit 0" TERM; sleep 600 & wait $!']}
      """
    Then init container "wait-for-db" logs "waiting for db"
    And init container "wait-for-db" is running
    And container "app" never starts for 10s
    And the pod stays Pending for 1s
    And init container "wait-for-db" has never completed
    When dependency "my-database" on port 5432 accepts connections
    Then init container "wait-for-db" exits with code 0 before container "app" starts
    And the pod is ready
    And init container "wait-for-db" has started exactly 1 time

  @USE-02
  Scenario: An app that refuses to start without its data finds them complete
    When I apply:
      """yaml
      apiVersion: v1
      kind: Pod
      metadata: {name: seeded}
      spec:
        terminationGracePeriodSeconds: 3
        initContainers:
          - name: prepare
            image: busybox
            command:
              - sh
              - -c
              - |
                echo 'create table users (id int)' > /data/schema.sql
                sleep 1
                echo 'insert into users values (1)' > /data/seed.sql
                sleep 1
                touch /data/complete
            volumeMounts: [{name: data, mountPath: /data}]
        containers:
          - name: app
            image: busybox
            command: [sh, -c, 'trap "exit 0" TERM; [ -e /data/complete ] || exit 1; sleep 600 & wait $!']
            volumeMounts: [{name: data, mountPath: /data}]
        volumes: [{name: data, emptyDir: {}}]
      """
    Then init container "prepare" completes before container "app" starts
    And the pod is ready
    And running "echo $(ls /data)" in container "app" prints exactly "complete schema.sql seed.sql"
    And file "/data/schema.sql" in container "app" contains "create table users"
    And file "/data/seed.sql" in container "app" contains "insert into users"
    And container "app" stays at restart count 0 for 3s
    And container "app" has never exited
    And init container "prepare" has started exactly 1 time

  @USE-03
  Scenario: An init container clones a repository, and the app serves exactly that revision
    When I apply "manifests/git-server.yaml"
    Then pod "git-server" is ready
    When I remember what "git -C /git/site rev-parse HEAD" prints in container "git" of pod "git-server" as "revision"
    And I apply:
      """yaml
      apiVersion: v1
      kind: Pod
      metadata: {name: configured}
      spec:
        terminationGracePeriodSeconds: 3
        initContainers:
          - name: clone
            image: alpine/git
            command:
              - sh
              - -c
              - |
                git clone --quiet git://git-server/site /site/current || exit 1
                cd /site/current && git rev-parse HEAD > revision.txt
            volumeMounts: [{name: site, mountPath: /site}]
        containers:
          - name: web
            image: nginx:1.29-alpine
            volumeMounts: [{name: site, mountPath: /usr/share/nginx/html, subPath: current, readOnly: true}]
        volumes: [{name: site, emptyDir: {}}]
      """
    Then init container "clone" of pod "configured" completes before container "web" of pod "configured" starts
    And pod "configured" is ready
    And GET "/index.html" on port 80 of pod "configured" answers "version 1"
    And GET "/revision.txt" on port 80 of pod "configured" answers "${revision}"
    And running "cat /usr/share/nginx/html/revision.txt" in container "web" of pod "configured" prints exactly "${revision}"

  @USE-04
  Scenario: An init container registers the pod's own address before the app starts
    When I apply:
      """yaml
      apiVersion: v1
      kind: Service
      metadata: {name: registry}
      spec:
        selector: {app: registry}
        ports: [{port: 9000}]
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: registry, labels: {app: registry}}
      spec:
        terminationGracePeriodSeconds: 2
        containers:
          - name: registry
            image: busybox
            command: [sh, -c, 'trap "exit 0" TERM; nc -lkd 9000 & wait $!']
            readinessProbe: {tcpSocket: {port: 9000}, periodSeconds: 1}
      """
    Then pod "registry" is ready
    When I apply:
      """yaml
      apiVersion: v1
      kind: Pod
      metadata: {name: member}
      spec:
        terminationGracePeriodSeconds: 3
        initContainers:
          - name: register
            image: busybox
            command: [sh, -c, 'until echo member is at $POD_IP | nc -N -w 3 registry 9000; do sleep 1; done; sleep 1']
            env: [{name: POD_IP, valueFrom: {fieldRef: {fieldPath: status.podIP}}}]
        containers:
          - {name: app, image: busybox, command: [sh, -c, 'trap "exit 0" TERM; sleep 600 & wait $!']}
      """
    Then pod "member" is ready
    When I remember field "status.podIP" of pod "member" as "ip"
    Then container "registry" of pod "registry" logs a line matching "^member is at ${ip}$"
    And container "registry" of pod "registry" logs "member is at ${ip}" before container "app" of pod "member" starts
    And init container "register" of pod "member" completes before container "app" of pod "member" starts
    And container "registry" of pod "registry" has logged "member is at" exactly 1 time

  @USE-05
  Scenario Outline: A log agent that is <kind> prints every line of the app once and in order, also when the app crashes
    When I apply:
      """yaml
      apiVersion: v1
      kind: Pod
      metadata: {name: logged}
      spec:
        terminationGracePeriodSeconds: 3
        <list>:
        - name: agent
          image: busybox
          <policy>
          command: [sh, -c, 'trap "exit 0" TERM; tail -n +1 -F /logs/app.log 2>/dev/null & wait $!']
          volumeMounts: [{name: logs, mountPath: /logs}]
        <next list>
        - name: app
          image: busybox
          command:
            - sh
            - -c
            - |
              trap 'exit 0' TERM
              touch /logs/app.log
              n=$(wc -l < /logs/app.log)
              while [ ! -e /logs/crash ]; do
                n=$((n + 1))
                echo line $n. >> /logs/app.log
                sleep 0.2
              done
              rm /logs/crash
              exit 1
          volumeMounts: [{name: logs, mountPath: /logs}]
        volumes: [{name: logs, emptyDir: {}}]
      """
    Then container "agent" logs "line 10."
    When I run "touch /logs/crash" in container "app"
    Then container "app" exits with code 1
    And container "app" starts for the 2nd time
    And container "agent" logs "line 60."
    And container "agent" logs every line of file "/logs/app.log" of container "app" of pod "logged", once and in order
    And container "agent" has logged "line 1." exactly 1 time
    And container "app" has restart count 1
    And container "agent" stays at restart count 0 for 1s
    And container "agent" has never exited

    Examples:
      | kind               | list           | policy                | next list   |
      | a sidecar          | initContainers | restartPolicy: Always | containers: |
      | one more container | containers     |                       |             |

  @USE-06
  Scenario: An exporter tells the outside what the app tells only on localhost
    When I apply:
      """yaml
      apiVersion: v1
      kind: Pod
      metadata: {name: measured}
      spec:
        terminationGracePeriodSeconds: 3
        initContainers:
          - name: exporter
            image: busybox
            restartPolicy: Always
            command:
              - sh
              - -c
              - |
                trap 'exit 0' TERM
                mkdir -p /www/cgi-bin
                cat > /www/cgi-bin/metrics <<'END'
                #!/bin/sh
                printf 'Content-Type: text/plain\r\n\r\n'
                echo calls_total $(wget -q -O - http://127.0.0.1:8080/status)
                END
                chmod +x /www/cgi-bin/metrics
                httpd -f -p 9100 -h /www & wait $!
        containers:
          - name: app
            image: busybox
            command:
              - sh
              - -c
              - |
                trap 'exit 0' TERM
                mkdir -p /www/cgi-bin
                echo 0 > /www/status
                cat > /www/cgi-bin/call <<'END'
                #!/bin/sh
                echo $(($(cat /www/status) + 1)) > /www/status
                printf 'Content-Type: text/plain\r\n\r\ndone\n'
                END
                chmod +x /www/cgi-bin/call
                httpd -f -p 127.0.0.1:8080 -h /www & wait $!
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: client}
      spec:
        terminationGracePeriodSeconds: 2
        containers:
          - {name: client, image: busybox, command: [sh, -c, 'trap "exit 0" TERM; sleep 600 & wait $!']}
      """
    Then pod "measured" is ready
    And pod "client" is ready
    When I remember field "status.podIP" of pod "measured" as "ip"
    Then GET "http://${ip}:9100/cgi-bin/metrics" from container "client" of pod "client" answers "calls_total 0"
    When I run "for i in 1 2 3; do wget -q -O - http://127.0.0.1:8080/cgi-bin/call; done" in container "app" of pod "measured"
    Then it exits with code 0
    And GET "http://${ip}:9100/cgi-bin/metrics" from container "client" of pod "client" answers "calls_total 3"
    And GET "http://${ip}:8080/status" from container "client" of pod "client" is not answered

  @USE-07
  Scenario: A synchroniser refreshes what is served, and nothing is restarted
    When I apply:
      """yaml
      apiVersion: v1
      kind: Service
      metadata: {name: source}
      spec:
        selector: {app: source}
        ports: [{port: 8080}]
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: source, labels: {app: source}}
      spec:
        terminationGracePeriodSeconds: 2
        containers:
          - name: source
            image: busybox
            command:
              - sh
              - -c
              - |
                trap 'exit 0' TERM
                mkdir /www; echo first edition > /www/index.html
                httpd -f -p 8080 -h /www & wait $!
            readinessProbe: {tcpSocket: {port: 8080}, periodSeconds: 1}
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: mirror}
      spec:
        terminationGracePeriodSeconds: 3
        initContainers:
          - name: sync
            image: busybox
            restartPolicy: Always
            command:
              - sh
              - -c
              - |
                trap 'exit 0' TERM
                while :; do
                  timeout 3 wget -q -O /content/new http://source:8080/ && mv /content/new /content/index.html
                  sleep 1 & wait $!
                done
            volumeMounts: [{name: content, mountPath: /content}]
        containers:
          - name: web
            image: nginx:1.29-alpine
            volumeMounts: [{name: content, mountPath: /usr/share/nginx/html, readOnly: true}]
        volumes: [{name: content, emptyDir: {}}]
      """
    Then GET "/index.html" on port 80 of pod "mirror" answers "first edition"
    When I run "echo second edition > /www/index.html" in container "source" of pod "source"
    Then GET "/index.html" on port 80 of pod "mirror" answers "second edition" within 15s
    When I run "(echo vandalised > /usr/share/nginx/html/index.html) 2>&1" in container "web" of pod "mirror"
    Then it fails
    And it prints "Read-only file system"
    And the containers of pod "mirror" are:
      | container | state   | restarts | ready |
      | sync      | running | 0        | yes   |
      | web       | running | 0        | yes   |
    And container "sync" of pod "mirror" has never exited
    And container "web" of pod "mirror" has never exited

  @USE-08
  Scenario: One pod shows what sets a sidecar apart from an init container
    When I try to apply as a dry run:
      """yaml
      apiVersion: v1
      kind: Pod
      metadata: {name: compared}
      spec:
        initContainers:
          - {name: init, image: busybox, readinessProbe: {tcpSocket: {port: 8081}}}
        containers:
          - {name: app, image: busybox}
      """
    Then it is refused with code 422 at "spec.initContainers[0].readinessProbe" saying "Forbidden"
    When I apply:
      """yaml
      apiVersion: v1
      kind: Pod
      metadata: {name: compared}
      spec:
        terminationGracePeriodSeconds: 10
        initContainers:
          - name: init
            image: busybox
            command: [sh, -c, 'mkdir /www; echo init > /www/index.html; httpd -f -p 8081 -h /www & sleep 1; echo I serve $(wget -q -O - http://127.0.0.1:8081/)']
          - name: sidecar
            image: busybox
            restartPolicy: Always
            command:
              - sh
              - -c
              - |
                trap 'sleep 1; exit 0' TERM
                mkdir /www; echo sidecar > /www/index.html
                httpd -p 9090 -h /www
                until [ -e /tmp/crash ]; do sleep 0.2; done
                exit 1
            readinessProbe: {tcpSocket: {port: 9090}, periodSeconds: 1}
        containers:
          - {name: app, image: busybox, command: [sh, -c, 'trap "sleep 1; exit 0" TERM; sleep 600 & wait $!']}
      """
    Then init container "init" logs "I serve init"
    And init container "init" completes before container "app" starts
    And init container "init" completes before sidecar "sidecar" starts
    And sidecar "sidecar" starts before container "app" starts
    And the pod is ready
    And sidecar "sidecar" is ready
    And GET "http://localhost:9090/" from container "app" answers "sidecar"
    And GET "http://localhost:8081/" from container "app" is not answered
    When I run "touch /tmp/crash" in sidecar "sidecar"
    Then sidecar "sidecar" exits with code 1
    And sidecar "sidecar" starts for the 2nd time
    And the containers of the pod are:
      | container | state      | code | reason    | restarts | ready |
      | init      | terminated | 0    | Completed | 0        | yes   |
      | sidecar   | running    |      |           | 1        | yes   |
      | app       | running    |      |           | 0        | yes   |
    And GET "http://localhost:9090/" from container "app" answers "sidecar"
    And container "app" has never exited
    And the run of container "app" overlaps the run of sidecar "sidecar"
    And the run of container "app" overlaps the 2nd run of sidecar "sidecar"
    When I delete pod "compared"
    Then container "app" exits before sidecar "sidecar" exits for the 2nd time
    And sidecar "sidecar" exits with code 0
    And init container "init" has started exactly 1 time
    And the pod is gone
