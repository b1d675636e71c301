Feature: Why a pod that runs is not well

  Scenario: A sidecar's startup probe does not pass
    When I apply:
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec:
        terminationGracePeriodSeconds: 1
        initContainers: [{name: proxy, image: busybox, restartPolicy: Always, command: [sleep, '600'], startupProbe: {periodSeconds: 1, failureThreshold: 60, exec: {command: [cat, /ready]}}}]
        containers: [{name: app, image: busybox, command: [sleep, '600']}]
      """
    Then container "app" starts within 20s

  Scenario: A readiness probe fails
    When I apply:
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec:
        terminationGracePeriodSeconds: 1
        containers: [{name: app, image: busybox, command: [sleep, '600'], readinessProbe: {periodSeconds: 1, httpGet: {port: 8080, path: /health}}}]
      """
    Then the pod is ready within 20s

  Scenario: More memory than the limit
    When I apply:
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec:
        terminationGracePeriodSeconds: 1
        containers: [{name: app, image: busybox, command: [sh, -c, 'echo filling; sleep 1; tail /dev/zero'], resources: {limits: {memory: 20Mi}}}]
      """
    Then container "app" never exits for 20s

  Scenario: A liveness probe kills the container
    When I apply:
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec:
        terminationGracePeriodSeconds: 1
        containers: [{name: app, image: busybox, command: [sleep, '600'], livenessProbe: {periodSeconds: 1, failureThreshold: 1, exec: {command: [cat, /alive]}}}]
      """
    Then container "app" never exits for 8s
    And container "app" stays running for 8s

  Scenario: A container ignores TERM
    When I apply:
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec:
        terminationGracePeriodSeconds: 1
        containers: [{name: app, image: busybox, command: [sh, -c, 'trap : TERM; while true; do sleep 1; done']}]
      """
    And the pod is ready within 15s
    When I delete pod "web" with a grace period of 60s
    Then the pod is gone within 5s
