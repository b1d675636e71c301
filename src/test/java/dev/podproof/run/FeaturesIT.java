package dev.podproof.run;

import static org.assertj.core.api.BDDAssertions.then;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The stories, on a real cluster, through the command line. */
class FeaturesIT {
  @Test
  void every_story_is_satisfied_and_reported() throws Exception {
    var run =
        Launched.podproof("run", "features/webapp", "--timings", "--report-dir", "target/reports");

    then(run.exitCode()).as(run.output()).isZero();
    then(run.output()).contains("11 scenarios: 11 satisfied");
    then(Path.of("target/reports/junit.xml")).exists();
    then(Path.of("target/reports/results.json")).exists();
  }

  /** With an image that the node image alone has. */
  @Test
  void a_file_is_read_where_the_image_has_no_shell() throws Exception {
    var run =
        Launched.podproof("run", "src/test/resources/features/no-shell.feature", "--cluster=node");

    then(run.exitCode()).as(run.output()).isZero();
  }

  /** Each fault that lint calls a behaviour shows on a cluster, and its cure does not. */
  @Test
  @Tag("full")
  void what_lint_says_is_so() throws Exception {
    var run = Launched.podproof("run", "features/lint", "--parallel=6");

    then(run.exitCode()).as(run.output()).isZero();
  }
}
