package dev.podproof.report.build;

import dev.podproof.report.ConsoleReport;
import dev.podproof.report.Outcome;
import dev.podproof.report.Printable;
import dev.podproof.report.ScenarioResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** TeamCity: a test for each scenario (TeamCity: service messages). */
final class TeamCity implements BuildLog {
  private static final String BEGINNING = "##teamcity[";

  @Override
  public boolean groups() {
    return true;
  }

  @Override
  public List<String> scenario(ScenarioResult scenario, List<String> lines) {
    var place = scenario.place();
    var name = place.file() + ": " + place.title();
    var all = new ArrayList<String>();
    all.add(message("testStarted", name, Map.of()));
    lines.forEach(line -> all.add(line.replace(BEGINNING, "## teamcity[")));
    scenario
        .unsatisfied()
        .ifPresent(
            step ->
                all.add(
                    scenario.outcome() == Outcome.SKIPPED
                        ? message("testIgnored", name, Map.of("message", step.because()))
                        : message(
                            "testFailed",
                            name,
                            Map.of(
                                "message",
                                step.text(),
                                "details",
                                ConsoleReport.explanation(scenario, step)))));
    all.add(
        message(
            "testFinished", name, Map.of("duration", Long.toString(scenario.took().toMillis()))));
    return all;
  }

  private static String message(String what, String name, Map<String, String> values) {
    var message = new StringBuilder(BEGINNING).append(what).append(" name='").append(escaped(name));
    new TreeMap<>(values)
        .forEach(
            (key, value) -> message.append("' ").append(key).append("='").append(escaped(value)));
    return message.append("']").toString();
  }

  // Values may have any character of Unicode as it is, save these (TeamCity: escaped values).
  private static String escaped(String text) {
    return Printable.of(text)
        .replace("|", "||")
        .replace("'", "|'")
        .replace("\n", "|n")
        .replace("[", "|[")
        .replace("]", "|]");
  }
}
