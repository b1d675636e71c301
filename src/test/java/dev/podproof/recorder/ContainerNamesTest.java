package dev.podproof.recorder;

import static org.assertj.core.api.BDDAssertions.then;

import dev.podproof.recorder.ContainerNames.Name;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Names behind container IDs, as "ctr containers info" prints the labels. */
class ContainerNamesTest {
  private final ContainerNames names = new ContainerNames();
  private final List<Name> told = new ArrayList<>();

  private void labels(String kind) {
    names.label("        \"io.cri-containerd.kind\": \"" + kind + "\",");
    names.label("        \"io.kubernetes.container.name\": \"app\",");
    names.label("        \"io.kubernetes.pod.namespace\": \"default\",");
    names.label("        \"io.kubernetes.pod.uid\": \"uid-web\"");
  }

  @Test
  void a_container_has_the_name_of_its_labels() {
    labels("container");

    then(names.complete("c1")).contains(new Name("default", "uid-web", "app"));
  }

  @Test
  void a_sandbox_has_the_name_of_no_container() {
    labels("sandbox");

    then(names.complete("c1")).contains(new Name("default", "uid-web", ""));
  }

  @Test
  void a_container_without_labels_has_no_name_and_takes_none_from_the_one_before() {
    labels("container");
    names.complete("c1");

    then(names.complete("c2")).isEmpty();
  }

  @Test
  void what_is_no_label_of_Kubernetes_is_passed_over() {
    names.label("    \"Labels\": {");
    names.label("        \"maintainer\": \"somebody\",");
    labels("container");

    then(names.complete("c1")).contains(new Name("default", "uid-web", "app"));
  }

  @Test
  void a_label_counts_as_it_was_first_told() {
    labels("container");
    names.label("        \"io.kubernetes.container.name\": \"other\",");

    then(names.complete("c1").orElseThrow().container()).isEqualTo("app");
  }

  @Test
  void a_name_is_asked_for_once() {
    then(names.isNew("c1")).isTrue();
    then(names.isNew("c1")).isFalse();
  }

  @Test
  void what_waits_for_a_name_goes_on_in_order_when_it_is_released() {
    names.whenKnown("c1", told::add);
    names.whenKnown("c1", name -> told.add(new Name("second", "", "")));
    labels("container");
    names.complete("c1");
    then(told).isEmpty();

    names.release("c1");

    then(told).containsExactly(new Name("default", "uid-web", "app"), new Name("second", "", ""));
  }

  @Test
  void a_name_that_is_known_is_handed_over_at_once() {
    labels("container");
    names.complete("c1");

    names.whenKnown("c1", told::add);

    then(told).containsExactly(new Name("default", "uid-web", "app"));
  }

  @Test
  void what_waits_for_a_name_that_cannot_be_read_is_told_an_empty_one() {
    names.whenKnown("c1", told::add);

    names.release("c1");

    then(told).containsExactly(new Name("", "", ""));
  }

  @Test
  void names_that_were_asked_for_in_vain_are_those_that_are_to_be_asked_for_again() {
    names.isNew("c1");
    names.isNew("c2");
    labels("container");
    names.complete("c1");
    labels("sandbox");

    then(names.unanswered()).containsExactly("c2");
    // Half an answer of the shell that ended is none.
    then(names.complete("c2")).isEmpty();
  }
}
