package dev.podproof.run;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.apache.commons.lang3.StringUtils;

/**
 * A scenario of the catalogue, broken in one place, that must go red for the reason given. See
 * features/counterexamples/README.md.
 *
 * @param row the scenario's tag, without its @
 * @param scenario a part of its name, where the row has several; the first one without
 * @param example which line of its examples, from 1 on
 * @param broken what is wrong with it, in words
 * @param red the beginning of the step that must go red
 * @param because a part of what must be said of it
 */
record Counterexample(
    String row,
    @JsonSetter(nulls = Nulls.AS_EMPTY) String scenario,
    int example,
    String broken,
    List<Change> change,
    String red,
    String because) {
  private static final Path FOLDER = Path.of("features/counterexamples");
  private static final YAMLMapper YAML =
      YAMLMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  Counterexample {
    scenario = scenario == null ? "" : scenario;
    example = Math.max(1, example);
    change = List.copyOf(change);
  }

  /** A piece of the scenario's text that stands there once, and what takes its place. */
  record Change(String from, String to) {}

  /** All of them, in the order of files and entries. */
  static List<Counterexample> all() throws IOException {
    var all = new ArrayList<Counterexample>();
    try (var files = Files.list(FOLDER)) {
      for (var file : files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
        all.addAll(YAML.readValue(file.toFile(), new TypeReference<List<Counterexample>>() {}));
      }
    }
    return all;
  }

  /**
   * Writes it as a feature of its own.
   *
   * @throws IllegalArgumentException if a change does not fit its scenario
   */
  void write(Path folder) throws IOException {
    var text = source().alone(example);
    for (var one : change) {
      var times = StringUtils.countMatches(text, one.from());
      if (times != 1) {
        throw new IllegalArgumentException(
            row + ": stands there " + times + " times, not once: " + one.from());
      }
      text = text.replace(one.from(), one.to());
    }
    Files.writeString(file(folder), "Feature: " + broken + "\n\n" + text);
  }

  /** Its feature in that folder. */
  Path file(Path folder) {
    return folder.resolve((row + " " + broken).replaceAll("\\W+", "-") + ".feature");
  }

  private CatalogueScenario source() throws IOException {
    return CatalogueScenario.all().stream()
        .filter(one -> one.tags().contains("@" + row) && one.name().contains(scenario))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(row + ": no scenario is named \"" + scenario + "\""));
  }

  /** What is wrong with how it turned out; empty where it went red as it must. */
  Optional<String> complaint(JsonNode results) {
    var scenario =
        StreamSupport.stream(results.path("scenarios").spliterator(), false)
            .filter(one -> one.path("file").asText().endsWith(file(Path.of("/")).toString()))
            .findFirst();
    if (scenario.isEmpty()) {
      return Optional.of(row + " (" + broken + ") did not run");
    }
    if (!scenario.get().path("outcome").asText().equals("violated")) {
      return Optional.of(
          row
              + " ("
              + broken
              + ") is "
              + scenario.get().path("outcome").asText()
              + told(scenario.get()));
    }
    var step = decisive(scenario.get(), "violated");
    var text = step.path("text").asText();
    return text.contains(red) && step.path("because").asText().contains(because)
        ? Optional.empty()
        : Optional.of(row + " (" + broken + ") went red elsewhere" + told(scenario.get()));
  }

  private static String told(JsonNode scenario) {
    var step = decisive(scenario, scenario.path("outcome").asText());
    return ": " + step.path("text").asText() + "\n" + step.path("because").asText();
  }

  private static JsonNode decisive(JsonNode scenario, String outcome) {
    return StreamSupport.stream(scenario.path("steps").spliterator(), false)
        .filter(step -> step.path("outcome").asText().equals(outcome))
        .findFirst()
        .orElseThrow();
  }
}
