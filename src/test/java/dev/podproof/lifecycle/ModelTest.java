package dev.podproof.lifecycle;

import static dev.podproof.lifecycle.Histories.aPod;
import static dev.podproof.lifecycle.Histories.at;
import static dev.podproof.lifecycle.Histories.seconds;
import static org.assertj.core.api.BDDAssertions.then;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The small values of the model, and parts of a history. */
class ModelTest {
  @Test
  void roles_and_witnesses_have_the_names_that_stand_in_messages() {
    then(Stream.of(ContainerRole.values()).map(ContainerRole::inWords))
        .containsExactly("init container", "sidecar", "container", "ephemeral container");
    then(Stream.of(Witness.values()).map(Witness::inWords))
        .containsExactly("runtime", "harness", "log", "API", "arrival");
  }

  @Test
  void the_first_observations_of_a_history_are_a_history() {
    var history = aPod("app").at("1s").is("Running").at("2s").gone().history();

    then(history.first(0)).isEqualTo(History.beginning(at(0), Listening.WITH_RUNTIME));
    then(history.first(2).observations()).isEqualTo(history.observations().subList(0, 2));
    then(history.first(3)).isSameAs(history);
    then(history.first(4)).isSameAs(history);
  }

  @Test
  void a_history_of_one_pod_alone_keeps_all_that_is_not_the_APIs_word_on_others() {
    var two = aPod("app").at("1s").starts("app").gone().anotherPod("db", "app").at("2s").gone();
    var first = two.history().pods().get(0);
    var alone = two.history().only(first);

    then(alone.pods()).containsExactly(first);
    then(alone.gone(two.pod())).isEmpty();
    then(alone.gone(first)).isPresent();
    then(alone.all(Observation.RuntimeStarted.class)).hasSize(1);
  }

  @Test
  void a_run_goes_on_from_its_start_to_its_end() {
    var histories = aPod("app").at("1s").starts("app");
    then(histories.history().runsOf(histories.pod(), "app")).allMatch(ContainerRun::isRunning);

    var ended = histories.at("2s").exits("app", 0);
    then(ended.history().runsOf(ended.pod(), "app")).noneMatch(ContainerRun::isRunning);
  }

  @Test
  void the_width_of_an_interval_without_an_end_is_beyond_all_time() {
    then(new Interval(at(1), at(3.5)).width()).isEqualTo(seconds(2.5));
    then(Interval.until(at(1)).width()).isEqualTo(Duration.ofSeconds(Long.MAX_VALUE));
    then(Interval.from(at(1)).width()).isEqualTo(Duration.ofSeconds(Long.MAX_VALUE));
  }

  @Test
  void an_end_that_is_not_known_is_not_moved_by_widening() {
    then(Interval.from(at(3)).widenedBy(seconds(1), seconds(1))).isEqualTo(Interval.from(at(2)));
    then(Interval.until(at(3)).widenedBy(seconds(1), seconds(1))).isEqualTo(Interval.until(at(4)));
    then(Interval.UNKNOWN.shiftedBy(seconds(9))).isEqualTo(Interval.UNKNOWN);
  }
}
