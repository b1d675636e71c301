Feature: Process namespaces and ephemeral containers

  @PID-01
  Scenario: By default each container's main process is number 1 and siblings' processes are invisible
    When I apply:
      """yaml
      apiVersion: v1
      kind: Pod
      metadata: {name: isolated}
      spec:
        terminationGracePeriodSeconds: 1
        containers:
          - {name: watcher, image: busybox, command: [top, -b, -d, '60']}
          - {name: sleeper, image: busybox, command: [sleep, '600']}
      """
    Then the pod is ready
    And running "pidof top" in container "watcher" prints exactly "1"
    And running "pidof sleep" in container "sleeper" prints exactly "1"
    And running "pidof sleep" in container "watcher" fails
    And running "pidof top" in container "sleeper" fails

  @PID-02
  Scenario: With a shared process namespace both containers see one process under one number, and number 1 is the pause process
    When I apply:
      """yaml
      apiVersion: v1
      kind: Pod
      metadata: {name: shared}
      spec:
        shareProcessNamespace: true
        terminationGracePeriodSeconds: 3
        containers:
          - {name: watcher, image: busybox, command: [top, -b, -d, '60']}
          - {name: sleeper, image: busybox, command: [sleep, '600']}
      """
    Then the pod is ready
    When I remember what "pidof top" prints in container "watcher" as "watcher"
    And I remember what "pidof sleep" prints in container "sleeper" as "sleeper"
    Then running "pidof top" in container "sleeper" prints exactly "${watcher}"
    And running "pidof sleep" in container "watcher" prints exactly "${sleeper}"
    And running "cat /proc/1/comm" in container "watcher" prints exactly "pause"
    And running "cat /proc/1/comm" in container "sleeper" prints exactly "pause"
    And running "test $(pidof top) -gt 1" in container "sleeper" exits with code 0

  @PID-03
  Scenario Outline: In a shared process namespace a container ends its sibling's process with <signal>, and policy <policy> applies to that one only
    When I apply:
      """yaml
      apiVersion: v1
      kind: Pod
      metadata: {name: signalled}
      spec:
        restartPolicy: <policy>
        shareProcessNamespace: true
        terminationGracePeriodSeconds: 3
        containers:
          - {name: app, image: busybox, command: [sleep, '600']}
          - {name: helper, image: busybox, command: [tail, -f, /dev/null]}
      """
    Then the pod is ready
    When I run "kill -<signal> $(pidof sleep)" in container "helper"
    Then container "app" exits with code <code> and reason "Error"
    And container "app" has restart count <restarts>
    And container "app" stays at restart count <restarts> for 5s
    And container "app" has started exactly <starts>
    And container "helper" is running
    And container "helper" has never exited
    And the pod is Running

    Examples:
      | signal | policy    | code | restarts | starts  |
      | TERM   | Always    | 143  | 1        | 2 times |
      | TERM   | OnFailure | 143  | 1        | 2 times |
      | TERM   | Never     | 143  | 0        | 1 time  |
      | KILL   | Always    | 137  | 1        | 2 times |
      | KILL   | Never     | 137  | 0        | 1 time  |

  @PID-04
  Scenario: An ephemeral container joins a running pod, is not restarted, and disturbs nothing
    When I apply:
      """yaml
      apiVersion: v1
      kind: Pod
      metadata: {name: debugged}
      spec:
        terminationGracePeriodSeconds: 3
        initContainers:
          - name: sidecar
            image: busybox
            restartPolicy: Always
            command: [sh, -c, 'trap "exit 0" TERM; sleep 600 & wait $!']
        containers:
          - {name: app, image: busybox, command: [sh, -c, 'trap "exit 0" TERM; sleep 600 & wait $!']}
      """
    Then the pod is ready
    When I add an ephemeral container to pod "debugged":
      """yaml
      name: debugger
      image: busybox
      command: [sh, -c, 'trap "exit 0" TERM; echo looking around; until [ -e /tmp/done ]; do sleep 0.2; done; exit 3']
      """
    Then ephemeral container "debugger" is running
    And ephemeral container "debugger" logs "looking around"
    And running "hostname" in ephemeral container "debugger" prints exactly "debugged"
    And the pod stays ready for 2s
    When I run "touch /tmp/done" in ephemeral container "debugger"
    Then ephemeral container "debugger" exits with code 3
    And ephemeral container "debugger" is terminated with code 3
    And ephemeral container "debugger" stays terminated with code 3 for 5s
    And ephemeral container "debugger" has started exactly 1 time
    And the pod stays Running for 1s
    And the pod stays ready for 1s
    And container "app" is unchanged since I add an ephemeral container to pod "debugged"
    And sidecar "sidecar" is unchanged since I add an ephemeral container to pod "debugged"

  @PID-04
  Scenario: Adding an ephemeral container counts as one change of the pod
    Given Kubernetes 1.33 or newer
    When I apply:
      """yaml
      apiVersion: v1
      kind: Pod
      metadata: {name: debugged}
      spec:
        terminationGracePeriodSeconds: 3
        containers:
          - {name: app, image: busybox, command: [sh, -c, 'trap "exit 0" TERM; sleep 600 & wait $!']}
      """
    Then container "app" is running
    And field "metadata.generation" of the pod is "1"
    When I add an ephemeral container to pod "debugged":
      """yaml
      {name: debugger, image: busybox, command: ['true']}
      """
    Then ephemeral container "debugger" completes
    And field "metadata.generation" of the pod is "2"
