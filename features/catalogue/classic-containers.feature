Feature: Several ordinary containers and the pod's restart policy

  @CLASSIC-01
  Scenario Outline: Policy <policy> alone decides what happens to a container that fails once, then exits 0, then would run
    When I apply:
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: policies}
      spec:
        restartPolicy: <policy>
        terminationGracePeriodSeconds: 1
        volumes: [{name: work, emptyDir: {medium: Memory}}]
        containers:
          - name: app
            image: busybox
            command: [sh, -c, 'echo x >> /work/n; case $(wc -l < /work/n) in 1) exit 1;; 2) exit 0;; *) sleep 600;; esac']
            volumeMounts: [{name: work, mountPath: /work}]
      """
    Then the pod is <phase> within 60s
    And container "app" has restart count <restarts> within 60s
    And the containers of the pod are:
      | container | state   | ready   |
      | app       | <state> | <ready> |
    And container "app" stays at restart count <restarts> for 5s
    And container "app" has started exactly <starts> times
    And the pod has never been <other>
    And the pod is <phase>

    Examples:
      | policy    | restarts | starts | phase     | other     | state      | ready |
      | Always    | 2        | 3      | Running   | Failed    | running    | yes   |
      | OnFailure | 1        | 2      | Succeeded | Failed    | terminated | no    |
      | Never     | 0        | 1      | Failed    | Succeeded | terminated | no    |

  @CLASSIC-02
  Scenario: A container that crashes again and again does not disturb its sibling
    When I apply:
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: crashing}
      spec:
        terminationGracePeriodSeconds: 1
        containers:
          - {name: app, image: busybox, command: [sh, -c, 'sleep 2; exit 1']}
          - {name: helper, image: busybox, command: [sleep, '600']}
      """
    Then container "app" starts for the 3rd time within 60s
    And container "app" exits for the 3rd time
    And container "app" has restart count of at least 2
    And container "helper" has started exactly 1 time
    And container "helper" has never exited
    And the pod is Running
    And condition "Ready" of the pod is False with reason "ContainersNotReady" naming exactly "app"
    And container "helper" has restart count 0

  @CLASSIC-03
  Scenario: A finished worker stays terminated while its helper goes on, and the phase waits for both
    When I apply:
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: worker}
      spec:
        restartPolicy: Never
        containers:
          - {name: worker, image: busybox, command: [sleep, '2']}
          - {name: helper, image: busybox, command: [sh, -c, 'until [ -e /tmp/end ]; do sleep 0.2; done']}
      """
    Then container "worker" completes
    And the containers of the pod are:
      | container | state      | code | restarts |
      | worker    | terminated | 0    | 0        |
      | helper    | running    |      | 0        |
    And condition "Ready" of the pod is False with reason "ContainersNotReady" naming exactly "worker"
    And the pod stays Running for 4s
    And container "worker" stays terminated with code 0 for 1s
    And the pod has never been Succeeded
    When I run "touch /tmp/end" in container "helper"
    Then container "helper" completes
    And the pod is Succeeded

  @CLASSIC-04
  Scenario Outline: A new image of one container restarts only this one (<policy>)
    When I apply:
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: images}
      spec:
        restartPolicy: <policy>
        terminationGracePeriodSeconds: 1
        containers:
          - {name: first, image: busybox, command: [sleep, '600']}
          - {name: second, image: busybox, command: [sleep, '600']}
      """
    Then the pod is ready
    When I patch pod "images":
      """
      spec: {containers: [{name: first, image: 'nginx:1.29-alpine'}]}
      """
    Then container "first" starts for the 2nd time
    And container "first" has restart count of at least 1
    And field "status.containerStatuses[name=first].image" of the pod contains "nginx:1.29-alpine"
    And container "second" is unchanged since I patch pod "images"
    And the containers of the pod are:
      | container | state   | restarts |
      | first     | running | >=1      |
      | second    | running | 0        |

    Examples:
      | policy    |
      | Never     |
      | OnFailure |
      | Always    |
