package dev.podproof.session;

import static dev.podproof.lifecycle.Histories.aPod;
import static dev.podproof.lifecycle.Histories.at;
import static dev.podproof.lifecycle.Histories.seconds;
import static org.assertj.core.api.BDDAssertions.then;

import dev.podproof.lifecycle.Histories;
import org.junit.jupiter.api.Test;

/** A wait that began at 1 s is given up at 4 s, where nothing has come for two seconds. */
class GivingUpTest {
  private final GivingUp givingUp = new GivingUp(seconds(3), seconds(2));

  private boolean isDue(Histories histories, double now) {
    return givingUp.isDue(at(1), histories.history(), at(now));
  }

  @Test
  void it_tells_for_how_long_it_waited_and_what_it_saw() {
    then(givingUp.inWords("it was not ready"))
        .isEqualTo("given up after 3.0s and more: it was not ready");
  }

  @Test
  void it_is_due_after_the_limit_and_not_before() {
    var quiet = aPod("app").at("0s").starts("app");

    then(isDue(quiet, 3.9)).isFalse();
    then(isDue(quiet, 4)).isTrue();
  }

  @Test
  void it_is_not_due_while_something_moves() {
    var late = aPod("app").at("3s").starts("app");

    then(isDue(late, 4.9)).isFalse();
    then(isDue(late, 5.1)).isTrue();
  }

  @Test
  void a_container_that_has_ended_is_given_the_time_in_which_the_kubelet_looks_again() {
    var ended = aPod("app").at("0s").starts("app").at("2s").exits("app", 1);

    then(isDue(ended, 12.9)).isFalse();
    then(isDue(ended, 13.1)).isTrue();
  }

  @Test
  void so_is_an_init_container_that_failed_and_not_one_that_completed() {
    then(isDue(aPod("init", "app").at("0s").starts("init").at("2s").exits("init", 1), 8)).isFalse();
    then(isDue(aPod("init", "app").at("0s").starts("init").at("2s").exits("init", 0), 8)).isTrue();
  }

  @Test
  void nothing_starts_again_in_a_pod_that_has_ended_or_is_gone() {
    then(isDue(aPod("app").at("1s").exits("app", 1).is("Failed"), 8)).isTrue();
    then(isDue(aPod("app").at("1s").exits("app", 1).gone(), 8)).isTrue();
  }

  @Test
  void never_is_never() {
    then(GivingUp.NEVER.isDue(at(1), aPod("app").at("0s").starts("app").history(), at(3600)))
        .isFalse();
  }
}
