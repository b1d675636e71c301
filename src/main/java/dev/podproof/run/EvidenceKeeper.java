package dev.podproof.run;

import dev.podproof.archive.Bundle;
import dev.podproof.archive.ScenarioRecord;
import dev.podproof.lifecycle.History;
import dev.podproof.report.Outcome;
import dev.podproof.report.ScenarioResult;
import dev.podproof.session.Asked;
import dev.podproof.session.PodSession;
import dev.podproof.session.Remains;
import dev.podproof.session.SessionSettings;
import dev.podproof.settings.RunSettings;
import dev.podproof.settings.RunSettings.Evidence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;

/** Keeps the evidence of scenarios, as far as it is wanted. Thread-safe. */
final class EvidenceKeeper {
  private final Evidence wanted;
  private final Path folder;
  private final SessionSettings waits;
  private final Map<String, String> taken = new ConcurrentHashMap<>();

  EvidenceKeeper(RunSettings settings, SessionSettings waits) {
    this.wanted = settings.evidence();
    this.folder = settings.output().files().reportDir().resolve("evidence");
    this.waits = waits;
  }

  /**
   * A scenario that has ended.
   *
   * @param asked what each of its steps asked
   * @param history up to its end: what the reports told is what is kept
   */
  record Ended(ScenarioResult scenario, Instant began, List<List<Asked>> asked, History history) {}

  /**
   * Keeps a scenario that is not cleaned up yet.
   *
   * @param hidden hides what nobody may be shown
   * @return what is to be told of it, a line each; whatever goes wrong is only told
   */
  List<String> keep(Ended ended, PodSession session, UnaryOperator<String> hidden) {
    if (!isWanted(ended.scenario().outcome())) {
      return List.of();
    }
    var into = folder.resolve(distinct(name(ended.scenario()), ended.scenario().place().file()));
    try {
      var remains = session.remains();
      write(ended, remains, into, hidden);
      return Stream.concat(
              Stream.of(into.toString()), remains.missing().stream().map(line -> "without " + line))
          .toList();
    } catch (IOException | RuntimeException e) {
      // What was seen is judged already: nothing else of the run may depend on what is kept of it.
      return List.of(into + " is not whole: " + hidden.apply(String.valueOf(e)));
    }
  }

  private void write(Ended ended, Remains remains, Path into, UnaryOperator<String> hidden)
      throws IOException {
    var scenario = ended.scenario();
    var feature = Files.readString(Path.of(scenario.place().file()));
    var kept =
        ScenarioRecord.of(
            scenario, ended.asked(), ended.began(), waits, versions(remains), remains.missing());
    makeEmpty(into);
    new Bundle(kept, ended.history(), feature).write(into, remains, hidden);
  }

  private boolean isWanted(Outcome outcome) {
    return switch (wanted) {
      case ALL -> true;
      case NONE -> false;
      case FAILED -> !outcome.isFine();
    };
  }

  private static String name(ScenarioResult scenario) {
    var file = scenario.place().file().replaceAll("[^A-Za-z0-9._-]+", "-").replaceAll("^-", "");
    var from = Math.max(0, file.length() - 150);
    var repetition = scenario.place().repetition();
    return file.substring(from)
        + "-"
        + scenario.place().line()
        + (repetition.isOneOfSeveral() ? "-repetition-" + repetition.number() : "");
  }

  // Two files may come to one name without what file systems do not take.
  private String distinct(String name, String file) {
    var free = name;
    for (int i = 2; !file.equals(taken.computeIfAbsent(free, any -> file)); i++) {
      free = name + "." + i;
    }
    return free;
  }

  private static void makeEmpty(Path folder) throws IOException {
    if (Files.exists(folder)) {
      FileUtils.deleteDirectory(folder.toFile());
    }
    Files.createDirectories(folder);
  }

  private static Map<String, String> versions(Remains remains) {
    var versions = new LinkedHashMap<String, String>();
    versions.put(
        "podproof",
        Optional.ofNullable(EvidenceKeeper.class.getPackage().getImplementationVersion())
            .orElse("(not packaged)"));
    versions.put("java", Runtime.version().toString());
    versions.put("cluster", remains.cluster().name());
    versions.put("kubernetes", remains.cluster().kubernetes());
    return versions;
  }
}
