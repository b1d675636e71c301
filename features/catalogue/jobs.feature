Feature: Jobs with sidecars

  @JOB-01
  Scenario Outline: A Job with a native sidecar completes once its app is done (<policy>)
    When I apply:
      """
      apiVersion: batch/v1
      kind: Job
      metadata: {name: import}
      spec:
        template:
          spec:
            restartPolicy: <policy>
            initContainers:
              - {name: sidecar, image: busybox, restartPolicy: Always, command: [sh, -c, 'trap "exit 0" TERM; sleep 600 & wait $!']}
            containers:
              - {name: app, image: busybox, command: [sleep, '3']}
      """
    Then field "status.conditions[type=Complete].status" of job "import" is "True"
    And field "status.succeeded" of job "import" is "1"
    And field "status.active" of job "import" is absent
    And field "status.failed" of job "import" is absent
    And sidecar "sidecar" of the pod of job "import" has started exactly 1 time
    And sidecar "sidecar" of the pod of job "import" is terminated with code 0
    And container "app" of the pod of job "import" completes before sidecar "sidecar" of the pod of job "import" exits

    Examples:
      | policy    |
      | Never     |
      | OnFailure |

  @JOB-02
  Scenario: The same helper as an ordinary container keeps the Job from ever completing
    When I apply:
      """
      apiVersion: batch/v1
      kind: Job
      metadata: {name: endless}
      spec:
        template:
          spec:
            restartPolicy: Never
            terminationGracePeriodSeconds: 1
            containers:
              - {name: app, image: busybox, command: [sleep, '2']}
              - {name: helper, image: busybox, command: [sleep, '600']}
      """
    Then container "app" of the pod of job "endless" completes
    And field "status.active" of job "endless" is "1"
    And field "status.active" of job "endless" stays "1" for 20s
    And container "app" of the pod of job "endless" is terminated with code 0
    And field "status.conditions[type=Complete].status" of job "endless" has never been "True"
    And the pod of job "endless" is Running

  @JOB-03
  Scenario: A sidecar that dies in the middle is started again and the Job completes
    When I apply:
      """
      apiVersion: batch/v1
      kind: Job
      metadata: {name: robust}
      spec:
        backoffLimit: 0
        template:
          spec:
            restartPolicy: Never
            terminationGracePeriodSeconds: 2
            volumes: [{name: work, emptyDir: {}}]
            initContainers:
              - name: sidecar
                image: busybox
                restartPolicy: Always
                command: [sh, -c, 'trap "exit 0" TERM; [ -e /work/died ] || { touch /work/died; sleep 2; exit 1; }; sleep 600 & wait $!']
                volumeMounts: [{name: work, mountPath: /work}]
            containers:
              - {name: app, image: busybox, command: [sleep, '10']}
      """
    Then sidecar "sidecar" of the pod of job "robust" exits with code 1
    And sidecar "sidecar" of the pod of job "robust" starts for the 2nd time before container "app" of the pod of job "robust" completes
    And field "status.conditions[type=Complete].status" of job "robust" is "True"
    And field "status.failed" of job "robust" is absent
    And sidecar "sidecar" of the pod of job "robust" has restart count of at least 1
    And the pod of job "robust" has never been Failed
