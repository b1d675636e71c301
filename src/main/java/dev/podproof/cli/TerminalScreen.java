package dev.podproof.cli;

import dev.podproof.report.Outcome;
import dev.podproof.report.Screen;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;
import org.jline.utils.Display;

/** A screen on a terminal that can move its cursor; the last lines change in place. Thread-safe. */
final class TerminalScreen implements Screen {
  /** Where a terminal does not tell its size, as one without a window. */
  private static final int COLUMNS = 80;

  private static final int ROWS = 24;

  private final Terminal terminal;
  private final boolean colours;
  private final Display display;
  private List<String> shown = List.of();
  private boolean closed;

  TerminalScreen(Terminal terminal, boolean colours) {
    this.terminal = terminal;
    this.colours = colours;
    this.display = new Display(terminal, false);
  }

  @Override
  public synchronized void print(String text) {
    if (!closed) {
      draw(List.of());
      terminal.writer().println(text);
      draw(shown);
    }
  }

  @Override
  public synchronized void show(List<String> lines) {
    shown = List.copyOf(lines);
    if (!closed) {
      draw(shown);
    }
  }

  // The size is asked each time, for a window may be made larger while a run goes on.
  private void draw(List<String> lines) {
    var columns = terminal.getWidth() > 0 ? terminal.getWidth() : COLUMNS;
    var rows = terminal.getHeight() > 0 ? terminal.getHeight() : ROWS;
    display.resize(rows, columns);
    display.update(fitting(lines, columns - 1, rows - 1), lines.isEmpty() ? 0 : -1);
    terminal.flush();
  }

  /** As many as fit, the last one among them in any case. */
  private static List<AttributedString> fitting(List<String> lines, int columns, int rows) {
    var fitting = new ArrayList<String>();
    var left = lines.size() - rows;
    if (left > 0) {
      fitting.addAll(lines.subList(0, rows - 2));
      fitting.add("  ... " + (left + 1) + " more");
      fitting.add(lines.get(lines.size() - 1));
    } else {
      fitting.addAll(lines);
    }
    return fitting.stream()
        .map(line -> new AttributedString(line).columnSubSequence(0, columns))
        .toList();
  }

  @Override
  public boolean isLive() {
    return true;
  }

  @Override
  public String painted(Outcome outcome, String text) {
    return colours ? new AttributedString(text, style(outcome)).toAnsi(terminal) : text;
  }

  private static AttributedStyle style(Outcome outcome) {
    return switch (outcome) {
      case SATISFIED -> AttributedStyle.DEFAULT.foreground(AttributedStyle.GREEN);
      case SKIPPED -> AttributedStyle.DEFAULT.foreground(AttributedStyle.CYAN);
      case UNDECIDED -> AttributedStyle.DEFAULT.foreground(AttributedStyle.YELLOW);
      case VIOLATED, UNUSABLE, INFRASTRUCTURE ->
          AttributedStyle.DEFAULT.bold().foreground(AttributedStyle.RED);
    };
  }

  /** Takes the lines that change away, and leaves the terminal as it was; later ones are lost. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    show(List.of());
    closed = true;
    try {
      terminal.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
