package dev.podproof.expectation;

import static dev.podproof.expectation.Judged.APP;
import static dev.podproof.expectation.Judged.INIT;
import static dev.podproof.lifecycle.Histories.aPod;
import static dev.podproof.lifecycle.Histories.aPodSeenByTheApiAlone;
import static dev.podproof.lifecycle.Histories.at;
import static dev.podproof.lifecycle.Histories.nothing;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.BDDAssertions.then;

import dev.podproof.expectation.Verdict.CannotTell;
import dev.podproof.expectation.Verdict.Satisfied;
import dev.podproof.expectation.Verdict.StillOpen;
import dev.podproof.expectation.Verdict.Violated;
import dev.podproof.lifecycle.Histories;
import dev.podproof.lifecycle.Witness;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How often something was so, up to the question. */
class CountedTest {
  private static final Milestone STARTS = ContainerStarts.first(APP);

  private static Counted counted(Amount.Kind kind, int number) {
    return new Counted(STARTS, new Amount(kind, number));
  }

  private static Histories twoStarts() {
    return aPod("app")
        .at("0.2s")
        .starts("app")
        .at("0.4s")
        .exits("app", 1)
        .at("0.6s")
        .starts("app")
        .at("1s")
        .heard();
  }

  @ParameterizedTest
  @CsvSource({
    "EXACTLY,2,true",
    "EXACTLY,1,false",
    "EXACTLY,3,false",
    "AT_LEAST,2,true",
    "AT_LEAST,3,false",
    "AT_MOST,2,true",
    "AT_MOST,1,false",
  })
  void a_count_is_compared_with_its_bound(Amount.Kind kind, int number, boolean satisfied) {
    then(Judged.at(1, counted(kind, number), twoStarts()))
        .isEqualTo(
            satisfied ? new Satisfied("that was so 2 times") : new Violated("that was so 2 times"));
  }

  @Test
  void it_tells_the_milestone_and_the_bound() {
    then(counted(Amount.Kind.EXACTLY, 1).inWords())
        .isEqualTo("container app starts, exactly 1 time up to now");
    then(counted(Amount.Kind.AT_LEAST, 2).inWords())
        .isEqualTo("container app starts, at least 2 times up to now");
  }

  @Test
  void what_more_of_them_can_not_change_is_decided_at_once() {
    var unheard = aPod("app").at("0.2s").starts("app");

    then(Judged.at(1, counted(Amount.Kind.AT_LEAST, 1), unheard)).isInstanceOf(Satisfied.class);
    then(Judged.at(1, counted(Amount.Kind.AT_MOST, 0), unheard)).isInstanceOf(Violated.class);
    then(Judged.at(1, counted(Amount.Kind.EXACTLY, 0), unheard)).isInstanceOf(Violated.class);
    then(Judged.at(1, counted(Amount.Kind.EXACTLY, 1), unheard))
        .isEqualTo(new StillOpen(at(4), at(1), "that was so 1 time"));
  }

  @Test
  void what_comes_after_the_question_does_not_count() {
    then(Judged.at(
            3,
            counted(Amount.Kind.EXACTLY, 2),
            twoStarts().at("2s").exits("app", 1).at("3s").starts("app")))
        .isInstanceOf(Satisfied.class);
  }

  @Test
  void a_start_in_the_second_of_the_question_may_or_may_not_count() {
    var coarse = aPodSeenByTheApiAlone("app").unshown().at("1.5s").starts("app").at("3s").shown();

    then(Judged.at(3, counted(Amount.Kind.EXACTLY, 1), coarse))
        .isEqualTo(new StillOpen(at(4), at(1), "that was so 0 to 1 times"));
    then(Judged.at(4, counted(Amount.Kind.EXACTLY, 1), coarse))
        .isEqualTo(new CannotTell("that was so 0 to 1 times"));
    then(Judged.at(4, counted(Amount.Kind.AT_MOST, 1), coarse))
        .isEqualTo(new Satisfied("that was so 0 to 1 times"));
  }

  @Test
  void a_gap_cannot_tell_that_there_were_no_more() {
    var gap = twoStarts().gap(Witness.RUNTIME, 0.7, 0.8);

    then(Judged.at(1, counted(Amount.Kind.EXACTLY, 2), gap))
        .isEqualTo(
            new CannotTell("the runtime witness has a gap between +0.70s and +0.80s (dropped)"));
    then(Judged.at(1, counted(Amount.Kind.AT_LEAST, 2), gap)).isInstanceOf(Satisfied.class);
  }

  @Test
  void a_pod_or_container_that_is_not_there_is_told() {
    then(Judged.at(1, counted(Amount.Kind.EXACTLY, 0), nothing()))
        .isEqualTo(new Violated("the pod was not there"));
    then(Judged.at(1, new Counted(ContainerStarts.first(INIT), Amount.exactly(0)), aPod("app")))
        .isEqualTo(new Violated("pod web has no container init; it has app"));
    then(Judged.at(1, counted(Amount.Kind.EXACTLY, 0), aPod("app").anotherPod("db", "app")))
        .isEqualTo(new CannotTell("the pod is one of 2 pods (web, db): say which one is meant"));
  }

  private static Counted since(Milestone from, Amount.Kind kind, int number) {
    return new Counted(
        STARTS, new Amount(kind, number), Optional.of(new Counted.Since(from, ofSeconds(2))));
  }

  @Test
  void counted_since_something_else_only_what_came_after_it_counts() {
    var firstExit = ContainerExits.anyhow(APP);

    then(Judged.at(1, since(firstExit, Amount.Kind.EXACTLY, 1), twoStarts()))
        .isEqualTo(new Satisfied("that was so 1 time"));
    then(Judged.at(1, since(firstExit, Amount.Kind.AT_LEAST, 2), twoStarts()))
        .isEqualTo(new Violated("that was so 1 time"));
    then(since(firstExit, Amount.Kind.EXACTLY, 1).inWords())
        .isEqualTo("container app starts, exactly 1 time since container app exits");
  }

  @Test
  void counted_since_itself_it_does_not_count_itself() {
    then(Judged.at(1, since(STARTS, Amount.Kind.EXACTLY, 1), twoStarts()))
        .isEqualTo(new Satisfied("that was so 1 time"));
  }

  @Test
  void counted_since_what_has_not_come_it_waits_for_that() {
    then(Judged.at(
            1, since(ContainerExits.anyhow(APP), Amount.Kind.EXACTLY, 0), aPod("app").heard()))
        .isInstanceOf(StillOpen.class);
  }

  @Test
  void what_happens_in_the_second_of_another_thing_may_be_before_or_since() {
    var pod =
        aPodSeenByTheApiAlone("init", "app")
            .unshown()
            .at("0.1s")
            .starts("init")
            .at("0.6s")
            .starts("app")
            .shown();
    var since =
        new Counted(
            ContainerStarts.first(Judged.APP),
            Amount.exactly(1),
            Optional.of(new Counted.Since(ContainerStarts.first(Judged.INIT), Judged.BUDGET)));

    then(Judged.at(9, since, pod)).isEqualTo(new CannotTell("that was so 0 to 1 times"));
  }
}
