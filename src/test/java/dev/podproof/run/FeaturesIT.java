package dev.podproof.run;

import static org.assertj.core.api.BDDAssertions.then;

import java.nio.file.Path;
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
}
