package dev.podproof.report;

import dev.podproof.lifecycle.ContainerRole;
import dev.podproof.timeline.Lane;
import dev.podproof.timeline.Mark;
import dev.podproof.timeline.PodLanes;
import dev.podproof.timeline.Span;
import dev.podproof.timeline.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** A timeline as text of at most 100 columns, in ASCII. */
public final class TextTimeline {
  private static final int LABEL = 24;
  private static final int BAR = 74;
  private static final int WIDTH = 100;

  private final Timeline timeline;
  private final double length;
  private final List<String> lines = new ArrayList<>();

  private TextTimeline(Timeline timeline) {
    this.timeline = timeline;
    this.length = Math.max(0.1, timeline.seconds(timeline.end()));
  }

  /** The lines: an axis, what the harness did, and a lane for each container of each pod. */
  public static List<String> of(Timeline timeline) {
    var text = new TextTimeline(timeline);
    text.draw();
    return List.copyOf(text.lines);
  }

  private void draw() {
    var right = String.format(Locale.ROOT, "+%.2fs", length);
    lines.add(" ".repeat(LABEL) + "0s" + " ".repeat(BAR - 2 - right.length()) + right);
    var steps = row('.');
    for (int i = 0; i < timeline.steps().size(); i++) {
      var step = timeline.steps().get(i);
      fill(steps, step.from(), step.to(), Character.forDigit((i + 1) % 36, 36));
    }
    line("steps", steps);
    var harness = row(' ');
    var letters = new ArrayList<String>();
    for (var mark : timeline.marks()) {
      var letter = (char) ('a' + letters.size() % 26);
      harness[column(end(mark))] = letter;
      letters.add("  " + letter + "  " + relative(end(mark)) + "  " + mark.words());
    }
    line("harness", harness);
    timeline.pods().forEach(this::pod);
    letters.forEach(this::cut);
    lines.add(
        "  . waiting  = running  - terminated  ? within here  R ready  x failed exit  1 2 3 steps");
  }

  private void pod(PodLanes pod) {
    lines.add((pod.ours() ? "dependency " : "pod ") + pod.pod().name());
    pod.lanes().forEach(this::lane);
  }

  private void lane(Lane lane) {
    var row = row(' ');
    // A run that is shorter than a column must not vanish behind what came after it.
    lane.spans().stream()
        .sorted(Comparator.comparing(span -> span.stage() == Span.Stage.RUNNING))
        .forEach(span -> span(row, span));
    lane.marks().stream()
        .filter(mark -> mark.kind() == Mark.Kind.PROBE && mark.words().equals("ready"))
        .forEach(mark -> row[column(end(mark))] = 'R');
    line("  " + role(lane.role()) + " " + lane.container(), row);
  }

  private void span(char[] row, Span span) {
    var begins = span.begins();
    var ends = span.ends();
    var from = known(begins.latest(), begins.earliest());
    var to = known(ends.earliest(), ends.latest());
    fill(
        row,
        from,
        to.isBefore(from) ? from : to,
        switch (span.stage()) {
          case WAITING -> '.';
          case RUNNING -> '=';
          case TERMINATED -> '-';
        });
    if (span.stage() == Span.Stage.RUNNING) {
      uncertain(row, begins.earliest(), begins.latest());
      uncertain(row, ends.earliest(), ends.latest());
      if (span.words().matches(".*exited [1-9].*")) {
        row[column(ends.latest())] = 'x';
      }
    }
  }

  private void uncertain(char[] row, Instant from, Instant to) {
    var open = from.equals(Instant.MIN) || to.equals(Instant.MAX);
    if (!open && column(to) - column(from) > 1) {
      fill(row, from, to, '?');
    }
  }

  private static Instant known(Instant wanted, Instant otherwise) {
    return wanted.equals(Instant.MIN) || wanted.equals(Instant.MAX) ? otherwise : wanted;
  }

  private static Instant end(Mark mark) {
    return known(mark.interval().latest(), mark.interval().earliest());
  }

  private static String role(ContainerRole role) {
    return switch (role) {
      case INIT -> "init   ";
      case SIDECAR -> "sidecar";
      case APP -> "app    ";
      case EPHEMERAL -> "ephem. ";
    };
  }

  private String relative(Instant instant) {
    return String.format(
        Locale.ROOT, "+%.2fs", Duration.between(timeline.zero(), instant).toMillis() / 1000.0);
  }

  private static char[] row(char blank) {
    return String.valueOf(blank).repeat(BAR).toCharArray();
  }

  private void fill(char[] row, Instant from, Instant to, char with) {
    for (int i = column(from); i <= column(to); i++) {
      row[i] = with;
    }
  }

  private int column(Instant instant) {
    var share = timeline.seconds(instant) / length;
    return (int) Math.min(BAR - 1.0, Math.max(0, share * BAR));
  }

  private void line(String label, char[] row) {
    var shown = label.length() < LABEL ? label : label.substring(0, LABEL - 2) + "~";
    lines.add((String.format("%-" + LABEL + "s", shown) + new String(row)).stripTrailing());
  }

  private void cut(String line) {
    var first = line.lines().findFirst().orElse("").replaceAll("[^ -~]", "?");
    lines.add(first.length() <= WIDTH ? first : first.substring(0, WIDTH - 3) + "...");
  }
}
