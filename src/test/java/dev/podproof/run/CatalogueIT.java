package dev.podproof.run;

import static org.assertj.core.api.BDDAssertions.then;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The catalogue of behaviours and the use cases hold on a real cluster. Runs with -Pfull. */
@Tag("full")
class CatalogueIT {
  @Test
  void every_behaviour_is_satisfied() throws Exception {
    var run =
        Launched.podproof(
            "run",
            "features/catalogue",
            "features/usecases",
            "--report-dir",
            "target/reports/catalogue");

    then(run.exitCode()).as(run.output()).isZero();
  }
}
