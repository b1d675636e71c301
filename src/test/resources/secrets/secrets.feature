Feature: Secrets
  Everything that a cluster says again of a Secret's value, in the forms in which it says it.

  Background:
    When I apply:
      """
      apiVersion: v1
      kind: Secret
      metadata: {name: keys}
      stringData:
        plain: hunter2-and-more
        odd: 'q"<&>''\ü/ z9-odd'
        lines: |
          first-line-of-a-key
          second-line-of-a-key
        short: abc
      data: {stored: ZnJvbS10aGUtZGF0YS03}
      """

  Scenario: A log, an environment, arguments, annotations and an event
    When I apply:
      """
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: copy}
      data:
        plain: hunter2-and-more
        url: postgres://user:hunter2-and-more@db/q%22%3C%26%3E%27%5C%C3%BC%2F%20z9-odd
      ---
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
        annotations:
          plain: hunter2-and-more
          base64: aHVudGVyMi1hbmQtbW9yZQ==
          json: '{"odd":"q\"\u003c\u0026\u003e''\\ü/ z9-odd"}'
      spec:
        terminationGracePeriodSeconds: 1
        volumes: [{name: keys, secret: {secretName: keys}}]
        containers:
          - name: app
            image: busybox
            env:
              - {name: COPIED, value: hunter2-and-more}
              - {name: ABBREVIATED, value: abc}
              - {name: TAKEN, valueFrom: {secretKeyRef: {name: keys, key: odd}}}
            volumeMounts: [{name: keys, mountPath: /keys}]
            command:
              - sh
              - -c
              - |
                p=$(cat /keys/plain)
                echo "password is $p"
                echo "taken $TAKEN"
                echo "stored $(cat /keys/stored)"
                cat /keys/lines
                printf %s "$p" | base64
                printf %s "$p" | base64 | tr -d =
                echo "user:$p" | base64
                printf %s "$TAKEN" | base64
                printf '{"password":"%s"}\n' "$p"
                head -c 16376 /dev/zero | tr '\0' x; echo "$p"
                sleep 60
              - hunter2-and-more
            readinessProbe: {exec: {command: [sh, -c, 'cat /keys/plain; exit 1']}, periodSeconds: 1}
      """
    Then container "app" logs "hunter2-and-more"
    And container "app" is ready within 6s

  Scenario: What a command prints
    When I apply:
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec:
        terminationGracePeriodSeconds: 1
        volumes: [{name: keys, secret: {secretName: keys}}]
        containers:
          - {name: app, image: busybox, command: [sleep, "60"], volumeMounts: [{name: keys, mountPath: /keys}]}
      """
    Then running "head -c 292 /dev/zero | tr '\0' x; cat /keys/plain" in container "app" prints "nothing" within 2s

  Scenario: What the API server refuses
    When I apply:
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec: {restartPolicy: hunter2-and-more, containers: [{name: app, image: busybox}]}
      """

  Scenario: A termination message
    When I apply:
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec:
        volumes: [{name: keys, secret: {secretName: keys}}]
        initContainers:
          - name: init
            image: busybox
            command: [sh, -c, 'cat /keys/odd > /dev/termination-log; cat /keys/plain; exit 3']
            volumeMounts: [{name: keys, mountPath: /keys}]
        containers: [{name: app, image: busybox}]
      """
    Then init container "init" completes within 10s
