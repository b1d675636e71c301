@more
Feature: What holds a pod back besides its containers

  Scenario: A readiness gate keeps the pod unready until its condition is set
    When I apply:
      """yaml
      apiVersion: v1
      kind: Pod
      metadata: {name: p}
      spec:
        terminationGracePeriodSeconds: 1
        readinessGates: [{conditionType: example.com/gate}]
        containers: [{name: app, image: busybox, command: [sleep, '600']}]
      """
    Then container "app" is ready
    And condition "ContainersReady" of the pod is True
    And condition "Ready" of the pod is False with reason "ReadinessGatesNotReady"
    And the pod stays not ready for 2s
    When I patch subresource "status" of the pod:
      """
      status: {conditions: [{type: example.com/gate, status: 'True'}]}
      """
    Then the pod is ready

  Scenario: A scheduling gate holds the pod back
    When I apply:
      """yaml
      apiVersion: v1
      kind: Pod
      metadata: {name: p}
      spec:
        terminationGracePeriodSeconds: 1
        schedulingGates: [{name: example.com/wait}]
        containers: [{name: app, image: busybox, command: [sleep, '600']}]
      """
    Then condition "PodScheduled" of the pod is False with reason "SchedulingGated"
    And the printed column "Status" of the pod shows "SchedulingGated"
    And field "spec.nodeName" of the pod stays absent for 2s
    When I patch the pod:
      """
      spec: {schedulingGates: null}
      """
    Then the pod is ready
    And field "spec.nodeName" of the pod exists
