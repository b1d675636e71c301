package dev.podproof.run;

import static org.assertj.core.api.BDDAssertions.then;

import dev.podproof.manifest.Manifest;
import dev.podproof.manifest.Reach;
import org.junit.jupiter.api.Test;

class NamedSubjectsTest {
  private final NamedSubjects named = new NamedSubjects();

  @Test
  void a_container_that_no_manifest_has_is_told_with_the_nearest_one() {
    named.applies(pod("containers: [{name: webapp}], initContainers: [{name: wait-for-db}]"));
    named.says("a.feature:7", "container \"webap\" starts before sidecar \"wait-for-db\" exits");

    then(named.problems())
        .containsExactly(
            "a.feature:7: no manifest of the scenario has a container \"webap\"; near it: webapp");
  }

  @Test
  void a_pod_that_no_manifest_has_is_told_with_the_nearest_one() {
    named.applies(pod("containers: [{name: app}]"));
    named.says("a.feature:7", "container \"app\" of pod \"q\" starts");

    then(named.problems())
        .containsExactly("a.feature:7: no manifest of the scenario has a pod \"q\"; near it: p");
  }

  @Test
  void a_controller_names_its_pods_itself() {
    named.applies(pod("containers: [{name: app}]"));
    named.applies(
        Manifest.parse(
            "m",
            "{apiVersion: apps/v1, kind: StatefulSet, metadata: {name: s}, spec: {template: {spec: {containers: [{name: app}]}}}}",
            Reach.OWN));
    named.says("a.feature:7", "pod \"s-0\" is ready");

    then(named.problems()).isEmpty();
  }

  @Test
  void containers_of_templates_and_added_ones_are_known() {
    named.applies(
        Manifest.parse(
            "m",
            "{apiVersion: batch/v1, kind: Job, metadata: {name: j}, spec: {template: {spec: {containers: [{name: work}]}}}}",
            Reach.OWN));
    named.adds("{name: debugger, image: busybox}");
    named.says("a.feature:7", "container \"work\" of the pod of job \"j\" completes");
    named.says("a.feature:8", "ephemeral container \"debugger\" exits");

    then(named.problems()).isEmpty();
  }

  @Test
  void nothing_is_said_where_somebody_else_may_make_containers() {
    named.applies(pod("containers: [{name: webapp}]"));
    named.applies(
        Manifest.parse(
            "m", "{apiVersion: example.com/v1, kind: Web, metadata: {name: w}}", Reach.OWN));
    named.says("a.feature:7", "container \"other\" starts");

    then(named.problems()).isEmpty();
  }

  @Test
  void nothing_is_said_where_nothing_is_applied() {
    named.says("a.feature:7", "container \"other\" starts");

    then(named.problems()).isEmpty();
  }

  private static Manifest pod(String spec) {
    return Manifest.parse(
        "m", "{apiVersion: v1, kind: Pod, metadata: {name: p}, spec: {" + spec + "}}", Reach.OWN);
  }
}
