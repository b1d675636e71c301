package dev.podproof.explanation;

import static dev.podproof.explanation.Told.told;
import static dev.podproof.lifecycle.Histories.aPod;
import static org.assertj.core.api.BDDAssertions.then;

import dev.podproof.lifecycle.Histories;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is said of the names and ports that a container's command waits for. */
class DependenciesTest {
  private static final String WAITS =
      "app  waits for  init container init (1 of 1), running for 29.0s\n";

  private static Histories waitingWith(String command) {
    return aPod("init", "app").commanded("init", "sh", "-c", command).at("1s").starts("init");
  }

  private static Histories waitingForDb() {
    return waitingWith("until nc -z db 5432; do sleep 1; done");
  }

  private static Map<String, Object> service(Map<String, Object> spec) {
    return Map.of("metadata", Map.of("name", "db"), "spec", spec);
  }

  private static Map<String, Object> serviceOn(int port) {
    return service(
        Map.of(
            "clusterIP",
            "10.43.0.9",
            "selector",
            Map.of("app", "db"),
            "ports",
            List.of(Map.of("port", port, "targetPort", port))));
  }

  private static Map<String, Object> endpoints(Boolean... ready) {
    return Map.of(
        "metadata",
        Map.of("name", "db-x", "labels", Map.of("kubernetes.io/service-name", "db")),
        "endpoints",
        List.of(ready).stream().map(is -> Map.of("conditions", Map.of("ready", is))).toList());
  }

  private static Map<String, Object> podLabelled(String name, String app) {
    return Map.of("metadata", Map.of("name", name, "labels", Map.of("app", app)));
  }

  @Test
  void a_name_without_a_Service_does_not_resolve() {
    then(told(waitingForDb()))
        .isEqualTo(
            WAITS
                + """
                db:5432  does not resolve: there is no Service db in the namespace
                next: create the Service, or let the scenario: When dependency "db" on port 5432 accepts connections""");
  }

  @Test
  void a_name_without_a_Service_is_told_with_the_three_first_that_there_are() {
    var others = waitingForDb();
    for (var name : List.of("web", "database", "cache", "queue")) {
      others.object("Service", name, Map.of("metadata", Map.of("name", name)));
    }

    then(told(others))
        .contains(
            "db:5432  does not resolve: there is no Service db in the namespace (there is cache, database, queue)\n");
  }

  @Test
  void a_name_that_is_only_looked_up_is_told_without_a_port() {
    then(told(waitingWith("until nslookup db; do sleep 1; done")))
        .isEqualTo(
            WAITS
                + """
                db  does not resolve: there is no Service db in the namespace
                next: create the Service db, or mend the name""");
  }

  @Test
  void a_name_that_is_only_looked_up_and_has_its_Service_explains_nothing() {
    then(told(waitingWith("getent hosts db; sleep 1000").object("Service", "db", serviceOn(5432))))
        .isEqualTo(
            WAITS.strip()
                + "\nnext: see why init does not end: its command is sh -c getent hosts db; sleep 1000");
  }

  @Test
  void a_name_said_twice_is_told_once() {
    then(told(waitingWith("nc -z db 5432 || nc -w 2 db 5432 || wget http://db:5432/up")))
        .containsOnlyOnce("db:5432  does not resolve");
  }

  @Test
  void the_name_in_a_URL_counts_with_its_port() {
    then(told(waitingWith("wget -q http://db:8080/up"))).contains("db:8080  does not resolve");
  }

  @Test
  void each_of_two_names_is_told() {
    then(told(waitingWith("nc -z db 5432 && nc -z cache 6379")))
        .contains("db:5432  does not resolve", "cache:6379  does not resolve");
  }

  @Test
  void a_port_that_the_Service_does_not_offer_is_told_with_those_that_it_does() {
    then(told(waitingForDb().object("Service", "db", serviceOn(5433))))
        .isEqualTo(
            WAITS
                + """
                db:5432  resolves to 10.43.0.9, and the Service offers no port 5432 (it has 5433)
                next: give the Service db the port 5432""");
  }

  @Test
  void a_Service_without_endpoints_is_told_with_its_selector() {
    then(told(waitingForDb().object("Service", "db", serviceOn(5432))))
        .isEqualTo(
            WAITS
                + """
                db:5432  resolves to 10.43.0.9, has no ready endpoints (no ready pod matches app=db)
                next: start a pod labelled app=db, or let the scenario: When dependency "db" on port 5432 accepts connections""");
  }

  @Test
  void a_pod_with_another_value_of_the_selectors_key_nearly_matches() {
    then(told(
            waitingForDb()
                .object("Service", "db", serviceOn(5432))
                .object("Pod", "db-0", podLabelled("db-0", "database"))))
        .contains("(no ready pod matches app=db; pod db-0 has app=database)");
  }

  @Test
  void a_pod_that_matches_and_is_not_ready_nearly_matches() {
    then(told(
            waitingForDb()
                .object("Service", "db", serviceOn(5432))
                .object("EndpointSlice", "db-x", endpoints(false))
                .object("Pod", "db-0", podLabelled("db-0", "db"))))
        .contains("(no ready pod matches app=db; pod db-0 does, and is not ready)");
  }

  @Test
  void of_the_pods_that_nearly_match_two_are_told() {
    var near = waitingForDb().object("Service", "db", serviceOn(5432));
    for (var name : List.of("c", "a", "b")) {
      near.object("Pod", name, podLabelled(name, "x"));
    }

    then(told(near)).contains("; pod a has app=x; pod b has app=x)");
  }

  @Test
  void a_Service_without_a_selector_and_without_endpoints_wants_them() {
    var bare = service(Map.of("clusterIP", "10.43.0.9", "ports", List.of(Map.of("port", 5432))));

    then(told(waitingForDb().object("Service", "db", bare)))
        .isEqualTo(
            WAITS
                + """
                db:5432  resolves to 10.43.0.9, has no ready endpoints (it has no selector)
                next: give the Service db a selector, or an EndpointSlice, or let the scenario: When dependency "db" on port 5432 accepts connections""");
  }

  private static Histories answered(String line) {
    return waitingForDb()
        .object("Service", "db", serviceOn(5432))
        .object("EndpointSlice", "db-x", endpoints(true, false))
        .logs("init", line);
  }

  @Test
  void a_port_that_refuses_has_nothing_that_listens() {
    then(told(answered("nc: Connection refused")))
        .isEqualTo(
            WAITS
                + """
                init  last said  "nc: Connection refused"  (at +1.00s, 1 time)
                db:5432  resolves to 10.43.0.9, has 1 ready endpoint: the connection is refused, nothing listens on port 5432 there
                next: let something listen on port 5432: let the scenario: When dependency "db" on port 5432 accepts connections""");
  }

  @Test
  void a_port_that_hangs_is_told_from_one_that_refuses() {
    then(told(answered("nc: timed out")))
        .endsWith(
            """
            db:5432  resolves to 10.43.0.9, has 1 ready endpoint: the connection hangs, neither accepted nor refused (a NetworkPolicy, a full backlog)
            next: see the NetworkPolicies and whether the process accepts; or let the scenario: When dependency "db" on port 5432 accepts connections""");
  }

  @Test
  void where_no_line_tells_refused_from_hanging_both_are_named_and_what_tells() {
    then(told(
            waitingForDb()
                .object("Service", "db", serviceOn(5432))
                .object("EndpointSlice", "db-x", endpoints(true, true))))
        .isEqualTo(
            WAITS
                + """
                db:5432  resolves to 10.43.0.9, has 2 ready endpoints: connections are refused or hang there
                next: to tell which: kubectl exec web -c init -- nc -v -w 2 db 5432; or let the scenario: When dependency "db" on port 5432 accepts connections""");
  }

  @Test
  void an_open_dependency_is_not_said_to_refuse_or_hang() {
    var open =
        waitingForDb()
            .object("Service", "db", serviceOn(5432))
            .object("EndpointSlice", "db-x", endpoints(true))
            .at("3s")
            .logs("init", "nc: connection refused")
            .at("5s")
            .acts("db:5432 accepts connections")
            .at("9s")
            .logs("init", "waiting for the schema");

    then(told(open))
        .isEqualTo(
            WAITS
                + """
                init  last said  "waiting for the schema"  (at +9.00s, 1 time)
                db:5432  resolves to 10.43.0.9, has 1 ready endpoint: it accepts connections as of +5.00s, and init goes on waiting all the same
                next: see what else init waits for: its command is sh -c until nc -z db 5432; do sleep 1; done""");
    then(told(open.at("10s").logs("init", "nc: connection refused")))
        .contains("the connection is refused");
    then(told(open.at("11s").acts("db:5432 refuses connections").logs("init", "waiting")))
        .contains("connections are refused or hang there");
  }

  @Test
  void a_named_target_port_that_no_selected_pod_has_leads_nowhere() {
    var named =
        service(
            Map.of(
                "clusterIP",
                "10.43.0.9",
                "selector",
                Map.of("app", "db"),
                "ports",
                List.of(Map.of("port", 5432, "targetPort", "sql"))));
    var pod =
        Map.<String, Object>of(
            "metadata",
            Map.of("name", "db-0", "labels", Map.of("app", "db")),
            "spec",
            Map.of(
                "containers",
                List.of(Map.of("name", "db", "ports", List.of(Map.of("name", "postgres"))))));

    then(told(
            waitingForDb()
                .object("Service", "db", named)
                .object("EndpointSlice", "db-x", endpoints(true))
                .object("Pod", "db-0", pod)))
        .isEqualTo(
            WAITS
                + """
                db:5432  leads nowhere: targetPort sql is the name of no port of the selected pods (they have postgres)
                next: give a container of the pod a port of that name, or mend targetPort of Service db""");
  }

  @Test
  void an_init_container_that_waits_for_its_own_pod_waits_for_ever() {
    then(told(waitingWith("until nc -z localhost 8080; do sleep 1; done")))
        .isEqualTo(
            WAITS
                + """
                localhost:8080  is the pod itself, whose app starts only after init
                next: wait for it in the app's own command, or make who listens there a sidecar before init""");
  }

  @Test
  void a_name_of_another_namespace_is_not_held_against_the_Services_of_this() {
    then(told(waitingWith("nc -z db.prod.svc.cluster.local 5432")))
        .isEqualTo(
            WAITS
                + """
                db.prod.svc.cluster.local:5432  lies outside the namespace: nothing is recorded of it
                next: ask from the pod: kubectl exec web -c init -- nc -v -w 2 db.prod.svc.cluster.local 5432""");
  }

  @Test
  void a_name_with_the_pods_own_namespace_is_one_of_its_Services() {
    then(told(
            waitingWith("nc -z db.here.svc 5432")
                .shows(Map.of("metadata", Map.of("namespace", "here")))))
        .contains("db.here.svc:5432  does not resolve: there is no Service db in the namespace");
  }

  @Test
  void a_headless_Service_resolves_to_its_pods_whatever_ports_it_names() {
    var headless = service(Map.of("clusterIP", "None", "selector", Map.of("app", "db")));

    then(told(waitingForDb().object("Service", "db", headless)))
        .contains("db:5432  is headless, has no ready endpoints (no ready pod matches app=db)\n");
  }
}
