Feature: Containers of a pod share files through its volumes

  @VOL-01
  Scenario Outline: What <writer> writes into a shared emptyDir is read by another container under another path
    When I apply:
      """yaml
      apiVersion: v1
      kind: Pod
      metadata: {name: exchange}
      spec:
        restartPolicy: Never
        terminationGracePeriodSeconds: 3
        <list>:
        - name: writer
          image: busybox
          command: [sh, -c, 'sleep 1; echo hello > /out/greeting']
          volumeMounts: [{name: shared, mountPath: /out}]
        <next list>
        - name: reader
          image: busybox
          command: [sh, -c, 'trap "exit 0" TERM; sleep 600 & wait $!']
          volumeMounts: [{name: shared, mountPath: /in}]
        volumes: [{name: shared, emptyDir: {}}]
      """
    Then container "writer" completes
    And containers "writer" and "reader" share volume "shared"
    And running "cat /in/greeting" in container "reader" prints exactly "hello"
    And file "/out/greeting" in container "reader" does not exist

    Examples:
      | writer            | list           | next list   |
      | a sibling         | containers     |             |
      | an init container | initContainers | containers: |

  @VOL-02
  Scenario: An emptyDir keeps its content when a container crashes, for that container and for its sibling
    When I apply:
      """yaml
      apiVersion: v1
      kind: Pod
      metadata: {name: crashing}
      spec:
        terminationGracePeriodSeconds: 3
        containers:
          - name: app
            image: busybox
            command:
              - sh
              - -c
              - |
                trap 'exit 0' TERM
                echo start >> /data/starts
                until [ -e /data/crash ]; do sleep 0.2; done
                rm /data/crash
                exit 1
            volumeMounts: [{name: data, mountPath: /data}]
          - name: reader
            image: busybox
            command: [sh, -c, 'trap "exit 0" TERM; sleep 600 & wait $!']
            volumeMounts: [{name: data, mountPath: /seen}]
        volumes: [{name: data, emptyDir: {}}]
      """
    Then the pod is ready
    And file "/data/starts" in container "app" has exactly 1 lines
    When I run "touch /seen/crash" in container "reader"
    Then container "app" exits with code 1
    And container "app" starts for the 2nd time
    And file "/data/starts" in container "app" has exactly 2 lines
    And file "/seen/starts" in container "reader" has exactly 2 lines
    And container "app" has restart count 1
    And container "reader" has never exited

  @VOL-03
  Scenario: A pod that is deleted and made again under its name begins with an empty emptyDir and runs its init container afresh
    When I apply:
      """yaml
      apiVersion: v1
      kind: Pod
      metadata: {name: again}
      spec:
        terminationGracePeriodSeconds: 3
        initContainers:
          - name: init
            image: busybox
            command: [sh, -c, 'n=$(ls -A /data | wc -l); echo found $n files > /data/found']
            volumeMounts: [{name: data, mountPath: /data}]
        containers:
          - name: app
            image: busybox
            command: [sh, -c, 'trap "exit 0" TERM; sleep 600 & wait $!']
            volumeMounts: [{name: data, mountPath: /data}]
        volumes: [{name: data, emptyDir: {}}]
      """
    Then pod "again" is ready
    When I run "echo mine > /data/mine" in container "app" of pod "again"
    And I remember field "metadata.uid" of pod "again" as "uid"
    And I remember field "status.initContainerStatuses[name=init].containerID" of pod "again" as "init"
    Then file "/data/mine" in container "app" of pod "again" exists
    When I delete pod "again"
    Then pod "again" is gone
    When I apply:
      """yaml
      apiVersion: v1
      kind: Pod
      metadata: {name: again}
      spec:
        terminationGracePeriodSeconds: 3
        initContainers:
          - name: init
            image: busybox
            command: [sh, -c, 'n=$(ls -A /data | wc -l); echo found $n files > /data/found']
            volumeMounts: [{name: data, mountPath: /data}]
        containers:
          - name: app
            image: busybox
            command: [sh, -c, 'trap "exit 0" TERM; sleep 600 & wait $!']
            volumeMounts: [{name: data, mountPath: /data}]
        volumes: [{name: data, emptyDir: {}}]
      """
    Then field "metadata.uid" of pod "again" matches "^(?!${uid}$).+$"
    And running "cat /data/found" in container "app" of pod "again" prints exactly "found 0 files"
    And file "/data/mine" in container "app" of pod "again" does not exist
    And field "status.initContainerStatuses[name=init].containerID" of pod "again" matches "^(?!${init}$).+$"
    And field "status.initContainerStatuses[name=init].restartCount" of pod "again" is "0"

  @VOL-03
  Scenario: A Deployment's replacement pod begins with an empty emptyDir and runs its init container afresh
    When I apply:
      """yaml
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: again}
      spec:
        selector: {matchLabels: {app: again}}
        template:
          metadata: {labels: {app: again}}
          spec:
            terminationGracePeriodSeconds: 3
            initContainers:
              - name: init
                image: busybox
                command: [sh, -c, 'n=$(ls -A /data | wc -l); echo found $n files > /data/found']
                volumeMounts: [{name: data, mountPath: /data}]
            containers:
              - name: app
                image: busybox
                command: [sh, -c, 'trap "exit 0" TERM; sleep 600 & wait $!']
                volumeMounts: [{name: data, mountPath: /data}]
            volumes: [{name: data, emptyDir: {}}]
      """
    Then the pod of deployment "again" is ready
    When I run "echo mine > /data/mine" in container "app" of the pod of deployment "again"
    And I remember field "metadata.name" of the pod of deployment "again" as "first"
    And I remember field "metadata.uid" of the pod of deployment "again" as "uid"
    Then file "/data/mine" in container "app" of pod "${first}" exists
    When I delete pod "${first}"
    Then pod "${first}" is gone
    And the pod of deployment "again" is ready
    And field "metadata.uid" of the pod of deployment "again" matches "^(?!${uid}$).+$"
    And init container "init" of the pod of deployment "again" has started exactly 1 time
    And running "cat /data/found" in container "app" of the pod of deployment "again" prints exactly "found 0 files"
    And file "/data/mine" in container "app" of the pod of deployment "again" does not exist

  @VOL-04
  Scenario: A memory-backed emptyDir is a tmpfs of its size limit, shared by the containers
    When I apply:
      """yaml
      apiVersion: v1
      kind: Pod
      metadata: {name: in-memory}
      spec:
        terminationGracePeriodSeconds: 3
        containers:
          - name: writer
            image: busybox
            command: [sh, -c, 'trap "exit 0" TERM; sleep 600 & wait $!']
            volumeMounts: [{name: cache, mountPath: /cache}]
          - name: reader
            image: busybox
            command: [sh, -c, 'trap "exit 0" TERM; sleep 600 & wait $!']
            volumeMounts: [{name: cache, mountPath: /cache}]
        volumes: [{name: cache, emptyDir: {medium: Memory, sizeLimit: 10Mi}}]
      """
    Then the pod is ready
    And running "mount" in container "writer" prints a line matching "^tmpfs on /cache type tmpfs .*"
    And running "df -k /cache" in container "writer" prints a line matching "^tmpfs +10240 .*"
    And running "df -k /cache" in container "reader" prints a line matching "^tmpfs +10240 .*"
    When I run "echo quick > /cache/note" in container "writer"
    Then running "cat /cache/note" in container "reader" prints exactly "quick"
    When I run "dd if=/dev/zero of=/cache/big bs=1M count=11 2>&1" in container "writer"
    Then it fails
    And it prints "No space left on device"

  @VOL-05
  Scenario: A container with a read-only mount sees its sibling's data and cannot write
    When I apply:
      """yaml
      apiVersion: v1
      kind: Pod
      metadata: {name: read-only}
      spec:
        terminationGracePeriodSeconds: 3
        containers:
          - name: sync
            image: busybox
            command: [sh, -c, 'trap "exit 0" TERM; echo first > /content/page; sleep 600 & wait $!']
            volumeMounts: [{name: content, mountPath: /content}]
          - name: server
            image: busybox
            command: [sh, -c, 'trap "exit 0" TERM; sleep 600 & wait $!']
            volumeMounts: [{name: content, mountPath: /content, readOnly: true}]
        volumes: [{name: content, emptyDir: {}}]
      """
    Then running "cat /content/page" in container "server" prints exactly "first"
    When I run "(echo mine > /content/page) 2>&1" in container "server"
    Then it fails
    And it prints "Read-only file system"
    When I run "echo second > /content/page" in container "sync"
    Then running "cat /content/page" in container "server" prints exactly "second"

  @VOL-06
  Scenario: With an fsGroup, containers of different users exchange files on a shared emptyDir
    When I apply:
      """yaml
      apiVersion: v1
      kind: Pod
      metadata: {name: two-users}
      spec:
        terminationGracePeriodSeconds: 3
        securityContext: {fsGroup: 2000}
        containers:
          - name: first
            image: busybox
            securityContext: {runAsUser: 1001, runAsGroup: 1001}
            command: [sh, -c, 'trap "exit 0" TERM; echo one > /shared/note; chmod 664 /shared/note; sleep 600 & wait $!']
            volumeMounts: [{name: shared, mountPath: /shared}]
          - name: second
            image: busybox
            securityContext: {runAsUser: 1002, runAsGroup: 1002}
            command: [sh, -c, 'trap "exit 0" TERM; sleep 600 & wait $!']
            volumeMounts: [{name: shared, mountPath: /shared}]
        volumes: [{name: shared, emptyDir: {}}]
      """
    Then the pod is ready
    And running "stat -c '%u %g %a' /shared/note" in container "second" prints exactly "1001 2000 664"
    And running "id -u" in container "second" prints exactly "1002"
    When I run "echo two >> /shared/note" in container "second"
    Then it exits with code 0
    And file "/shared/note" in container "first" has exactly 2 lines
    When I run "echo three > /shared/other" in container "second"
    Then running "stat -c '%u %g' /shared/other" in container "first" prints exactly "1002 2000"

  @VOL-07
  Scenario: Environment variables come from a file that an init container wrote
    Given Kubernetes 1.35 or newer
    And the cluster knows field "spec.containers.env.valueFrom.fileKeyRef" of a pod
    When I apply:
      """yaml
      apiVersion: v1
      kind: Pod
      metadata: {name: env-file}
      spec:
        restartPolicy: Never
        initContainers:
          - name: init
            image: busybox
            command: [sh, -c, "printf \"COLOR='green'\\nSIZE='large'\\n\" > /config/config.env"]
            volumeMounts: [{name: config, mountPath: /config}]
        containers:
          - name: painter
            image: busybox
            command: [sh, -c, 'env | grep -E "^(COLOR|SHAPE|SIZE)="']
            env:
              - {name: COLOR, valueFrom: {fileKeyRef: {volumeName: config, path: config.env, key: COLOR}}}
              - {name: SHAPE, valueFrom: {fileKeyRef: {volumeName: config, path: config.env, key: SHAPE, optional: true}}}
          - name: tailor
            image: busybox
            command: [sh, -c, 'env | grep -E "^(COLOR|SHAPE|SIZE)="']
            env:
              - {name: SIZE, valueFrom: {fileKeyRef: {volumeName: config, path: config.env, key: SIZE}}}
        volumes: [{name: config, emptyDir: {}}]
      """
    Then the pod is Succeeded
    And container "painter" logs "COLOR=green"
    And container "painter" has never logged "SHAPE="
    And container "painter" has never logged "SIZE="
    And container "tailor" logs "SIZE=large"
    And container "tailor" has never logged "COLOR="
    And container "init" completes before container "painter" starts
    And container "init" completes before container "tailor" starts
