package dev.podproof.expectation;

import static dev.podproof.expectation.Judged.APP;
import static dev.podproof.expectation.Judged.BUDGET;
import static dev.podproof.expectation.Judged.INIT;
import static dev.podproof.lifecycle.Histories.aPod;
import static dev.podproof.lifecycle.Histories.aPodSeenByTheApiAlone;
import static dev.podproof.lifecycle.Histories.at;
import static org.assertj.core.api.BDDAssertions.then;

import dev.podproof.expectation.Verdict.CannotTell;
import dev.podproof.expectation.Verdict.Satisfied;
import dev.podproof.expectation.Verdict.StillOpen;
import dev.podproof.expectation.Verdict.Violated;
import dev.podproof.lifecycle.Histories;
import dev.podproof.lifecycle.Witness;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Something that is not to happen between two other things. */
class NeverWithinTest {
  private static final Milestone STARTS = ContainerStarts.first(APP);
  private static final Milestone EXITS = ContainerExits.anyhow(APP);
  private static final Milestone COMPLETED = ContainerExits.completed(INIT);
  private static final PodRef POD = PodRef.only();

  private static Histories initRuns() {
    return aPod("init", "app").at("1s").starts("init");
  }

  @Test
  void the_beginning_is_waited_for() {
    var demand = NeverWithin.between(EXITS, COMPLETED, STARTS, BUDGET);

    then(Judged.at(3, demand, initRuns().at("2s").heard())).isInstanceOf(StillOpen.class);
    then(Judged.at(61, demand, initRuns().at("61s").heard()))
        .isEqualTo(new Violated("it had not completed; it was running at +60.00s"));
  }

  @Test
  void the_end_is_waited_for() {
    var demand = NeverWithin.between(EXITS, ContainerStarts.first(INIT), COMPLETED, BUDGET);

    then(Judged.at(61, demand, initRuns().at("61s").heard()))
        .isEqualTo(new Violated("it had not completed; it was running at +60.00s"));
  }

  @Test
  void nothing_from_the_one_to_the_other_is_told_with_both_and_the_witness() {
    var demand = NeverWithin.between(STARTS, ContainerStarts.first(INIT), COMPLETED, BUDGET);

    then(Judged.at(4, demand, initRuns().at("2.5s").exits("init", 0).at("4s").heard()))
        .isEqualTo(new Satisfied("nothing of the kind from +1.00s to +2.50s (runtime)"));
  }

  @Test
  void what_comes_in_the_second_of_the_end_may_have_come_before_it() {
    var demand = NeverWithin.until(STARTS, COMPLETED, BUDGET);
    var coarse =
        aPodSeenByTheApiAlone("init", "app")
            .unshown()
            .at("1s")
            .starts("init")
            .at("2.2s")
            .exits("init", 0)
            .at("2.6s")
            .starts("app")
            .at("3s")
            .shown();
    var words =
        "container app started between +2.00s and +3.00s (API, arrival),"
            + " which may be within the time";

    then(Judged.at(4, demand, coarse))
        .isEqualTo(new StillOpen(at(5.999999999), at(2.999999999), words));
    then(Judged.at(9, demand, coarse)).isEqualTo(new CannotTell(words));
  }

  @Test
  void a_break_is_not_sure_before_the_slower_witness_of_the_end_has_spoken() {
    var demand = NeverWithin.until(STARTS, new PodGoes(POD), BUDGET);
    var broken = aPod("app").at("1.5s").starts("app").at("2s").heard();
    var words = "container app started at +1.50s (runtime, API, arrival)";

    then(Judged.at(2, demand, broken)).isEqualTo(new StillOpen(at(4.5), at(1.5), words));
    then(Judged.at(5, demand, broken)).isEqualTo(new Violated(words));
  }

  @Test
  void a_gap_in_between_may_hide_it() {
    var demand = NeverWithin.between(STARTS, ContainerStarts.first(INIT), COMPLETED, BUDGET);
    var holed =
        initRuns().at("2.5s").exits("init", 0).gap(Witness.RUNTIME, 1.5, 2).at("4s").heard();

    then(Judged.at(4, demand, holed))
        .isEqualTo(
            new CannotTell("the runtime witness has a gap between +1.50s and +2.00s (dropped)"));
  }

  @Test
  void a_gap_outside_hides_nothing() {
    var demand = NeverWithin.between(STARTS, ContainerStarts.first(INIT), COMPLETED, BUDGET);
    var holed =
        initRuns().at("2.5s").exits("init", 0).gap(Witness.RUNTIME, 2.6, 3).at("4s").heard();

    then(Judged.at(4, demand, holed)).isInstanceOf(Satisfied.class);
  }

  @Test
  void a_beginning_of_which_only_the_news_is_known_counts_from_that_of_the_recording() {
    var demand = NeverWithin.since("no exit", List.of(EXITS), new PodExists(POD), BUDGET);

    then(Judged.at(9, demand, aPod("app").at("0.5s").starts("app").at("9s").heard()))
        .isEqualTo(new Satisfied("nothing of the kind from +0.00s to +1.00s (runtime)"));
  }

  @Test
  void of_several_each_must_have_been_heard_of() {
    var log = new LogSays(APP, "boom");
    var demand = NeverWithin.since("quiet", List.of(EXITS, log), STARTS, BUDGET);
    var started = aPod("app").at("0.5s").starts("app").at("2s").heard();

    then(Judged.at(2, demand, started))
        .isEqualTo(new StillOpen(at(4), at(1), "nothing of the kind so far"));
    then(Judged.at(5, demand, started))
        .isEqualTo(
            new Satisfied(
                "nothing of the kind from +0.50s to +1.00s (runtime);"
                    + " nothing of the kind from +0.50s to +1.00s (log)"));
    then(Judged.at(5, demand, aPod("app").at("0.5s").starts("app").at("0.8s").logs("app", "boom")))
        .isEqualTo(new Violated("container app logged \"boom\" between +0.75s and +0.85s (log)"));
  }
}
