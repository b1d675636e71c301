package dev.podproof.explanation;

import java.util.ArrayList;
import java.util.List;

/**
 * An unmet demand, explained.
 *
 * @param blocked the chain of causes, the nearest first; empty where none is known
 * @param timeline moments in order, such as "+0.31s scheduled"
 * @param next what to try
 */
public record Failure(
    String expected, String but, List<String> blocked, List<String> timeline, List<String> next) {
  private static final int LABEL = 10;
  private static final int MOST_BLOCKED = 6;

  public Failure {
    blocked = List.copyOf(blocked);
    timeline = List.copyOf(timeline);
    next = List.copyOf(next);
  }

  /** The explanation as lines of text, each fact behind its label. */
  public String inWords() {
    var lines = new ArrayList<String>();
    add(lines, "expected", List.of(expected));
    add(lines, "but", List.of(but));
    add(lines, "blocked", blocked.subList(0, Math.min(MOST_BLOCKED, blocked.size())));
    add(lines, "timeline", timeline.isEmpty() ? List.of() : List.of(String.join(" | ", timeline)));
    add(lines, "next", next);
    return String.join("\n", lines);
  }

  private static void add(List<String> lines, String label, List<String> texts) {
    for (var i = 0; i < texts.size(); i++) {
      var head = i == 0 ? label : "";
      lines.add(head + " ".repeat(LABEL - head.length()) + texts.get(i));
    }
  }
}
