Feature: Pods that break for reasons which Kubernetes does not tell by itself

  Scenario: A command in one string
    When I apply:
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec:
        terminationGracePeriodSeconds: 1
        containers: [{name: app, image: busybox, command: ['sleep 600']}]
      """
    Then the pod is ready within 15s

  Scenario: An entrypoint script without the right to execute
    When I apply:
      """
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: scripts}
      data: {run.sh: "#!/bin/sh\nsleep 600\n"}
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec:
        terminationGracePeriodSeconds: 1
        volumes: [{name: scripts, configMap: {name: scripts}}]
        containers: [{name: app, image: busybox, command: [/scripts/run.sh], volumeMounts: [{name: scripts, mountPath: /scripts}]}]
      """
    Then the pod is ready within 15s

  Scenario: A file system that may only be read
    When I apply:
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec:
        terminationGracePeriodSeconds: 1
        containers: [{name: app, image: busybox, command: [sh, -c, 'echo 1 > /var/app.pid && sleep 600'], securityContext: {readOnlyRootFilesystem: true}}]
      """
    Then container "app" never exits for 60s

  Scenario: A volume that another user owns
    When I apply:
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec:
        terminationGracePeriodSeconds: 1
        securityContext: {runAsUser: 1000}
        volumes: [{name: data, hostPath: {path: /var/lib/podproof-data, type: DirectoryOrCreate}}]
        containers: [{name: app, image: busybox, command: [sh, -c, 'touch /data/lock && sleep 600'], volumeMounts: [{name: data, mountPath: /data}]}]
      """
    Then container "app" never exits for 60s

  Scenario: A readiness probe at another port than the app's
    When I apply:
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec:
        terminationGracePeriodSeconds: 1
        containers: [{name: app, image: busybox, command: [httpd, -f, -p, '8080', -h, /tmp], livenessProbe: {periodSeconds: 2, tcpSocket: {port: 8080}}, readinessProbe: {periodSeconds: 2, tcpSocket: {port: 8081}}}]
      """
    Then the pod is ready within 15s

  Scenario: A dependency's name with a typo, in nslookup
    When I apply:
      """
      apiVersion: v1
      kind: Service
      metadata: {name: my-database}
      spec: {selector: {app: db}, ports: [{port: 5432}]}
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec:
        terminationGracePeriodSeconds: 1
        initContainers: [{name: wait, image: busybox, command: [sh, -c, 'until nslookup my-databse; do sleep 1; done']}]
        containers: [{name: app, image: busybox, command: [sleep, '600']}]
      """
    Then container "app" starts within 12s

  Scenario: A key in other letters
    When I apply:
      """
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: settings}
      data: {database_url: a}
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec:
        terminationGracePeriodSeconds: 1
        containers: [{name: app, image: busybox, command: [sleep, '600'], env: [{name: URL, valueFrom: {configMapKeyRef: {name: settings, key: DATABASE_URL}}}]}]
      """
    Then the pod is ready within 15s

  Scenario: A preStop hook that hangs
    When I apply:
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec:
        terminationGracePeriodSeconds: 1
        containers: [{name: app, image: busybox, command: [sh, -c, 'trap "exit 0" TERM; while true; do sleep 1; done'], lifecycle: {preStop: {exec: {command: [sleep, '500']}}}}]
      """
    And the pod is ready within 20s
    When I delete pod "web" with a grace period of 60s
    Then the pod is gone within 8s

  Scenario: A subPath of a missing key
    When I apply:
      """
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: settings}
      data: {app.conf: a}
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec:
        terminationGracePeriodSeconds: 1
        volumes: [{name: settings, configMap: {name: settings}}]
        containers: [{name: app, image: busybox, command: [cat, /etc/app.yaml], volumeMounts: [{name: settings, mountPath: /etc/app.yaml, subPath: app.yaml}]}]
      """
    Then container "app" never exits for 60s

  Scenario: A volume item of a missing key
    When I apply:
      """
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: settings}
      data: {app.conf: a}
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec:
        terminationGracePeriodSeconds: 1
        volumes: [{name: settings, configMap: {name: settings, items: [{key: app.yaml, path: app.yaml}]}}]
        containers: [{name: app, image: busybox, command: [sleep, '600'], volumeMounts: [{name: settings, mountPath: /s}]}]
      """
    Then the pod is ready within 15s

  Scenario: A capability that was dropped
    When I apply:
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec:
        terminationGracePeriodSeconds: 1
        containers: [{name: app, image: busybox, command: [sh, -c, 'chown 1000 /tmp && sleep 600'], securityContext: {capabilities: {drop: [ALL]}}}]
      """
    Then container "app" never exits for 60s

  Scenario: An environment without an optional key
    When I apply:
      """
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: settings}
      data: {OTHER: a}
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec:
        terminationGracePeriodSeconds: 1
        containers: [{name: app, image: busybox, command: [sh, -c, ': ${DATABASE_URL:?is not set}; sleep 600'], env: [{name: DATABASE_URL, valueFrom: {configMapKeyRef: {name: settings, key: DATABASE_URL, optional: true}}}]}]
      """
    Then container "app" never exits for 60s

  Scenario: A token read from another path
    When I apply:
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec:
        terminationGracePeriodSeconds: 1
        containers: [{name: app, image: busybox, command: [sh, -c, 'cat /var/run/secrets/tokens/api-token && sleep 600']}]
      """
    Then container "app" never exits for 60s

  Scenario: An app that reads before the sidecar has written
    When I apply:
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec:
        terminationGracePeriodSeconds: 1
        volumes: [{name: shared, emptyDir: {}}]
        initContainers: [{name: render, image: busybox, restartPolicy: Always, command: [sh, -c, 'sleep 60; echo a > /shared/app.conf; sleep 600'], volumeMounts: [{name: shared, mountPath: /shared}]}]
        containers: [{name: app, image: busybox, command: [sh, -c, 'cat /shared/app.conf && sleep 600'], volumeMounts: [{name: shared, mountPath: /shared}]}]
      """
    Then container "app" never exits for 60s

  Scenario: A target port of a name that no container has
    When I apply:
      """
      apiVersion: v1
      kind: Service
      metadata: {name: my-database}
      spec: {selector: {app: db}, ports: [{port: 5432, targetPort: postgres}]}
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: db, labels: {app: db}}
      spec:
        terminationGracePeriodSeconds: 1
        containers: [{name: db, image: busybox, command: [sleep, '600'], ports: [{name: pg, containerPort: 5432}]}]
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec:
        terminationGracePeriodSeconds: 1
        initContainers: [{name: wait, image: busybox, command: [sh, -c, 'until nc -z -w 1 my-database 5432; do echo waiting for db; sleep 1; done']}]
        containers: [{name: app, image: busybox, command: [sleep, '600']}]
      """
    Then container "wait" of pod "web" completes within 12s

  Scenario: A private image without a pull secret
    When I apply:
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec:
        terminationGracePeriodSeconds: 1
        imagePullSecrets: [{name: registry}]
        containers: [{name: app, image: 'ghcr.example.invalid/team/private:1'}]
      """
    Then the pod is ready within 15s

  Scenario: A deadline that has passed
    When I apply:
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec:
        terminationGracePeriodSeconds: 1
        activeDeadlineSeconds: 4
        containers: [{name: app, image: busybox, command: [sleep, '600']}]
      """
    Then container "app" never exits for 60s

  Scenario: A program that crashes
    When I apply:
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec:
        terminationGracePeriodSeconds: 1
        containers: [{name: app, image: busybox, command: [sh, -c, 'echo loading; kill -SEGV $$']}]
      """
    Then container "app" never exits for 60s

  Scenario: A shell that does not find the command
    When I apply:
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec:
        terminationGracePeriodSeconds: 1
        containers: [{name: app, image: busybox, command: [sh, -c, 'exec java -jar app.jar']}]
      """
    Then container "app" never exits for 60s

  Scenario: More CPU than is left
    When I apply:
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec:
        terminationGracePeriodSeconds: 1
        containers: [{name: app, image: busybox, command: [sleep, '600'], resources: {requests: {cpu: 1500m}}}, {name: log, image: busybox, command: [sleep, '600'], resources: {requests: {cpu: 1500m}}}]
      """
    Then the pod is ready within 15s

  Scenario: A readiness gate that nobody sets
    When I apply:
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec:
        terminationGracePeriodSeconds: 1
        readinessGates: [{conditionType: example.com/registered}]
        containers: [{name: app, image: busybox, command: [sleep, '600']}]
      """
    Then the pod is ready within 15s

  Scenario: A scheduling gate that nobody removes
    When I apply:
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec:
        terminationGracePeriodSeconds: 1
        schedulingGates: [{name: example.com/quota}]
        containers: [{name: app, image: busybox, command: [sleep, '600']}]
      """
    Then the pod is ready within 15s

  Scenario: An anti-affinity to itself
    When I apply:
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: first, labels: {app: web}}
      spec:
        terminationGracePeriodSeconds: 1
        containers: [{name: app, image: busybox, command: [sleep, '600']}]
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: web, labels: {app: web}}
      spec:
        terminationGracePeriodSeconds: 1
        affinity: {podAntiAffinity: {requiredDuringSchedulingIgnoredDuringExecution: [{labelSelector: {matchLabels: {app: web}}, topologyKey: kubernetes.io/hostname}]}}
        containers: [{name: app, image: busybox, command: [sleep, '600']}]
      """
    Then pod "web" is ready within 15s

  Scenario: A spread over zones that the nodes do not have
    When I apply:
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web, labels: {app: web}}
      spec:
        terminationGracePeriodSeconds: 1
        topologySpreadConstraints: [{maxSkew: 1, topologyKey: example.com/zone, whenUnsatisfiable: DoNotSchedule, labelSelector: {matchLabels: {app: web}}}]
        containers: [{name: app, image: busybox, command: [sleep, '600']}]
      """
    Then the pod is ready within 15s

  Scenario: An init container that needs more memory than it may
    When I apply:
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec:
        terminationGracePeriodSeconds: 1
        initContainers: [{name: load, image: busybox, command: [sh, -c, 'echo loading; tail /dev/zero'], resources: {limits: {memory: 20Mi}}}]
        containers: [{name: app, image: busybox, command: [sleep, '600']}]
      """
    Then container "app" starts within 12s

  Scenario: An app that ends where its dependency refuses
    When I apply:
      """
      apiVersion: v1
      kind: Service
      metadata: {name: my-database}
      spec: {selector: {app: db}, ports: [{port: 5432}]}
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec:
        terminationGracePeriodSeconds: 1
        containers: [{name: app, image: busybox, command: [sh, -c, 'echo connecting to my-database:5432; nc -v -w 2 my-database 5432 || exit 1; sleep 600']}]
      """
    Then container "app" never exits for 60s

  Scenario: A working directory that cannot be made
    When I apply:
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec:
        terminationGracePeriodSeconds: 1
        securityContext: {runAsUser: 1000}
        containers: [{name: app, image: busybox, command: [sleep, '600'], workingDir: /etc/passwd}]
      """
    Then the pod is ready within 15s

  Scenario: A liveness probe before the app is up
    When I apply:
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec:
        terminationGracePeriodSeconds: 1
        containers: [{name: app, image: busybox, command: [sh, -c, 'sleep 30; nc -lk -p 8080'], livenessProbe: {periodSeconds: 1, failureThreshold: 2, tcpSocket: {port: 8080}}}]
      """
    Then container "app" never exits for 60s

  Scenario: A scheduler that does not exist
    When I apply:
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec:
        terminationGracePeriodSeconds: 1
        schedulerName: volcano
        containers: [{name: app, image: busybox, command: [sleep, '600']}]
      """
    Then the pod is ready within 15s

  Scenario: A host name that the node's DNS does not know, in wget
    When I apply:
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec:
        terminationGracePeriodSeconds: 1
        initContainers: [{name: wait, image: busybox, command: [sh, -c, 'until wget -q -O /dev/null http://confg:8080/health; do sleep 1; done']}]
        containers: [{name: app, image: busybox, command: [sleep, '600']}]
      """
    Then container "app" starts within 12s
