package dev.podproof.report;

import dev.podproof.report.ScenarioResult.Place;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How far a run is.
 *
 * @param failed how many of those that are done were neither satisfied nor skipped
 * @param left how long the rest will presumably take; empty where nothing is known of it
 */
public record Progress(
    int all, int done, int failed, List<Running> running, Optional<Duration> left) {
  public Progress {
    running = List.copyOf(running);
  }

  /**
   * A scenario that runs.
   *
   * @param step its present step
   * @param glimpse what its pod is at; empty where nothing is known of it
   */
  public record Running(Place place, Duration since, String step, String glimpse) {
    private String line() {
      var file = String.valueOf(Path.of(place.file()).getFileName()) + ":" + place.line();
      var known = Stream.of(glimpse, step).filter(text -> !text.isEmpty()).toList();
      return String.format(
          Locale.ROOT, "  %5s  %s  %s", since.toSeconds() + "s", file, String.join("  | ", known));
    }
  }

  /** A line for each scenario that runs, then one about all of them. */
  public List<String> lines() {
    return Stream.concat(running.stream().map(Running::line), Stream.of(counts())).toList();
  }

  private String counts() {
    return done
        + " of "
        + all
        + " done, "
        + running.size()
        + " running, "
        + failed
        + " failed"
        + left.map(Progress::about).orElse("");
  }

  private static String about(Duration left) {
    var seconds = left.toSeconds();
    return ", about "
        + (seconds < 60 ? seconds + "s" : seconds / 60 + "m " + seconds % 60 + "s")
        + " left";
  }
}
