package dev.podproof.expectation;

import static dev.podproof.expectation.Judged.APP;
import static dev.podproof.expectation.Judged.BUDGET;
import static dev.podproof.expectation.Judged.INIT;
import static dev.podproof.lifecycle.Histories.aPod;
import static dev.podproof.lifecycle.Histories.nothing;
import static org.assertj.core.api.BDDAssertions.then;

import dev.podproof.expectation.Verdict.StillOpen;
import dev.podproof.expectation.Verdict.Violated;
import dev.podproof.lifecycle.Histories;
import org.junit.jupiter.api.Test;

/** What is demanded of each of several pods. */
class OfEachTest {
  private static final OfEach ORDER =
      new OfEach(
          PodRef.labelled("app", "web"),
          new ContainerStarts(INIT, 1).before(new ContainerStarts(APP, 1), BUDGET),
          BUDGET);

  private static Histories first() {
    return aPod("init", "app")
        .labelled("app", "web")
        .at("2s")
        .starts("init")
        .at("4s")
        .starts("app");
  }

  private static Histories other() {
    return first().anotherPod("other", "init", "app").labelled("app", "web");
  }

  @Test
  void each_in_its_order() {
    var histories = other().at("6s").starts("init").at("8s").starts("app");

    var verdict = Judged.at(20, ORDER, histories);

    then(verdict).isInstanceOf(Verdict.Satisfied.class);
    then(verdict.because()).contains("web: container init started", "; other: container init");
  }

  @Test
  void one_that_is_not_is_named() {
    var histories = other().at("6s").starts("app").at("8s").starts("init");

    var verdict = Judged.at(20, ORDER, histories);

    then(verdict).isInstanceOf(Violated.class);
    then(verdict.because()).startsWith("other: container init started");
  }

  @Test
  void one_that_is_not_so_far_is_waited_for() {
    then(Judged.at(20, ORDER, other())).isInstanceOf(StillOpen.class);
  }

  @Test
  void none_at_all_are_not_all() {
    then(Judged.at(20, ORDER, nothing())).isInstanceOf(StillOpen.class);
    then(Judged.at(70, ORDER, nothing())).isInstanceOf(Violated.class);
  }
}
