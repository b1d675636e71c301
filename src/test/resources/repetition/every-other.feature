Feature: Every other time
  Each repetition has a namespace of its own, whose name ends with a number: a pod that takes offence at even ones.

  @flaky
  Scenario: The pod completes
    When I apply:
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: moody}
      spec:
        restartPolicy: Never
        containers:
          - name: app
            image: busybox
            command: [sh, -c, 'echo "I am in $NAMESPACE"; case $NAMESPACE in *[02468]) echo bad; exit 3;; *) echo good;; esac']
            env:
              - name: NAMESPACE
                valueFrom: {fieldRef: {fieldPath: metadata.namespace}}
      """
    Then container "app" completes
    And the pod is Succeeded

  Scenario: Not selected
    Then the pod is Succeeded
