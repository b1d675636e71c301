Feature: Changes of which a scenario notices some

  Scenario: What is spoken of and what is not
    When I apply:
      """yaml
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
      spec:
        restartPolicy: Never
        containers:
          - name: app
            image: busybox
            command: [sh, -c, 'echo here; exit 3']
            ports: [{containerPort: 8080}]
      """
    Then container "app" logs "here"
