package dev.podproof.report;

import dev.podproof.report.ScenarioResult.Place;
import dev.podproof.timeline.Timeline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Tells a run as it goes, a line a step. Where scenarios run side by side, each has a report of its
 * own that is held until it ends, so that their lines do not mix. Used by one thread at a time.
 */
public final class ConsoleReport {
  private final Consumer<String> out;
  private final Runnable release;

  /** A report that hands its lines to this writer. */
  public ConsoleReport(Consumer<String> out) {
    this(out, () -> {});
  }

  private ConsoleReport(Consumer<String> out, Runnable release) {
    this.out = out;
    this.release = release;
  }

  /** A report whose lines come out together when it is released. */
  public ConsoleReport held() {
    var lines = new ArrayList<String>();
    return new ConsoleReport(
        lines::add,
        () -> {
          synchronized (this) {
            lines.forEach(out);
          }
        });
  }

  /** Lets go what was held; nothing where lines came out at once. */
  public void release() {
    release.run();
  }

  /** A line about the run as a whole, such as which cluster it runs on. */
  public void tell(String label, String text) {
    out.accept(String.format(Locale.ROOT, "%-10s%s", label, text));
  }

  /** A scenario begins. */
  public void begins(Place place) {
    out.accept("");
    out.accept(place.scenario() + "  " + place.inWords());
  }

  /** A step was decided. */
  public void decided(StepResult step) {
    var satisfied = step.outcome() == Outcome.SATISFIED;
    var reason =
        step.outcome() == Outcome.SKIPPED && !step.because().equals(StepResult.NOT_REACHED);
    var told = (satisfied && !step.because().equals("done")) || reason;
    var because = told ? "  (" + step.because() + ")" : "";
    out.accept(
        String.format(
            Locale.ROOT,
            "  %7s  %-9s %s%s",
            "+" + seconds(step.at()),
            step.outcome().inWords(),
            step.text(),
            because));
  }

  /** A scenario has ended; where it was not satisfied, the explanation follows. */
  public void ended(ScenarioResult scenario) {
    scenario
        .unsatisfied()
        .filter(step -> !step.outcome().isFine())
        .ifPresent(step -> explain(scenario, step));
  }

  /** The timeline of a scenario that has ended. */
  public void timeline(Timeline timeline) {
    out.accept("");
    TextTimeline.of(timeline).forEach(out);
  }

  private void explain(ScenarioResult scenario, StepResult step) {
    out.accept("");
    out.accept(explanation(scenario, step));
  }

  /**
   * The explanation of a scenario's unsatisfied step, with where it stands and how to run it again.
   */
  static String explanation(ScenarioResult scenario, StepResult step) {
    var place = scenario.place();
    return step.outcome().inWords().toUpperCase(Locale.ROOT)
        + "  "
        + place.scenario()
        + "  "
        + place.file()
        + ":"
        + step.line()
        + "\n"
        + step.because()
        + "\nrerun     podproof run "
        + place.inWords();
  }

  /** The whole run in a line. */
  public void summary(RunResult run) {
    var counts =
        Arrays.stream(Outcome.values())
            .filter(outcome -> run.count(outcome) > 0)
            .map(outcome -> run.count(outcome) + " " + outcome.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", "));
    out.accept("");
    out.accept(
        run.scenarios().size()
            + (run.scenarios().size() == 1 ? " scenario: " : " scenarios: ")
            + counts
            + "  in "
            + seconds(run.took()));
  }

  private static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.2fs", duration.toMillis() / 1000.0);
  }
}
