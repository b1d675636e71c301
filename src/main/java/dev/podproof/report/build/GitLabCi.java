package dev.podproof.report.build;

import dev.podproof.report.Printable;
import dev.podproof.report.ScenarioResult;
import dev.podproof.report.ScenarioResult.Place;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * GitLab: the lines of each scenario are a section that can be opened, one that was not satisfied
 * stands open (GitLab: expand and collapse job log sections).
 */
record GitLabCi(Clock clock) implements BuildLog {
  private static final String ERASE = "\u001b[0K";

  @Override
  public boolean groups() {
    return true;
  }

  @Override
  public List<String> scenario(ScenarioResult scenario, List<String> lines) {
    var ended = clock.instant();
    var place = scenario.place();
    var name =
        (place.file() + "_" + place.line() + repetition(place)).replaceAll("[^A-Za-z0-9_.-]", "_");
    var section = new ArrayList<String>();
    section.add(
        mark("start", ended.minus(scenario.took()), name)
            + (scenario.outcome().isFine() ? "[collapsed=true]" : "")
            + "\r"
            + ERASE
            + Printable.of(scenario.outcome().inWords() + "  " + place.title())
                .replaceAll("\\R", " "));
    section.addAll(lines);
    section.add(mark("end", ended, name) + "\r" + ERASE);
    return section;
  }

  private static String repetition(Place place) {
    return place.repetition().isOneOfSeveral() ? "_" + place.repetition().number() : "";
  }

  private static String mark(String which, Instant at, String name) {
    return ERASE + "section_" + which + ":" + at.getEpochSecond() + ":" + name;
  }
}
