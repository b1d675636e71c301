package dev.podproof.mutation.operator;

import static org.assertj.core.api.BDDAssertions.then;

import dev.podproof.mutation.Mutant;
import dev.podproof.mutation.Mutants;
import dev.podproof.mutation.Original;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each operator changes its place in a manifest that has one, and nothing in one that has none. */
class OperatorsTest {
  private static final String PLAIN =
      """
      apiVersion: v1
      kind: Pod
      metadata:
        name: plain
      spec:
        containers:
          - name: app
            image: busybox
      """;

  private static final String CONFIG =
      """
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: config
      data:
        command: exit 1
      """;

  @TestFactory
  Stream<DynamicTest> each_changes_its_place_and_nothing_else() {
    return Changed.ALL.stream()
        .map(one -> DynamicTest.dynamicTest(one.operator() + ": " + one.words(), () -> holds(one)));
  }

  private static void holds(Changed expected) {
    var mutants = mutants(named(expected.operator()), expected.manifest());

    then(mutants).extracting(Mutant::words).contains(expected.words());
    var mutant =
        mutants.stream().filter(one -> one.words().equals(expected.words())).findFirst().get();
    then(mutant.diff().stream().skip(2).filter(line -> line.matches("(?s)[-+].*")))
        .containsExactlyElementsOf(expected.diff().lines().toList());
    then(mutant.wouldCatch()).containsExactlyElementsOf(expected.wouldCatch().lines().toList());
  }

  @Test
  void every_operator_has_such_a_manifest() {
    then(Changed.ALL)
        .extracting(Changed::operator)
        .hasSameElementsAs(Operators.ALL.stream().map(Operator::name).toList());
    then(Operators.ALL).extracting(Operator::name).doesNotHaveDuplicates();
  }

  @TestFactory
  Stream<DynamicTest> none_changes_anything_where_it_has_no_place() {
    return Operators.ALL.stream()
        .map(
            operator ->
                DynamicTest.dynamicTest(
                    operator.name(),
                    () -> {
                      then(mutants(operator, CONFIG)).isEmpty();
                      if (!operator.name().equals("change-image")) {
                        then(mutants(operator, PLAIN)).isEmpty();
                      }
                    }));
  }

  @Test
  void pods_of_every_kind_of_workload_are_changed() {
    var cronJob =
        """
        apiVersion: batch/v1
        kind: CronJob
        metadata: {name: nightly}
        spec:
          jobTemplate:
            spec:
              template:
                spec:
                  containers:
                    - {name: app, image: "busybox:1.37", command: [sleep, "1"]}
        """;

    then(mutants(named("command-to-true"), cronJob))
        .singleElement()
        .extracting(Mutant::wouldCatch)
        .isEqualTo(List.of("Then container \"app\" stays running for 5s"));
  }

  @Test
  void a_port_that_is_information_only_says_so() {
    var named = mutants(named("close-port"), Changed.of("close-port").manifest());

    then(named).extracting(Mutant::harmless).containsExactly("");
    then(mutants(named("close-port"), PLAIN + "      ports: [{containerPort: 80}]\n"))
        .extracting(Mutant::harmless)
        .containsExactly(
            "a port without a name and without a host's port is information only: what listens there"
                + " is reached all the same (Kubernetes API reference: Container, ports)");
  }

  private static Operator named(String name) {
    return Operators.ALL.stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
  }

  private static List<Mutant> mutants(Operator operator, String manifest) {
    return Mutants.of(List.of(new Original("pod.yaml", 0, manifest)), List.of(operator));
  }
}
