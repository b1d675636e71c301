package dev.podproof.mutation;

import static org.assertj.core.api.BDDAssertions.then;

import dev.podproof.cli.Podproof;
import dev.podproof.mutation.operator.Operators;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The mutants of whole manifests. */
class MutantsTest {
  private static final String TWO =
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: one}
      spec:
        containers:
          - {name: app, image: busybox}
      ---
      apiVersion: v1
      kind: List
      items:
        - apiVersion: v1
          kind: Pod
          metadata: {name: two}
          spec:
            containers:
              - name: app
                image: busybox
                command: [sleep, "9"]
      """;

  @TempDir Path folder;

  @Test
  void they_are_those_of_all_documents_and_lists_in_order() {
    then(mutants(new Original("two.yaml", 0, TWO)))
        .extracting(Mutant::inWords)
        .containsExactly(
            "two.yaml:6  change-image  changes the image of container app to registry.invalid/no-such-image:1",
            "two.yaml:17  change-image  changes the image of container app to registry.invalid/no-such-image:1",
            "two.yaml:18  command-to-true  changes the command of container app to true");
  }

  @Test
  void below_a_step_places_are_those_of_the_feature_and_the_text_is_that_of_the_step() {
    var mutant = mutants(new Original("web.feature", 40, TWO)).get(2);

    then(mutant.place().line()).isEqualTo(58);
    then(mutant.text()).isEqualTo(TWO.replace("[sleep, \"9\"]", "[\"true\"]"));
    then(mutant.diff())
        .containsExactly(
            "--- web.feature",
            "+++ web.feature (command-to-true)",
            "@@ -56,3 +56,3 @@",
            "         - name: app",
            "           image: busybox",
            "-          command: [sleep, \"9\"]",
            "+          command: [\"true\"]");
  }

  @Test
  void numbers_are_what_kubectl_reads() {
    var pod =
        TWO.replace(
            "spec:\n  containers", "spec:\n  terminationGracePeriodSeconds: %s\n  containers");

    then(mutants(new Original("a.yaml", 0, pod.formatted("010"))))
        .extracting(Mutant::inWords)
        .contains(
            "a.yaml:5  shrink-grace-period  shrinks the grace period of Pod one from 8 s to 1 s");
    then(mutants(new Original("a.yaml", 0, pod.formatted("0x1"))))
        .extracting(Mutant::operator)
        .doesNotContain("shrink-grace-period");
  }

  @Test
  void a_sample_is_the_same_for_the_same_seed_and_in_order() throws IOException {
    var all = Mutants.of(corpus(), Operators.ALL);
    var sample = Mutants.sample(all, 10, 7);

    then(sample).hasSize(10).isEqualTo(Mutants.sample(all, 10, 7));
    then(sample).isNotEqualTo(Mutants.sample(all, 10, 8));
    then(all.stream().filter(sample::contains)).containsExactlyElementsOf(sample);
    then(Mutants.sample(all, all.size() + 1, 7)).isEqualTo(all);
  }

  /** Among them lists, several documents, anchors, merge keys and flow style. */
  @Test
  void each_is_a_manifest_that_differs_from_the_original() throws IOException {
    var mutants = Mutants.of(corpus(), Operators.ALL);

    then(mutants).hasSizeGreaterThan(500);
    then(mutants)
        .allSatisfy(
            mutant -> {
              then(values(mutant.text())).isNotEqualTo(values(mutant.original().text()));
              then(mutant.diff()).hasSizeGreaterThan(3);
            });
  }

  @Test
  void every_step_that_they_name_is_understood() throws IOException {
    var feature = new StringBuilder("Feature: what would catch mutants\n");
    for (var original : corpus()) {
      var copy = folder.resolve(Path.of(original.file()).getFileName());
      Files.writeString(copy, original.text().replaceAll("(?m)^ *namespace: .*\\R", ""));
      var steps =
          Mutants.of(List.of(original), Operators.ALL).stream()
              .flatMap(mutant -> mutant.wouldCatch().stream())
              .filter(step -> !step.contains("\"CONTAINER\""))
              .distinct()
              .toList();
      if (!steps.isEmpty()) {
        feature.append("\n  Scenario: ").append(copy.getFileName());
        feature.append("\n    When I apply \"").append(copy.getFileName()).append("\"\n    ");
        feature.append(String.join("\n    ", steps)).append('\n');
      }
    }
    Files.writeString(folder.resolve("all.feature"), feature);
    var said = new StringWriter();
    var out = new PrintWriter(said, true);

    var code =
        Podproof.run(
            new String[] {
              "run", "--dry-run", "--allow-cluster-scoped", folder.resolve("all.feature").toString()
            },
            out,
            out,
            Map.of());

    then(code).as(said.toString()).isZero();
  }

  @Test
  void the_only_mutant_that_no_cluster_can_start_is_the_one_without_an_image() {
    then(mutants(new Original("two.yaml", 0, TWO)).stream().filter(Mutant::lacksImage))
        .isNotEmpty()
        .extracting(Mutant::operator)
        .containsOnly("change-image");
  }

  private static List<Mutant> mutants(Original original) {
    return Mutants.of(List.of(original), Operators.ALL);
  }

  private static List<Original> corpus() throws IOException {
    try (Stream<Path> ours = Files.walk(Path.of("manifests"));
        Stream<Path> others = Files.walk(Path.of("src/test/resources/lint/corpus"))) {
      return Stream.concat(ours, others)
          .filter(path -> path.toString().endsWith(".yaml"))
          .sorted()
          .map(MutantsTest::original)
          .toList();
    }
  }

  private static Original original(Path file) {
    try {
      return new Original(file.toString(), 0, Files.readString(file));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static List<Object> values(String text) {
    var values = new java.util.ArrayList<Object>();
    new Load(LoadSettings.builder().build()).loadAllFromString(text).forEach(values::add);
    return values;
  }
}
