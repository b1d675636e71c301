package dev.podproof.run;

import dev.podproof.report.RunResult;
import dev.podproof.report.ScenarioResult.Place;
import io.cucumber.core.feature.FeatureWithLines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The list of scenarios that are to be run again, in the format of Cucumber's rerun formatter. */
public final class Rerun {
  private static final String FILE = "rerun.txt";

  private Rerun() {}

  /**
   * What a list names, as FILE:LINE:LINE.
   *
   * @param among files and folders that it is narrowed to; empty for all
   * @throws UsageProblem if there is no such list or it is none
   */
  public static List<String> features(Path list, List<String> among) {
    if (!Files.isRegularFile(list)) {
      throw new UsageProblem(
          "there is no list of scenarios "
              + list
              + "\n  a run with --report-dir DIR writes one: DIR/"
              + FILE);
    }
    try {
      var folders = among.stream().map(Path::of).map(Rerun::whole).toList();
      return FeatureWithLines.parseFile(list).stream()
          .filter(one -> isAmong(whole(Places.path(one.uri())), folders))
          .map(
              one ->
                  Stream.concat(Stream.of(Places.file(one.uri())), one.lines().stream())
                      .map(String::valueOf)
                      .collect(Collectors.joining(":")))
          .toList();
    } catch (RuntimeException e) {
      throw new UsageProblem(
          list
              + " is no list of scenarios: "
              + e.getMessage()
              + "\n  expected a line such as features/web.feature:12 for each");
    }
  }

  private static boolean isAmong(Path feature, List<Path> folders) {
    return folders.isEmpty() || folders.stream().anyMatch(feature::startsWith);
  }

  private static Path whole(Path path) {
    return path.toAbsolutePath().normalize();
  }

  /** Writes the list of those that were not satisfied; an empty one where all were. */
  static void write(RunResult run, Path folder) throws IOException {
    Files.writeString(
        folder.resolve(FILE),
        run.scenarios().stream()
            .filter(one -> !one.outcome().isFine())
            .map(one -> one.place())
            .map(Place::inWords)
            .distinct()
            .map(place -> place + "\n")
            .collect(Collectors.joining()));
  }
}
