package dev.podproof.report;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** A run as JSON, for programs. */
public final class ResultsJson {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private ResultsJson() {}

  /** Writes results.json into a folder that exists. */
  public static void write(RunResult run, Path folder) throws IOException {
    // Half of a surrogate pair has no form in UTF-8; what takes strings refuses it.
    Files.write(folder.resolve("results.json"), text(run).getBytes(StandardCharsets.UTF_8));
  }

  /** The document. */
  static String text(RunResult run) throws IOException {
    var root = JSON.createObjectNode();
    root.put("version", 1);
    root.put("began", run.began().toString());
    root.put("seconds", run.took().toMillis() / 1000.0);
    root.put("cluster", run.cluster());
    root.putObject("requests").put("api", run.requests().api()).put("logs", run.requests().logs());
    root.put("exitCode", run.exitCode(false));
    var scenarios = root.putArray("scenarios");
    run.scenarios().forEach(scenario -> add(scenarios.addObject(), scenario));
    if (!run.repeated().isEmpty()) {
      root.set("repeated", RepetitionJson.of(run.repeated(), JSON));
    }
    return JSON.writeValueAsString(root) + "\n";
  }

  private static void add(ObjectNode node, ScenarioResult scenario) {
    node.put("feature", scenario.place().feature());
    node.put("name", scenario.place().scenario());
    node.put("file", scenario.place().file());
    node.put("line", scenario.place().line());
    if (scenario.place().repetition().isOneOfSeveral()) {
      node.put("repetition", scenario.place().repetition().number());
    }
    scenario.tags().forEach(node.putArray("tags")::add);
    node.put("outcome", words(scenario.outcome()));
    node.put("seconds", scenario.took().toMillis() / 1000.0);
    var steps = node.putArray("steps");
    for (var step : scenario.steps()) {
      steps
          .addObject()
          .put("text", step.text())
          .put("line", step.line())
          .put("outcome", words(step.outcome()))
          .put("at", step.at().toMillis() / 1000.0)
          .put("because", step.because());
    }
  }

  private static String words(Outcome outcome) {
    return outcome.name().toLowerCase(Locale.ROOT);
  }
}
