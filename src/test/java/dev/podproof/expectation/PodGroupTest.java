package dev.podproof.expectation;

import static dev.podproof.expectation.Judged.BUDGET;
import static dev.podproof.lifecycle.Histories.aPod;
import static dev.podproof.lifecycle.Histories.nothing;
import static dev.podproof.lifecycle.Histories.seconds;
import static org.assertj.core.api.BDDAssertions.then;

import dev.podproof.expectation.Verdict.Satisfied;
import dev.podproof.expectation.Verdict.StillOpen;
import dev.podproof.expectation.Verdict.Violated;
import dev.podproof.lifecycle.Histories;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is said of all pods, or of so many of them. */
class PodGroupTest {
  private static final PodRef WEB = PodRef.labelled("app", "web");

  private static Histories oneReadyAt(String ready) {
    return aPod("app").labelled("app", "web").at(ready).starts("app").becomesReady("app");
  }

  private static Histories twoReadyAt(String first, String second) {
    return oneReadyAt(first)
        .anotherPod("other", "app")
        .labelled("app", "web")
        .at(second)
        .starts("app")
        .becomesReady("app");
  }

  private static State all() {
    return new PodGroup(WEB, Optional.empty()).are(new PodReady(WEB));
  }

  private static State so(Amount.Kind kind, int number) {
    return new PodGroup(WEB, Optional.of(new Amount(kind, number))).are(new PodReady(WEB));
  }

  private static Verdict at(double now, State state, Histories histories) {
    return Judged.at(now, state.holds().within(BUDGET), histories);
  }

  @Test
  void all_are_as_soon_as_the_last_is() {
    then(at(10, all(), twoReadyAt("2s", "4s"))).isInstanceOf(Satisfied.class);
    then(all().spans(twoReadyAt("2s", "4s").history())).hasSize(1);
  }

  @Test
  void all_are_not_while_one_is_not() {
    var histories = oneReadyAt("2s").anotherPod("other", "app").labelled("app", "web");

    then(at(10, all(), histories)).isInstanceOf(StillOpen.class);
    then(at(70, all(), histories))
        .isEqualTo(
            new Violated(
                "that was so of 1 of 2 pods; other: the pod was Pending and not ready at +60.00s"));
  }

  @Test
  void none_at_all_are_not_all() {
    then(at(70, all(), nothing()))
        .isEqualTo(new Violated("the pod labelled app=web was not there at +60.00s"));
  }

  @Test
  void one_that_is_gone_is_none_of_all() {
    var histories =
        aPod("app")
            .labelled("app", "web")
            .at("3s")
            .gone()
            .anotherPod("other", "app")
            .labelled("app", "web")
            .at("4s")
            .starts("app")
            .becomesReady("app");

    then(at(10, all(), histories)).isInstanceOf(Satisfied.class);
  }

  @Test
  void a_number_of_them_is_counted_at_one_time() {
    then(at(10, so(Amount.Kind.EXACTLY, 2), twoReadyAt("2s", "4s"))).isInstanceOf(Satisfied.class);
    then(at(10, so(Amount.Kind.EXACTLY, 1), twoReadyAt("2s", "4s"))).isInstanceOf(Satisfied.class);
    then(at(10, so(Amount.Kind.AT_LEAST, 3), twoReadyAt("2s", "4s"))).isInstanceOf(StillOpen.class);
    then(at(10, so(Amount.Kind.EXACTLY, 0), nothing())).isInstanceOf(Satisfied.class);
  }

  @Test
  void what_was_exactly_so_before_the_question_is_over() {
    var exactlyOne = so(Amount.Kind.EXACTLY, 1);

    then(at(70, exactlyOne, twoReadyAt("0.2s", "0.4s").at("1s"))).isInstanceOf(Violated.class);
    then(Judged.at(10, exactlyOne.begins().hasNever(), twoReadyAt("0.2s", "0.4s")))
        .isInstanceOf(Violated.class);
  }

  @Test
  void a_state_of_all_lasts_as_long_as_that_of_each() {
    var broken = twoReadyAt("0.2s", "0.4s").at("3s").becomesUnready("app");

    then(Judged.at(20, all().staysFor(seconds(5)), twoReadyAt("0.2s", "0.4s")))
        .isInstanceOf(Satisfied.class);
    then(Judged.at(20, all().staysFor(seconds(5)), broken)).isInstanceOf(Violated.class);
  }

  @Test
  void the_second_to_start_settles_two() {
    var app = new ContainerRef(WEB, "app");
    var two =
        new PodGroup(WEB, Optional.of(new Amount(Amount.Kind.AT_LEAST, 2)))
            .reach(ContainerStarts.first(app), false);

    then(Judged.seenAt(10, two, twoReadyAt("2s", "4s")))
        .isInstanceOfSatisfying(
            Occurrence.Happened.class,
            happened -> then(happened.moment().interval().latest()).isEqualTo(Histories.at(4)));
    then(Judged.seenAt(10, two, oneReadyAt("2s")))
        .isEqualTo(new Occurrence.NotYet("that was so of 1 of 1 pod"));
  }

  @Test
  void none_is_there_any_more_as_soon_as_the_last_is_gone() {
    var there = new ObjectIs(new ObjectRef.OfPod(WEB), new ObjectTest.There());
    var none = new PodGroup(WEB, Optional.of(Amount.exactly(0))).are(there);
    var lives =
        aPod("app").labelled("app", "web").shows(Map.of("metadata", Map.of("uid", "uid-web")));

    then(none.holds().inWords()).isEqualTo("exactly 0 of the pods labelled app=web exists");
    then(at(10, none, nothing())).isInstanceOf(Satisfied.class);
    then(at(10, none, lives)).isInstanceOf(StillOpen.class);
    then(at(70, none, lives)).isEqualTo(new Violated("that was so of 1 of 1 pod (web) at +60.00s"));
    then(at(10, none, lives.at("5s").objectGone("Pod", "web").gone()))
        .isInstanceOf(Satisfied.class);
  }

  @Test
  void of_two_moments_that_may_have_come_in_either_order_the_first_may_be_either() {
    var any = so(Amount.Kind.AT_LEAST, 1);

    then(any.spans(twoReadyAt("2.4s", "2.6s").history()).get(0).from().interval().earliest())
        .isEqualTo(Histories.at(2));
  }
}
