package dev.podproof.cli;

import dev.podproof.report.Screen;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Map;
import java.util.Optional;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Option;

/** How the screen is written to. */
final class ScreenOptions {
  /** The exit code of a process that SIGINT ended, as shells tell it. */
  private static final int INTERRUPTED = 130;

  @Option(
      names = "--no-color",
      description = "No colours; nor where NO_COLOR is set or the output is no terminal.")
  private boolean noColor;

  /** A screen on that terminal; where there is none, one that only prints. */
  Screen open(Optional<Terminal> terminal, PrintWriter out, Map<String, String> environment) {
    // https://no-color.org: whatever it is, unless it is empty.
    var colours = !noColor && environment.getOrDefault("NO_COLOR", "").isEmpty();
    return terminal
        .<Screen>map(known -> onTerminal(known, colours))
        .orElseGet(() -> Screen.plain(out::println));
  }

  // An interrupt must not leave the lines that change, and the cursor among them. What the process
  // has to release it releases as at any end.
  private static Screen onTerminal(Terminal terminal, boolean colours) {
    var screen = new TerminalScreen(terminal, colours);
    terminal.handle(
        Terminal.Signal.INT,
        signal -> {
          screen.close();
          System.exit(INTERRUPTED);
        });
    return screen;
  }

  /** The terminal of this process; empty where its input or output is none that moves a cursor. */
  @SuppressWarnings("SystemConsoleNull") // Where it is never null the library tells.
  static Optional<Terminal> terminal() {
    // Without a console nobody need ask further, which would take a library's start.
    if (System.console() == null) {
      return Optional.empty();
    }
    try {
      var terminal = TerminalBuilder.builder().dumb(true).build();
      if (!terminal.getType().startsWith(Terminal.TYPE_DUMB)) {
        return Optional.of(terminal);
      }
      terminal.close();
    } catch (IOException e) {
      LoggerFactory.getLogger(ScreenOptions.class).debug("no terminal: {}", e.toString());
    }
    return Optional.empty();
  }
}
