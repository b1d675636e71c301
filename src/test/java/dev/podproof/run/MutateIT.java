package dev.podproof.run;

import static org.assertj.core.api.BDDAssertions.then;

import com.fasterxml.jackson.databind.json.JsonMapper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Mutants on a cluster. */
class MutateIT {
  /** One of each fate that can be had by design. */
  @Test
  void a_feature_notices_what_it_speaks_of_and_not_what_it_does_not() throws Exception {
    var run =
        Launched.podproof(
            "mutate",
            "src/test/resources/features/mutate.feature",
            "--only=command-to-true,change-exit-code,close-port,drop-mount",
            "--again",
            "--fail-under=60");

    then(run.exitCode()).as(run.output()).isEqualTo(1);
    then(run.output())
        .contains("killed     src/test/resources/features/mutate.feature:15  command-to-true")
        .contains("survived   src/test/resources/features/mutate.feature:15  change-exit-code")
        .contains("equivalent src/test/resources/features/mutate.feature:16  close-port")
        .contains("score 50.0 %: 1 killed, 1 survived, 1 equivalent");
  }

  @Test
  @Tag("full")
  void most_changes_of_the_stories_are_noticed() throws Exception {
    var run =
        Launched.podproof(
            "mutate", "features/webapp", "--again", "--format=json", "--fail-under=70");

    then(run.exitCode()).as(run.output()).isZero();
    var json = run.output().substring(run.output().indexOf("{\n"));
    then(new JsonMapper().readTree(json).path("mutants")).hasSizeGreaterThan(70);
  }
}
