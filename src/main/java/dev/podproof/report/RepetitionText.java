package dev.podproof.report;

import dev.podproof.repetition.Spread;
import dev.podproof.repetition.Statistics;
import dev.podproof.repetition.StepRate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What repetitions come to, as lines of text. */
final class RepetitionText {
  private static final int MOST_MOMENTS = 20;

  /** An interval of this width is told; one that is narrower is as good as an instant. */
  private static final Duration WIDE = Duration.ofMillis(50);

  private final Statistics statistics;
  private final List<String> lines = new ArrayList<>();

  private RepetitionText(Statistics statistics) {
    this.statistics = statistics;
  }

  static List<String> of(Repeated repeated) {
    var text = new RepetitionText(repeated.statistics());
    text.lines.add("");
    text.lines.add(
        "REPEATED  "
            + repeated.place().scenario()
            + "  "
            + repeated.place().inWords()
            + ": "
            + text.counts());
    text.steps();
    text.moments();
    text.statistics.parting().ifPresent(text::parting);
    return List.copyOf(text.lines);
  }

  private String counts() {
    var all = statistics.repetitions();
    var skipped = all - statistics.green() - statistics.red();
    return statistics.green()
        + " of "
        + all
        + " satisfied"
        + (statistics.red() == 0 ? "" : ", " + statistics.red() + " not")
        + (skipped == 0 ? "" : ", " + skipped + " skipped");
  }

  private void steps() {
    var label = "steps";
    for (var step : statistics.steps()) {
      lines.add(labelled(label, rate(step) + "  " + step.text()));
      label = "";
    }
  }

  // Nobody has an opinion of a step that was never come to.
  private static String rate(StepRate step) {
    var share =
        step.reached() == 0 ? "-" : Math.round(100.0 * step.satisfied() / step.reached()) + "%";
    return String.format(Locale.ROOT, "%4s  %3d of %-3d", share, step.satisfied(), step.reached());
  }

  private void moments() {
    if (statistics.moments().isEmpty()) {
      return;
    }
    lines.add(labelled("moments", "    least    median      most  after the first action"));
    statistics.moments().stream().limit(MOST_MOMENTS).map(this::moment).forEach(lines::add);
    var more = statistics.moments().size() - MOST_MOMENTS;
    if (more > 0) {
      lines.add(labelled("", "and " + more + " more, in results.json and report.html"));
    }
  }

  private String moment(Spread moment) {
    var seen =
        moment.seen() == statistics.repetitions()
            ? ""
            : "  (in " + moment.seen() + " of " + statistics.repetitions() + ")";
    var known =
        moment.known().compareTo(WIDE) > 0
            ? String.format(
                Locale.ROOT, "  (each known to %.1fs)", moment.known().toMillis() / 1000.0)
            : "";
    return labelled(
        "",
        String.format(
            Locale.ROOT,
            "%9s %9s %9s  %s%s%s",
            seconds(moment.least()),
            seconds(moment.median()),
            seconds(moment.most()),
            moment.what(),
            seen,
            known));
  }

  private void parting(Statistics.Parting parting) {
    var red = "in repetition " + parting.red() + " (not satisfied)  ";
    var green = "in repetition " + parting.green() + " (satisfied)  ";
    parting
        .first()
        .ifPresentOrElse(
            first -> {
              lines.add(labelled("differs", first.what() + (parting.always() ? always() : "")));
              lines.add(labelled("", red + first.inRed()));
              lines.add(labelled("", green + first.inGreen()));
            },
            () ->
                lines.add(
                    labelled(
                        "differs",
                        "nothing that was seen parts repetition "
                            + parting.red()
                            + " (not satisfied) from "
                            + parting.green()
                            + " (satisfied) but the times")));
    parting
        .log()
        .ifPresent(
            log -> {
              lines.add(labelled("log", log.what()));
              lines.add(labelled("", red + log.inRed()));
              lines.add(labelled("", green + log.inGreen()));
            });
  }

  private String always() {
    return ", which parts all "
        + statistics.green()
        + " that were satisfied from all "
        + statistics.red()
        + " that were not";
  }

  private static String labelled(String label, String text) {
    return String.format(Locale.ROOT, "%-10s%s", label, text);
  }

  private static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%+.2fs", duration.toMillis() / 1000.0);
  }
}
