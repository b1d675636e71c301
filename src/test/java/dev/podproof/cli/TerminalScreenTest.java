package dev.podproof.cli;

import static org.assertj.core.api.BDDAssertions.then;

import dev.podproof.report.ConsoleReport;
import dev.podproof.report.Outcome;
import dev.podproof.report.Progress;
import dev.podproof.report.ScenarioResult;
import dev.podproof.report.ScenarioResult.Place;
import dev.podproof.report.StepResult;
import dev.podproof.report.build.BuildLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jline.builtins.ScreenTerminal;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.LineDisciplineTerminal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a person sees on a terminal of 100 columns and 12 rows, and the bytes that make it so. */
class TerminalScreenTest {
  private static final Place PLACE =
      new Place("f", "Released when it opens", "features/webapp/wait.feature", 21);

  private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
  private Terminal terminal;

  @BeforeEach
  void open() throws IOException {
    terminal = new LineDisciplineTerminal("test", "xterm-256color", sent, StandardCharsets.UTF_8);
    terminal.setSize(new Size(100, 12));
  }

  private TerminalScreen screen(boolean colours) {
    return new TerminalScreen(terminal, colours);
  }

  private String seen() {
    var emulated = new ScreenTerminal(100, 12);
    emulated.write(sent.toString(StandardCharsets.UTF_8));
    return emulated
        .toString()
        .lines()
        .map(String::stripTrailing)
        .collect(Collectors.joining("\n"))
        .stripTrailing();
  }

  private static Progress progress(int done, int failed, Progress.Running... running) {
    return new Progress(11, done, failed, List.of(running), Optional.of(Duration.ofSeconds(95)));
  }

  private static Progress.Running waiting(int seconds, String glimpse) {
    return new Progress.Running(
        PLACE, Duration.ofSeconds(seconds), "Then container \"webapp\" starts", glimpse);
  }

  private static ScenarioResult result(Outcome outcome, String because) {
    var step = new StepResult("Then it is so", 23, outcome, Duration.ofMillis(1234), because);
    return new ScenarioResult(PLACE, List.of(), List.of(step), Duration.ofSeconds(2));
  }

  @Test
  void a_running_scenario_has_a_line_that_changes_with_what_it_waits_for() {
    var console = new ConsoleReport(screen(false), false, BuildLog.NONE);

    console.tell("cluster", "a node");
    console.running(progress(0, 0, waiting(3, "no pod yet")).lines());
    console.running(
        progress(0, 0, waiting(7, "wait-for-db running 7s: connection refused x6")).lines());

    then(seen())
        .isEqualTo(
            """
            cluster   a node
                 7s  wait.feature:21  wait-for-db running 7s: connection refused x6  | Then container "webapp"
            0 of 11 done, 1 running, 0 failed, about 1m 35s left""");
  }

  @Test
  void what_has_ended_stands_above_what_runs() {
    var screen = screen(false);
    var console = new ConsoleReport(screen, false, BuildLog.NONE);
    var ended = result(Outcome.SATISFIED, "seen");

    console.running(progress(0, 0, waiting(1, "x"), waiting(2, "y")).lines());
    var told = console.ofScenario(true);
    told.begins(PLACE);
    told.decided(ended.steps().get(0));
    told.ended(ended);
    told.release(ended);
    console.running(progress(1, 0, waiting(3, "y")).lines());

    then(seen())
        .isEqualTo(
            """

            Released when it opens  features/webapp/wait.feature:21
               +1.23s  ok        Then it is so  (seen)
                 3s  wait.feature:21  y  | Then container "webapp" starts
            1 of 11 done, 1 running, 0 failed, about 1m 35s left""");

    screen.close();
    then(seen())
        .isEqualTo(
            """

            Released when it opens  features/webapp/wait.feature:21
               +1.23s  ok        Then it is so  (seen)""");
  }

  @Test
  void the_bytes_of_a_line_that_changes_and_goes() {
    var screen = screen(true);

    screen.show(List.of("one 1s", "0 of 1"));
    screen.show(List.of("one 2s", "0 of 1"));
    screen.print("one " + screen.painted(Outcome.VIOLATED, "FAILED"));
    screen.close();

    then(inNames(sent.toString(StandardCharsets.UTF_8)))
        .isEqualTo(
            """
            one 1sESC[93C 0 of 1ESC[ABSBS2CRCR
            ESC[6CESC[ACRESC[KCRCR
            ESC[KESC[Aone ESC[31;1mFAILEDESC[0mCR
            one 2sESC[93C 0 of 1ESC[ACRESC[KCRCR
            ESC[KESC[A""");
  }

  private static String inNames(String bytes) {
    return bytes.replace("\u001b", "ESC").replace("\r", "CR").replace("\b", "BS");
  }

  @Test
  void after_its_end_which_may_come_twice_nothing_is_written() {
    var screen = screen(false);
    screen.show(List.of("one 1s"));
    screen.close();
    var until = sent.toString(StandardCharsets.UTF_8);

    screen.print("late");
    screen.show(List.of("later"));
    screen.close();

    then(sent.toString(StandardCharsets.UTF_8)).isEqualTo(until);
  }

  @Test
  void where_more_runs_than_has_room_the_rest_is_counted() {
    var screen = screen(false);

    screen.show(java.util.stream.IntStream.rangeClosed(1, 20).mapToObj(i -> "line " + i).toList());

    then(seen())
        .isEqualTo(
            """
            line 1
            line 2
            line 3
            line 4
            line 5
            line 6
            line 7
            line 8
            line 9
              ... 10 more
            line 20""");
  }

  @Test
  void nothing_is_coloured_where_no_colours_are_wanted() {
    then(screen(false).painted(Outcome.VIOLATED, "FAILED")).isEqualTo("FAILED");
    then(screen(true).painted(Outcome.VIOLATED, "FAILED")).isEqualTo("\u001b[31;1mFAILED\u001b[0m");
  }

  @Test
  void what_a_container_says_can_neither_colour_the_screen_nor_move_on_it() {
    var console = new ConsoleReport(screen(true), false, BuildLog.NONE);

    console.running(List.of("said: \u001b[2J\u001b[31mred\u0007\r\n"));

    then(seen()).isEqualTo("said: \uFFFD[2J\uFFFD[31mred\uFFFD\uFFFD");
  }
}
