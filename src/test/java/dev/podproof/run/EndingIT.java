package dev.podproof.run;

import static org.assertj.core.api.BDDAssertions.then;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** However a run ends, nothing of it is left. */
class EndingIT {
  private static final Duration GONE_WITHIN = Duration.ofSeconds(5);
  private static final String FEATURE = "features/webapp/wait-for-database.feature:9";
  private static final String RUNNING = "Then container \"wait-for-db\" is running";

  @Test
  void a_killed_run_leaves_nothing_after_five_seconds() throws Exception {
    endsCleanly("KILL");
  }

  @Test
  void a_terminated_run_leaves_nothing() throws Exception {
    endsCleanly("TERM");
  }

  @Test
  void an_interrupted_run_leaves_nothing() throws Exception {
    endsCleanly("INT");
  }

  @Test
  void two_runs_at_once_do_not_disturb_each_other() throws Exception {
    var feature = "features/webapp/wait-for-database.feature:21";

    var one = Launched.start(Map.of(), "run", feature);
    var two = Launched.start(Map.of(), "run", feature);

    var first = Launched.finish(one);
    var second = Launched.finish(two);
    then(first.exitCode()).as(first.output()).isZero();
    then(second.exitCode()).as(second.output()).isZero();
  }

  @Test
  void a_run_that_succeeds_leaves_nothing() throws Exception {
    var process = Launched.start(Map.of(), "run", FEATURE);
    var lines = process.inputReader(StandardCharsets.UTF_8);
    readUntil(lines, RUNNING);
    var traces = Traces.of(process.pid());

    lines.lines().forEach(line -> {});

    then(process.waitFor()).isZero();
    then(traces.volumes()).hasSize(4);
    then(traces.left()).isEmpty();
  }

  @Test
  void a_run_whose_node_is_lost_says_so_at_once_and_leaves_nothing() throws Exception {
    var process = Launched.start(Map.of(), "run", FEATURE);
    var lines = process.inputReader(StandardCharsets.UTF_8);
    readUntil(lines, RUNNING);
    var traces = Traces.of(process.pid());

    new ProcessBuilder("docker", "kill", traces.container()).start().waitFor();

    var rest = String.join("\n", lines.lines().toList());
    then(process.waitFor()).as(rest).isEqualTo(4);
    then(rest)
        .contains(
            "LOST  Blocked while the Service does not exist  features/webapp/wait-for-database.feature:12\n"
                + "the node of the cluster was lost while the run went on\n"
                + "  see whether the Docker daemon still runs (docker ps), and run again\n"
                + "rerun     podproof run features/webapp/wait-for-database.feature:9\n")
        .doesNotContain("WARN", "Exception");
    then(traces.left()).isEmpty();
  }

  private static void endsCleanly(String signal) throws Exception {
    var process = Launched.start(Map.of(), "run", FEATURE);
    readUntil(process.inputReader(StandardCharsets.UTF_8), RUNNING);
    var traces = Traces.of(process.pid());
    then(traces.left()).hasSizeGreaterThan(4);

    new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start().waitFor();

    await().atMost(GONE_WITHIN).until(() -> traces.left().isEmpty());
    process.waitFor();
  }

  private static void readUntil(BufferedReader lines, String words) throws Exception {
    for (var line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.contains(words)) {
        return;
      }
    }
    throw new AssertionError("the run ended before it said: " + words);
  }
}
