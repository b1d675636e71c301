package dev.podproof.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;

/** A run as TAP, version 14 (testanything.org): a test point a scenario. */
public final class Tap {
  private static final DumpSettings YAML =
      DumpSettings.builder()
          .setDefaultFlowStyle(FlowStyle.BLOCK)
          .setDefaultScalarStyle(ScalarStyle.DOUBLE_QUOTED)
          .setWidth(Integer.MAX_VALUE)
          .setSplitLines(false)
          .build();

  private Tap() {}

  /** Writes the file, whose folder exists. */
  public static void write(RunResult run, Path file) throws IOException {
    Files.writeString(file, text(run));
  }

  /** The document. */
  static String text(RunResult run) {
    var text = new StringBuilder("TAP version 14\n1.." + run.scenarios().size() + "\n");
    var number = 0;
    for (var scenario : run.scenarios()) {
      text.append(point(++number, scenario));
    }
    return text.toString();
  }

  private static String point(int number, ScenarioResult scenario) {
    var place = scenario.place();
    var head =
        (scenario.outcome().isFine() ? "ok " : "not ok ")
            + number
            + " - "
            + escaped(place.inWords() + " " + place.title());
    if (scenario.outcome() == Outcome.SATISFIED) {
      return head + "\n";
    }
    var step = scenario.unsatisfied().orElseThrow();
    return scenario.outcome() == Outcome.SKIPPED
        ? head + " # SKIP " + escaped(step.because()) + "\n"
        : head + "\n" + diagnostics(scenario, step);
  }

  private static String diagnostics(ScenarioResult scenario, StepResult step) {
    var facts = new LinkedHashMap<String, Object>();
    facts.put("outcome", scenario.outcome().name().toLowerCase(Locale.ROOT));
    facts.put("step", Printable.of(step.text()));
    facts.put("at", scenario.place().file() + ":" + step.line());
    facts.put("message", Printable.of(ConsoleReport.explanation(scenario, step)));
    var yaml = new Dump(YAML).dumpToString(facts);
    return ("---\n" + yaml + "...\n").indent(2);
  }

  private static String escaped(String text) {
    return Printable.of(text).replaceAll("\\R", " ").replace("\\", "\\\\").replace("#", "\\#");
  }
}
