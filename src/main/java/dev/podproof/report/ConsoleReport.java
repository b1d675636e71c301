package dev.podproof.report;

import dev.podproof.report.ScenarioResult.Place;
import dev.podproof.report.build.BuildLog;
import dev.podproof.timeline.Timeline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Tells a run as it goes, a line a step. Where scenarios run side by side, each has a report of its
 * own that is held until it ends, so that their lines do not mix. Used by one thread at a time.
 */
public final class ConsoleReport {
  private static final int LONGEST_REASON = 1_000;

  private final Screen screen;
  private final boolean quiet;
  private final BuildLog log;
  private final Optional<List<String>> held;

  /** A report whose lines stay as they come. */
  public ConsoleReport(Consumer<String> out) {
    this(Screen.plain(out), false, BuildLog.NONE);
  }

  /**
   * A report on this screen.
   *
   * @param quiet whether only the scenarios are told that were not satisfied, and the summary
   * @param log what the lines are told to besides
   */
  public ConsoleReport(Screen screen, boolean quiet, BuildLog log) {
    this(screen, quiet, log, Optional.empty());
  }

  private ConsoleReport(Screen screen, boolean quiet, BuildLog log, Optional<List<String>> held) {
    this.screen = screen;
    this.quiet = quiet;
    this.log = log;
    this.held = held;
  }

  /** The report of one scenario; its lines come out together where others run beside it. */
  public ConsoleReport ofScenario(boolean besideOthers) {
    return besideOthers || quiet || log.groups()
        ? new ConsoleReport(screen, quiet, log, Optional.of(new ArrayList<>()))
        : this;
  }

  /** Lets go what was held of that scenario; nothing where lines came out at once. */
  public void release(ScenarioResult scenario) {
    held.map(lines -> quiet && scenario.outcome().isFine() ? List.<String>of() : lines)
        .map(lines -> log.scenario(scenario, lines))
        .filter(lines -> !lines.isEmpty())
        .ifPresent(lines -> screen.print(String.join("\n", lines)));
  }

  /** Nothing was told yet. */
  public void opens() {
    log.opening().forEach(this::add);
  }

  /** The last was told, however the run ended. */
  public void closes() {
    log.closing().forEach(this::add);
  }

  /** What came of a run that has been told to its end, for the build server. */
  public void results(RunResult run) {
    log.result(run).forEach(this::add);
  }

  /** Where lines can change, what runs at this moment; nothing where a quiet run was asked for. */
  public void running(List<String> lines) {
    screen.show(lines.stream().map(line -> Printable.of(line).replaceAll("\\R", " ")).toList());
  }

  /** Whether what runs at this moment can be shown. */
  public boolean isLive() {
    return screen.isLive() && !quiet;
  }

  /** A line about the run as a whole, such as which cluster it runs on; not in a quiet run. */
  public void tell(String label, String text) {
    if (!quiet) {
      answer(label, text);
    }
  }

  /** A line that was asked for, such as how long a phase took. */
  public void answer(String label, String text) {
    add(String.format(Locale.ROOT, "%-10s%s", label, Printable.of(text)));
  }

  private void add(String line) {
    held.ifPresentOrElse(lines -> lines.add(line), () -> screen.print(line));
  }

  /** A scenario begins. */
  public void begins(Place place) {
    add("");
    add(Printable.of(place.title() + "  " + place.inWords()));
  }

  /** A step was decided. */
  public void decided(StepResult step) {
    var satisfied = step.outcome() == Outcome.SATISFIED;
    var reason =
        step.outcome() == Outcome.SKIPPED && !step.because().equals(StepResult.NOT_REACHED);
    var told = (satisfied && !step.because().equals("done")) || reason;
    var because = told ? "  (" + Printable.cut(step.because(), LONGEST_REASON) + ")" : "";
    var head = String.format(Locale.ROOT, "  %7s  ", "+" + seconds(step.at()));
    var outcome = String.format(Locale.ROOT, "%-9s", step.outcome().inWords());
    add(head + screen.painted(step.outcome(), outcome) + " " + Printable.of(step.text() + because));
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
    add("");
    TextTimeline.of(timeline).forEach(this::add);
  }

  private void explain(ScenarioResult scenario, StepResult step) {
    add("");
    var text = Printable.of(explanation(scenario, step));
    var outcome = step.outcome().inWords().toUpperCase(Locale.ROOT);
    add(screen.painted(step.outcome(), outcome) + text.substring(outcome.length()));
  }

  /**
   * The explanation of a scenario's unsatisfied step, with where it stands and how to run it again.
   */
  public static String explanation(ScenarioResult scenario, StepResult step) {
    var place = scenario.place();
    return step.outcome().inWords().toUpperCase(Locale.ROOT)
        + "  "
        + place.title()
        + "  "
        + place.file()
        + ":"
        + step.line()
        + "\n"
        + step.because()
        + "\nrerun     "
        + place.rerun();
  }

  /** What the repetitions come to, where there are some, and the whole run in a line. */
  public void summary(RunResult run) {
    run.repeated().forEach(one -> RepetitionText.of(one).forEach(line -> add(Printable.of(line))));
    add("");
    add(run.inWords(screen::painted));
  }

  private static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.2fs", duration.toMillis() / 1000.0);
  }
}
