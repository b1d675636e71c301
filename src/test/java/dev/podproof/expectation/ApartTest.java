package dev.podproof.expectation;

import static dev.podproof.expectation.Judged.APP;
import static dev.podproof.expectation.Judged.INIT;
import static dev.podproof.lifecycle.Histories.aPod;
import static dev.podproof.lifecycle.Histories.aPodSeenByTheApiAlone;
import static dev.podproof.lifecycle.Histories.at;
import static dev.podproof.lifecycle.Histories.seconds;
import static org.assertj.core.api.BDDAssertions.then;

import dev.podproof.expectation.Verdict.CannotTell;
import dev.podproof.expectation.Verdict.Satisfied;
import dev.podproof.expectation.Verdict.StillOpen;
import dev.podproof.expectation.Verdict.Violated;
import dev.podproof.lifecycle.Histories;
import dev.podproof.lifecycle.Witness;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The time from one milestone to another. */
class ApartTest {
  private static final Milestone STARTS = ContainerStarts.first(APP);
  private static final Milestone EXITS = ContainerExits.anyhow(APP);

  private static Apart atLeast(double least) {
    return new Apart(EXITS, STARTS, seconds(least), Optional.empty(), seconds(10));
  }

  private static Apart atMost(double most) {
    return new Apart(EXITS, STARTS, Duration.ZERO, Optional.of(seconds(most)), seconds(10));
  }

  private static Histories fromTwoToFive(Histories histories) {
    return histories.at("2s").starts("app").at("5s").exits("app", 0);
  }

  @Test
  void it_tells_its_bounds() {
    then(atLeast(3).inWords())
        .isEqualTo("container app exits at least 3.0s after container app starts");
    then(atMost(3).inWords())
        .isEqualTo("container app exits at most 3.0s after container app starts");
    then(new Apart(EXITS, STARTS, seconds(1), Optional.of(seconds(2)), seconds(9)).inWords())
        .isEqualTo("container app exits at least 1.0s and at most 2.0s after container app starts");
    then(atMost(3).pod()).contains(APP.pod());
  }

  @Test
  void a_bound_that_is_just_met_is_met() {
    then(Judged.at(5, atLeast(3), fromTwoToFive(aPod("app")))).isInstanceOf(Satisfied.class);
    then(Judged.at(5, atMost(3), fromTwoToFive(aPod("app"))))
        .isEqualTo(
            new Satisfied(
                "container app started at +2.00s (runtime, API, arrival), container app exited at +5.00s (runtime, API, arrival): 3.0s later"));
  }

  @Test
  void a_bound_that_is_just_missed_is_missed() {
    then(Judged.at(5, atLeast(3.001), fromTwoToFive(aPod("app")))).isInstanceOf(Violated.class);
    then(Judged.at(5, atMost(2.999), fromTwoToFive(aPod("app")))).isInstanceOf(Violated.class);
  }

  @Test
  void two_seconds_of_the_API_are_apart_by_up_to_two_more_seconds() {
    var coarse = fromTwoToFive(aPodSeenByTheApiAlone("app").unshown()).at("7s").shown();

    then(Judged.at(20, atLeast(2), coarse))
        .isEqualTo(
            new Satisfied(
                "container app started between +2.00s and +3.00s (API, arrival), container app exited between +5.00s and +6.00s (API, arrival): at least 2.0s, at most 4.0s later"));
    then(Judged.at(20, atLeast(3), coarse))
        .isEqualTo(
            new CannotTell(
                "container app started between +2.00s and +3.00s (API, arrival), container app exited between +5.00s and +6.00s (API, arrival): at least 2.0s, at most 4.0s later, which may be on either side"));
    then(Judged.at(20, atLeast(4), coarse)).isInstanceOf(Violated.class);
    then(Judged.at(20, atMost(4), coarse)).isInstanceOf(Satisfied.class);
    then(Judged.at(20, atMost(3), coarse)).isInstanceOf(CannotTell.class);
    then(Judged.at(20, atMost(2), coarse)).isInstanceOf(Violated.class);
  }

  @Test
  void an_upper_bound_alone_is_met_by_what_came_even_before() {
    var early = new Apart(STARTS, EXITS, Duration.ZERO, Optional.of(seconds(3)), seconds(10));

    then(Judged.at(5, early, fromTwoToFive(aPod("app")))).isInstanceOf(Satisfied.class);
  }

  @Test
  void the_earlier_one_is_waited_for_within_the_budget() {
    then(Judged.at(3, atMost(3), aPod("app").at("3s").heard()))
        .isEqualTo(
            new StillOpen(at(13), at(10), "it had not started; it was waiting (PodInitializing)"));
    then(Judged.at(10, atMost(3), aPod("app").at("10s").heard()))
        .isEqualTo(new Violated("it had not started; it was waiting (PodInitializing) at +10.00s"));
  }

  @Test
  void the_later_one_is_missing_as_soon_as_the_upper_bound_has_passed() {
    var running = aPod("app").at("2s").starts("app");

    then(Judged.at(4, atMost(3), running.at("4s").heard())).isInstanceOf(StillOpen.class);
    then(Judged.at(5, atMost(3), running.at("5s").heard()))
        .isEqualTo(new Violated("container app exits had not come by +5.00s"));
  }

  @Test
  void an_upper_bound_beyond_the_budget_is_waited_for() {
    var running = aPod("app").at("2s").starts("app").at("11s").heard();

    then(Judged.at(11, atMost(30), running))
        .isEqualTo(new StillOpen(at(35), at(32), "it had not exited; it was running"));
    then(Judged.at(20, atMost(30), running.at("20s").exits("app", 0)))
        .isInstanceOf(Satisfied.class);
  }

  @Test
  void a_lower_bound_beyond_the_budget_is_waited_for() {
    var running = aPod("app").at("2s").starts("app").at("11s").heard();

    then(Judged.at(11, atLeast(20), running)).isInstanceOf(StillOpen.class);
    then(Judged.at(25, atLeast(20), running.at("25s").exits("app", 0)))
        .isInstanceOf(Satisfied.class);
  }

  @Test
  void an_earlier_one_that_came_after_the_budget_is_late() {
    var late = aPod("app").at("12s").starts("app").at("13s").exits("app", 0).heard();

    then(Judged.at(13, atMost(3), late))
        .isEqualTo(
            new Violated("container app started at +12.00s (runtime, API, arrival), 2.0s late"));
  }

  @Test
  void a_gap_before_the_upper_bound_cannot_tell_that_the_later_one_did_not_come() {
    var gap = aPod("app").at("2s").starts("app").at("4s").gap(Witness.RUNTIME, 3, 4);

    then(Judged.at(6, atMost(3), gap.at("6s").heard()))
        .isEqualTo(
            new CannotTell("the runtime witness has a gap between +3.00s and +4.00s (dropped)"));
  }

  @Test
  void a_container_that_the_pod_does_not_have_is_told_at_once() {
    var none =
        new Apart(EXITS, ContainerStarts.first(INIT), seconds(1), Optional.empty(), seconds(9));

    then(Judged.at(2, none, fromTwoToFive(aPod("app"))))
        .isEqualTo(new Violated("pod web has no container init; it has app"));
  }

  @Test
  void two_pods_are_not_told_apart() {
    then(Judged.at(2, atMost(3), aPod("app").anotherPod("db", "app")))
        .isEqualTo(new CannotTell("the pod is one of 2 pods (web, db): say which one is meant"));
  }
}
