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

  private static void endsCleanly(String signal) throws Exception {
    var before = Traces.now();
    var process = Launched.start(Map.of(), "run", "features/webapp/wait-for-database.feature:9");
    readUntil(
        process.inputReader(StandardCharsets.UTF_8), "Then container \"wait-for-db\" is running");

    new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start().waitFor();

    await().atMost(GONE_WITHIN).until(() -> Traces.now().equals(before));
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
