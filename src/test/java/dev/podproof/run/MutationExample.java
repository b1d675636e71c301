package dev.podproof.run;

import dev.podproof.mutation.Mutant;
import dev.podproof.mutation.operator.Operators;
import dev.podproof.project.Surroundings;
import dev.podproof.report.ScenarioResult.Place;
import dev.podproof.settings.RunSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A small feature that applies a pod with a script and a Service, and the mutants of it. */
record MutationExample(Path folder) {
  private static final String POD =
      """
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
      spec:
        containers:
          - name: app
            image: busybox
            command: [sh, -c, 'echo %s; exit 3']
      """;

  /** The feature and its manifests, written to that folder. */
  static MutationExample in(Path folder) {
    var example = new MutationExample(folder);
    example.writeFeature("Then container \"app\" exits");
    example.writePod("here");
    example.writeConfig("one");
    return example;
  }

  void writePod(String word) {
    write("pod.yaml", POD.formatted(word));
  }

  void writeConfig(String value) {
    write(
        "config.yaml",
        "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: config}\ndata: {a: %s}\n"
            .formatted(value));
  }

  void writeFeature(String step) {
    write(
        "web.feature",
        """
        Feature: web
          Scenario: It ends
            When I apply "config.yaml"
            And I apply "pod.yaml"
            %s
        """
            .formatted(step));
  }

  private void write(String name, String text) {
    try {
      Files.writeString(folder.resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String feature() {
    return folder.resolve("web.feature").toString();
  }

  String pod() {
    return folder.resolve("pod.yaml").toString();
  }

  Place scenario() {
    return plan().scenarios().get(0);
  }

  MutationPlan plan() {
    return MutationPlan.of(
        RunSettings.dry(List.of(feature())),
        new MutationSettings(Operators.ALL, Integer.MAX_VALUE, 1, 0, false, false, false),
        Surroundings.NONE);
  }

  /** The mutant of that kind. */
  Mutant mutant(String operator) {
    return plan().mutants().stream()
        .filter(one -> one.operator().equals(operator))
        .findFirst()
        .orElseThrow();
  }
}
