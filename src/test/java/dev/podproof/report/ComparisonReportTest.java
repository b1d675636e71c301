package dev.podproof.report;

import static org.assertj.core.api.BDDAssertions.then;

import dev.podproof.baseline.Baseline;
import dev.podproof.baseline.Compared;
import dev.podproof.baseline.Difference;
import dev.podproof.baseline.Difference.Kind;
import dev.podproof.baseline.Lateness;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What differs by scenario, and what the machine did once. */
class ComparisonReportTest {
  private static final Difference BUSY =
      new Difference(
          Kind.BUSY, "web/app started", "5 s to 5.10 s after apply Pod web; it was 0.80 s");

  @Test
  void what_a_busy_machine_did_is_told_once() {
    then(ComparisonReport.text(
            List.of(
                compared("It starts", BUSY),
                compared("It stops"),
                compared(
                    "It waits",
                    BUSY,
                    new Difference(
                        Kind.SLOWED, "web/app exited", "30 s after delete pod web; it was 1 s"))),
            Optional.of(new Lateness(40, -0.02, 4.5))))
        .isEqualTo(
            """
            web.feature: It waits
              slowed     web/app exited: 30 s after delete pod web; it was 1 s

            the machine had more or less to do
              busy       2 starts of containers came later or earlier than noise explains, as most did that other scenarios waited for meanwhile
                         (--format json names them; compare runs that have as much beside them, or several)

            40 starts of containers: the middle one came 0.02 s earlier than in the baseline, one in ten 4.50 s later or more
            3 scenarios compared: 1 slowed, 2 busy
            """);
  }

  @Test
  void one_start_is_told_of_as_one() {
    then(ComparisonReport.text(List.of(compared("It starts", BUSY)), Optional.empty()))
        .isEqualTo(
            """
            the machine had more or less to do
              busy       1 start of a container came later or earlier than noise explains, as most did that other scenarios waited for meanwhile
                         (--format json names it; compare runs that have as much beside them, or several)

            1 scenario compared: 1 busy
            """);
  }

  private static Compared compared(String scenario, Difference... differences) {
    return new Compared(new Baseline.Name("web.feature", scenario, 1), List.of(differences));
  }
}
