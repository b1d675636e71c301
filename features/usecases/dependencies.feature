Feature: What a pod's dependency can be like, and how the pod sees it

  Background:
    Given I apply:
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: client}
      spec:
        terminationGracePeriodSeconds: 0
        containers: [{name: client, image: busybox, command: [sleep, '600']}]
      """
    Then pod "client" is ready

  Scenario: A dependency goes through every state, and each is seen from inside
    Given dependency "shop" on port 8080 is absent
    Then running "nslookup shop.$(cat /var/run/secrets/kubernetes.io/serviceaccount/namespace).svc.cluster.local" in container "client" of pod "client" prints "NXDOMAIN" within 10s
    When dependency "shop" on port 8080 has no endpoints
    Then running "nc -z -v -w 2 shop 8080" in container "client" of pod "client" prints "refused" within 10s
    When dependency "shop" on port 8080 refuses connections
    Then running "nc -z -v -w 2 shop 8080" in container "client" of pod "client" prints "refused" within 10s
    When dependency "shop" on port 8080 accepts connections
    Then running "nc -z -v -w 2 shop 8080" in container "client" of pod "client" prints "succeeded" within 10s
    When dependency "shop" on port 8080 drops packets
    Then running "nc -z -v -w 2 shop 8080" in container "client" of pod "client" prints "timed out" within 10s
    When dependency "shop" on port 8080 accepts connections and never answers
    Then running "nc -z -v -w 2 shop 8080" in container "client" of pod "client" prints "succeeded" within 10s
    And running "echo hello | timeout 2 nc shop 8080 2>/dev/null" in container "client" of pod "client" exits with code 143
    When dependency "shop" on port 8080 is absent
    Then running "nslookup shop.$(cat /var/run/secrets/kubernetes.io/serviceaccount/namespace).svc.cluster.local" in container "client" of pod "client" prints "NXDOMAIN" within 40s

  Scenario: A dependency answers HTTP as it is told, at once or late
    Given dependency "shop" on port 80 answers with status 200 and body "open"
    Then GET "http://shop/any/path" from container "client" of pod "client" answers "open"
    When dependency "shop" on port 80 answers with status 503 and body "closed today"
    Then running "wget -q -O - http://shop/" in container "client" of pod "client" prints "503"
    When dependency "shop" on port 80 answers with status 200 and body "slow" after 2s
    And I run "timeout 1 wget -q -O - http://shop/" in container "client" of pod "client"
    Then it exits with code 143
    When I run "wget -q -O - --post-data 'a=b' http://shop/" in container "client" of pod "client"
    Then it prints "slow"
    And dependency "shop" on port 9090 refuses connections
    Then running "nc -z -v -w 2 shop 9090" in container "client" of pod "client" prints "refused" within 10s
    And GET "http://shop/" from container "client" of pod "client" answers "slow"
