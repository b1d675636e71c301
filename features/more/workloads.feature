@more
Feature: What the controllers of pods promise

  Scenario: A Job gives up at once for an exit code that no retry mends
    When I apply:
      """yaml
      apiVersion: batch/v1
      kind: Job
      metadata: {name: import}
      spec:
        backoffLimit: 2
        podFailurePolicy: {rules: [{action: FailJob, onExitCodes: {containerName: app, operator: In, values: [42]}}]}
        template:
          spec:
            terminationGracePeriodSeconds: 1
            restartPolicy: Never
            containers: [{name: app, image: busybox, command: [sh, -c, 'exit 42']}]
      """
    Then condition "Failed" of job "import" is True with reason "PodFailurePolicy"
    And exactly 1 of the pods of job "import" exists
    And field "status.failed" of job "import" is 1

  Scenario: A Job is done when the policy says so, and its other pods are stopped
    When I apply:
      """yaml
      apiVersion: batch/v1
      kind: Job
      metadata: {name: import}
      spec:
        completions: 2
        parallelism: 2
        completionMode: Indexed
        successPolicy: {rules: [{succeededIndexes: '0'}]}
        template:
          spec:
            terminationGracePeriodSeconds: 1
            restartPolicy: Never
            containers: [{name: app, image: busybox, command: [sh, -c, '[ $JOB_COMPLETION_INDEX = 0 ] && exec sleep 2; exec sleep 600']}]
      """
    Then condition "SuccessCriteriaMet" of job "import" is True with reason "SuccessPolicy"
    And condition "Complete" of job "import" is True with reason "SuccessPolicy"
    And field "status.succeeded" of job "import" is 1
    And field "status.completedIndexes" of job "import" is "0"
    And container "app" of the pod labelled "batch.kubernetes.io/job-completion-index=1" exits

  Scenario: Each index of a Job has retries of its own
    When I apply:
      """yaml
      apiVersion: batch/v1
      kind: Job
      metadata: {name: import}
      spec:
        completions: 3
        parallelism: 3
        completionMode: Indexed
        backoffLimitPerIndex: 0
        template:
          spec:
            terminationGracePeriodSeconds: 1
            restartPolicy: Never
            initContainers: [{name: init, image: busybox, command: [sh, -c, 'echo init $JOB_COMPLETION_INDEX']}]
            containers: [{name: app, image: busybox, command: [sh, -c, '[ $JOB_COMPLETION_INDEX != 1 ]']}]
      """
    Then condition "Failed" of job "import" is True with reason "FailedIndexes"
    And field "status.failedIndexes" of job "import" is "1"
    And field "status.completedIndexes" of job "import" is "0,2"
    And exactly 2 of the pods of job "import" are Succeeded
    And init container "init" of the pod labelled "batch.kubernetes.io/job-completion-index=2" logs "init 2"

  Scenario: A suspended Job has no pods, before and again
    When I apply:
      """yaml
      apiVersion: batch/v1
      kind: Job
      metadata: {name: import}
      spec:
        suspend: true
        template:
          spec:
            terminationGracePeriodSeconds: 1
            restartPolicy: Never
            containers: [{name: app, image: busybox, command: [sh, -c, 'sleep 600']}]
      """
    Then condition "Suspended" of job "import" is True
    And the pod of job "import" never exists for 2s
    When I patch job "import":
      """
      spec: {suspend: false}
      """
    Then the pod of job "import" is Running
    When I patch job "import":
      """
      spec: {suspend: true, activeDeadlineSeconds: 500}
      """
    Then no pod of job "import" exists
    And job "import" exists

  Scenario: A replacement for a pod of a Job waits for its end
    When I apply:
      """yaml
      apiVersion: batch/v1
      kind: Job
      metadata: {name: import}
      spec:
        podReplacementPolicy: Failed
        template:
          spec:
            terminationGracePeriodSeconds: 20
            restartPolicy: Never
            containers: [{name: app, image: busybox, command: [sh, -c, 'trap "sleep 4; exit 1" TERM; sleep 600 & wait']}]
      """
    Then container "app" of the pod of job "import" is running
    When I remember field "metadata.name" of the pod of job "import" as "first"
    And I delete pod "${first}"
    Then pod "${first}" is gone
    And the pod of job "import" is Running
    And container "app" of pod "${first}" exits before container "app" of the pod of job "import" starts

  Scenario: A Deployment that recreates has never pods of two revisions
    When I apply:
      """yaml
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: w}
      spec:
        selector: {matchLabels: {app: w}}
        replicas: 2
        strategy: {type: Recreate}
        template:
          metadata: {labels: {app: w, v: a}}
          spec:
            terminationGracePeriodSeconds: 1
            containers: [{name: app, image: busybox, command: [sh, -c, 'sleep 600']}]
      """
    Then all pods of deployment "w" are ready
    When I patch deployment "w":
      """
      spec: {template: {metadata: {labels: {v: b}}}}
      """
    Then exactly 2 of the pods labelled "v=b" are ready
    And no pod labelled "v=a" exists
    And container "app" of every pod labelled "v=a" exits before container "app" of any pod labelled "v=b" starts

  Scenario: Pods of a StatefulSet start one after the other and stop in reverse
    When I apply:
      """yaml
      apiVersion: apps/v1
      kind: StatefulSet
      metadata: {name: w}
      spec:
        selector: {matchLabels: {app: w}}
        replicas: 3
        serviceName: w
        podManagementPolicy: OrderedReady
        template:
          metadata: {labels: {app: w}}
          spec:
            terminationGracePeriodSeconds: 1
            containers: [{name: app, image: busybox, command: [sh, -c, 'sleep 1; touch /r; sleep 600'], readinessProbe: {exec: {command: [test, -e, /r]}, periodSeconds: 1}}]
      """
    Then pod "w-0" is ready
    And pod "w-1" is ready
    And pod "w-2" is ready
    And pod "w-0" is ready before pod "w-1" exists
    And pod "w-1" is ready before pod "w-2" exists
    When I scale statefulset "w" to 1
    Then pod "w-2" is gone
    And pod "w-1" is gone
    And pod "w-2" is gone before pod "w-1" is terminating
    And pod "w-0" has never been terminating

  Scenario: A pod of a StatefulSet returns under its name
    When I apply:
      """yaml
      apiVersion: apps/v1
      kind: StatefulSet
      metadata: {name: w}
      spec:
        selector: {matchLabels: {app: w}}
        replicas: 1
        serviceName: w
        template:
          metadata: {labels: {app: w}}
          spec:
            terminationGracePeriodSeconds: 1
            containers: [{name: app, image: busybox, command: [sh, -c, 'sleep 600']}]
      """
    Then pod "w-0" is ready
    When I remember field "metadata.uid" of pod "w-0" as "uid"
    And I delete pod "w-0"
    Then pod "w-0" is gone
    And pod "w-0" is ready
    And field "metadata.uid" of pod "w-0" is not "${uid}"

  Scenario: A partition keeps the first pod of a StatefulSet as it was
    When I apply:
      """yaml
      apiVersion: apps/v1
      kind: StatefulSet
      metadata: {name: w}
      spec:
        selector: {matchLabels: {app: w}}
        replicas: 2
        serviceName: w
        updateStrategy: {rollingUpdate: {partition: 1}}
        template:
          metadata: {labels: {app: w, v: a}}
          spec:
            terminationGracePeriodSeconds: 1
            containers: [{name: app, image: busybox, command: [sh, -c, 'sleep 600']}]
      """
    Then pod "w-1" is ready
    When I patch statefulset "w":
      """
      spec: {template: {metadata: {labels: {v: b}}}}
      """
    Then field "metadata.labels.v" of pod "w-1" is "b"
    And pod "w-1" is ready
    And container "app" of pod "w-0" stays running for 5s
    And field "metadata.labels.v" of pod "w-0" is "a"
    And container "app" of pod "w-0" has never exited

  Scenario: A DaemonSet replaces its pod, the old one first
    When I apply:
      """yaml
      apiVersion: apps/v1
      kind: DaemonSet
      metadata: {name: w}
      spec:
        selector: {matchLabels: {app: w}}
        minReadySeconds: 0
        template:
          metadata: {labels: {app: w, v: a}}
          spec:
            terminationGracePeriodSeconds: 1
            containers: [{name: app, image: busybox, command: [sh, -c, 'sleep 600']}]
      """
    Then the pod of daemonset "w" is ready
    When I patch daemonset "w":
      """
      spec: {template: {metadata: {labels: {v: b}}}}
      """
    Then the pod labelled "v=b" is ready
    And container "app" of the pod labelled "v=a" exits before container "app" of the pod labelled "v=b" starts
    And field "status.updatedNumberScheduled" of daemonset "w" is 1

  Scenario: A Deployment deleted in the foreground outlives its pod
    When I apply:
      """yaml
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: w}
      spec:
        selector: {matchLabels: {app: w}}
        replicas: 1
        template:
          metadata: {labels: {app: w}}
          spec:
            terminationGracePeriodSeconds: 10
            containers: [{name: app, image: busybox, command: [sh, -c, 'trap "exit 0" TERM; sleep 600 & wait']}]
      """
    Then the pod of deployment "w" is ready
    When I delete deployment "w" in the foreground
    Then deployment "w" is gone
    And the pod of deployment "w" is gone before deployment "w" is gone

  Scenario: Who was released from its ReplicaSet is replaced
    When I apply:
      """yaml
      apiVersion: apps/v1
      kind: ReplicaSet
      metadata: {name: w}
      spec:
        selector: {matchLabels: {app: w}}
        replicas: 1
        template:
          metadata: {labels: {app: w}}
          spec:
            terminationGracePeriodSeconds: 1
            containers: [{name: app, image: busybox, command: [sh, -c, 'sleep 600']}]
      """
    Then the pod of replicaset "w" is ready
    When I remember field "metadata.name" of the pod of replicaset "w" as "first"
    And I patch pod "${first}":
      """
      metadata: {labels: {app: debug}}
      """
    Then field "metadata.ownerReferences" of pod "${first}" is absent
    And the pod of replicaset "w" is ready
    And pod "${first}" is ready
    And the pod labelled "app=w" is ready
    And container "app" of pod "${first}" has never exited
