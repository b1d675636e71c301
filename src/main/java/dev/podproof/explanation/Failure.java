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
  private static final int WIDTH = 160;
  private static final int MOST_BLOCKED = 6;
  private static final int MOST_TIMELINE = 3;

  public Failure {
    blocked = List.copyOf(blocked);
    timeline = List.copyOf(timeline);
    next = List.copyOf(next);
  }

  /** Whether a cause is known. */
  public boolean namesCause() {
    return !blocked.isEmpty() && !blocked.get(0).startsWith(NothingKnown.BEGINNING);
  }

  /**
   * The explanation as lines of text, each fact behind its label: at most 13, of at most 160
   * characters.
   */
  public String inWords() {
    var lines = new ArrayList<String>();
    add(lines, "expected", List.of(expected));
    add(lines, "but", List.of(but));
    add(lines, "blocked", blocked.subList(0, Math.min(MOST_BLOCKED, blocked.size())));
    add(lines, "timeline", wrapped(timeline));
    add(lines, "next", next);
    return String.join("\n", lines);
  }

  /** The moments in as few lines as their width allows, at most three. */
  private static List<String> wrapped(List<String> moments) {
    var lines = new ArrayList<String>();
    for (var moment : moments) {
      var last = lines.isEmpty() ? "" : lines.get(lines.size() - 1) + " | " + moment;
      if (lines.isEmpty() || LABEL + last.length() > WIDTH) {
        lines.add(moment);
      } else {
        lines.set(lines.size() - 1, last);
      }
    }
    return lines.subList(Math.max(0, lines.size() - MOST_TIMELINE), lines.size());
  }

  private static void add(List<String> lines, String label, List<String> texts) {
    for (var i = 0; i < texts.size(); i++) {
      var head = i == 0 ? label : "";
      lines.add(head + " ".repeat(LABEL - head.length()) + Facts.cut(texts.get(i), WIDTH - LABEL));
    }
  }
}
