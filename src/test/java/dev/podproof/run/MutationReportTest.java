package dev.podproof.run;

import static org.assertj.core.api.BDDAssertions.then;

import dev.podproof.mutation.Mutant;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What mutation testing tells, word for word. */
class MutationReportTest {
  @TempDir Path folder;
  private MutationExample example;

  @BeforeEach
  void write() {
    example = MutationExample.in(folder);
  }

  @Test
  void survivors_with_their_change_then_what_was_not_counted_then_score_and_times() {
    var results =
        List.of(
            result("change-image", Fate.KILLED, "web.feature:5  Then so\nbut no", 1, false),
            result("command-to-true", Fate.TIMED_OUT, "web.feature:5  Then so\nlate", 9, false),
            result("change-exit-code", Fate.SURVIVED, "", 3, false),
            result("change-image", Fate.INVALID, "refused\nby the server", 1, true));

    then(report(results).text())
        .isEqualTo(
            """

            survived   POD:9  change-exit-code  changes "exit 3" to exit 0 in the command of container app  (3.0s, unchanged 2.0s)
                      green in   FEATURE:2
                      --- POD
                      +++ POD (change-exit-code)
                      @@ -7,3 +7,3 @@
                           - name: app
                             image: busybox
                      -      command: [sh, -c, 'echo here; exit 3']
                      +      command: [sh, -c, 'echo here; exit 0']
                      would have caught it:  Then container "app" of pod "web" exits with code 3
                          after web.feature:5: satisfied unchanged, violated with the change
                      might have caught it:  Then container "app" of pod "web" logs "TEXT"
                          words in capitals are yours to fill in

            invalid    POD:8  change-image  changes the image of container app to registry.invalid/no-such-image:1  (known from an earlier run)
                      refused
                      by the server

            score 66.7 %: 1 killed, 1 timed out, 1 survived, 1 invalid
            3 mutants in 6.5s: one every 2.2s; each took 4.3s, and its scenarios 2.0s unchanged (1.08 and 2.17 times as long)
            those that survived ran as many steps as unchanged, in 1.50 times their time
            """
                .replace("POD", example.pod())
                .replace("FEATURE", example.feature()));
  }

  @Test
  void where_no_step_is_known_to_catch_a_survivor_that_is_said() {
    var survived = result("change-exit-code", Fate.SURVIVED, "", 3, false);

    then(report(List.of(survived.suggesting(List.of()))).text())
        .contains("exit 0']\n          no usual step is proved to catch it\n\nscore");
    then(report(
                List.of(
                    survived.suggesting(List.of(new Suggestion("Then so \"TEXT\"", false, "why")))))
            .text())
        .contains(
            "exit 0']\n          no usual step is proved to catch it\n"
                + "          might have caught it:  Then so \"TEXT\"\n              why\n\nscore");
  }

  @Test
  void what_was_known_already_took_no_time() {
    then(report(List.of(result("change-image", Fate.KILLED, "", 1, true))).text())
        .isEqualTo(
            """

            score 100.0 %: 1 killed
            every outcome is known from an earlier run
            """);
  }

  @Test
  void a_line_for_each_mutant_tells_what_became_of_it_and_in_what_time() {
    then(MutationReport.line(result("change-image", Fate.KILLED, "", 1, false)))
        .isEqualTo(
            "killed     "
                + example.pod()
                + ":8  change-image  changes the image of container app to registry.invalid/no-such-image:1  (1.0s, unchanged 2.0s)");
    then(MutationReport.line(result("change-image", Fate.TIMED_OUT, "", 1, true)))
        .startsWith("timed out  ")
        .endsWith("  (known from an earlier run)");
  }

  private MutationReport report(List<MutantResult> results) {
    return new MutationReport(example.plan(), new Score(results), Duration.ofMillis(6500));
  }

  private MutantResult result(
      String operator, Fate fate, String because, int seconds, boolean known) {
    return new MutantResult(
        mutant(operator),
        fate,
        because,
        Duration.ofSeconds(seconds),
        Duration.ofSeconds(2),
        known,
        fate == Fate.SURVIVED
            ? List.of(
                new Suggestion(
                    "Then container \"app\" of pod \"web\" exits with code 3",
                    true,
                    "web.feature:5"),
                new Suggestion(
                    "Then container \"app\" of pod \"web\" logs \"TEXT\"",
                    false,
                    "words in capitals are yours to fill in"))
            : List.of());
  }

  private Mutant mutant(String operator) {
    return example.mutant(operator);
  }
}
