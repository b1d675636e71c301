Feature: An image that has a program and nothing else, as the node has it for sandboxes
  Scenario: A file is read through the node
    When I apply:
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: bare}
      spec:
        terminationGracePeriodSeconds: 1
        initContainers:
          - {name: writer, image: busybox, command: [sh, -c, 'echo hello > /data/note; printf two >> /data/note'], volumeMounts: [{name: data, mountPath: /data}]}
        containers:
          - {name: app, image: 'docker.io/podproof/pause:1', imagePullPolicy: Never, volumeMounts: [{name: data, mountPath: /data}]}
        volumes: [{name: data, emptyDir: {}}]
      """
    Then container "app" is running
    And file "/data/none" in container "app" does not exist within 5s
    And file "/data/note" in container "app" has exactly 2 lines within 5s
    And file "/data/note" in container "app" contains "hello" within 5s
