Feature: Why a container does not start

  Scenario: An init container fails again and again
    When I apply:
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec:
        terminationGracePeriodSeconds: 1
        initContainers: [{name: wait, image: busybox, command: [sh, -c, 'echo cannot migrate; exit 3']}]
        containers: [{name: app, image: busybox, command: [sleep, '600']}]
      """
    Then container "app" starts within 12s

  Scenario: An image that no registry has
    When I apply:
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec:
        terminationGracePeriodSeconds: 1
        containers: [{name: app, image: 'registry.example.invalid/nope:1'}]
      """
    Then the pod is ready within 15s

  Scenario: An image name that is none
    When I apply:
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec:
        terminationGracePeriodSeconds: 1
        containers: [{name: app, image: 'Busy Box'}]
      """
    Then the pod is ready within 15s

  Scenario: An image that may not be pulled
    When I apply:
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec:
        terminationGracePeriodSeconds: 1
        containers: [{name: app, image: 'nope:1', imagePullPolicy: Never}]
      """
    Then the pod is ready within 15s

  Scenario: A ConfigMap is missing
    When I apply:
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec:
        terminationGracePeriodSeconds: 1
        containers: [{name: app, image: busybox, command: [sleep, '9'], envFrom: [{configMapRef: {name: settings}}]}]
      """
    Then the pod is ready within 15s

  Scenario: A key is missing
    When I apply:
      """
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: settings}
      data: {HOST: a, PORT: b}
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec:
        terminationGracePeriodSeconds: 1
        containers: [{name: app, image: busybox, command: [sleep, '9'], env: [{name: H, valueFrom: {configMapKeyRef: {name: settings, key: HOSTS}}}]}]
      """
    Then the pod is ready within 15s

  Scenario: A Secret is missing
    When I apply:
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec:
        terminationGracePeriodSeconds: 1
        containers: [{name: app, image: busybox, command: [sleep, '9'], envFrom: [{secretRef: {name: password}}]}]
      """
    Then the pod is ready within 15s

  Scenario: A volume's ConfigMap is missing
    When I apply:
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec:
        terminationGracePeriodSeconds: 1
        volumes: [{name: settings, configMap: {name: settings}}]
        containers: [{name: app, image: busybox, command: [sleep, '9'], volumeMounts: [{name: settings, mountPath: /s}]}]
      """
    Then the pod is ready within 20s

  Scenario: A command is not in the image
    When I apply:
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec:
        terminationGracePeriodSeconds: 1
        containers: [{name: app, image: busybox, command: [serve, --port, '80']}]
      """
    Then the pod is ready within 15s

  Scenario: A command may not be executed
    When I apply:
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec:
        terminationGracePeriodSeconds: 1
        containers: [{name: app, image: busybox, command: [/etc/passwd]}]
      """
    Then the pod is ready within 15s

  Scenario: A program is of another architecture
    When I apply:
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec:
        terminationGracePeriodSeconds: 1
        volumes: [{name: bin, emptyDir: {}}]
        initContainers: [{name: make, image: busybox, command: [sh, -c, 'printf nonsense > /bin2/run; chmod +x /bin2/run'], volumeMounts: [{name: bin, mountPath: /bin2}]}]
        containers: [{name: app, image: busybox, command: [/bin2/run], volumeMounts: [{name: bin, mountPath: /bin2}]}]
      """
    Then container "app" never exits for 60s

  Scenario: A postStart hook fails
    When I apply:
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec:
        terminationGracePeriodSeconds: 1
        containers: [{name: app, image: busybox, command: [sleep, '600'], lifecycle: {postStart: {exec: {command: [sh, -c, 'exit 4']}}}}]
      """
    Then the pod is ready within 10s

  Scenario: A postStart hook hangs
    When I apply:
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec:
        terminationGracePeriodSeconds: 1
        containers: [{name: app, image: busybox, command: [sleep, '600'], lifecycle: {postStart: {exec: {command: [sleep, '500']}}}}]
      """
    Then the pod is ready within 20s
