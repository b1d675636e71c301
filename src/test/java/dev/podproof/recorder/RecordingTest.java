package dev.podproof.recorder;

import static org.assertj.core.api.BDDAssertions.then;

import dev.podproof.lifecycle.Interval;
import dev.podproof.lifecycle.Listening;
import dev.podproof.lifecycle.Observation;
import dev.podproof.lifecycle.Observation.ActionTaken;
import dev.podproof.lifecycle.Observation.LogLine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.commons.lang3.function.Failable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A history that is still being written, and those who wait for it. */
@Timeout(20)
class RecordingTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final Duration LONG = Duration.ofMinutes(10);

  private final Recording still =
      new Recording(Clock.fixed(NOW, ZoneOffset.UTC), Listening.WITH_RUNTIME);
  private final Recording live = new Recording(Clock.systemUTC(), Listening.API_ALONE);

  private static Observation acted(Instant at) {
    return new ActionTaken("delete pod web", Interval.at(at));
  }

  private static Observation line(Instant arrival, String id, Instant stamp, String text) {
    return new LogLine(arrival, id, stamp, text);
  }

  @Test
  void it_begins_at_the_moment_of_its_making_unless_another_is_given() {
    then(still.look().history().began()).isEqualTo(NOW);
    then(still.look().history().listening()).isEqualTo(Listening.WITH_RUNTIME);
    then(still.look().now()).isEqualTo(NOW);
    var earlier = new Recording(Clock.systemUTC(), Listening.API_ALONE, NOW.minusSeconds(60));
    then(earlier.look().history().began()).isEqualTo(NOW.minusSeconds(60));
  }

  @Test
  void a_look_does_not_change_any_more() {
    var before = still.look().history();

    still.append(RecordingTest::acted);

    then(before.observations()).isEmpty();
    then(still.look().history().observations()).containsExactly(acted(NOW));
  }

  @Test
  void a_line_that_the_API_and_the_node_tell_is_one_line() {
    still.append(at -> line(at, "a", NOW, "up"));
    still.append(at -> line(at, "a", NOW, "up"));

    then(still.look().history().observations()).containsExactly(line(NOW, "a", NOW, "up"));
  }

  @Test
  void lines_that_differ_in_container_stamp_or_text_are_several() {
    still.append(at -> line(at, "a", NOW, "up"));
    still.append(at -> line(at, "b", NOW, "up"));
    still.append(at -> line(at, "a", NOW.plusNanos(1), "up"));
    still.append(at -> line(at, "a", NOW, "down"));

    then(still.look().history().observations()).hasSize(4);
  }

  @Test
  void what_is_said_twice_besides_lines_was_heard_twice() {
    still.append(RecordingTest::acted);
    still.append(RecordingTest::acted);

    then(still.look().history().observations()).hasSize(2);
  }

  @Test
  void who_waits_goes_on_with_the_next_observation() throws Exception {
    var known = live.look().history();
    var waiting =
        CompletableFuture.runAsync(
            Failable.asRunnable(() -> live.awaitGrowth(known, Instant.now().plus(LONG))));

    live.append(RecordingTest::acted);

    waiting.get();
    then(live.look().history().observations()).hasSize(1);
  }

  @Test
  void who_waits_goes_on_at_the_moment_that_was_given() throws Exception {
    var until = Instant.now().plusMillis(20);

    live.awaitGrowth(live.look().history(), until);

    then(Instant.now()).isAfterOrEqualTo(until);
  }

  @Test
  void who_knows_less_than_there_is_does_not_wait() throws Exception {
    var known = live.look().history();
    live.append(RecordingTest::acted);

    live.awaitGrowth(known, Instant.now().plus(LONG));

    then(live.look().history().observations()).hasSize(1);
  }

  @Test
  void what_is_wanted_is_found_where_it_is_and_when_it_comes() throws Exception {
    live.append(RecordingTest::acted);
    then(live.await(ActionTaken.class::isInstance, Duration.ZERO)).isTrue();

    var wanted =
        CompletableFuture.supplyAsync(
            Failable.asSupplier(() -> live.await(LogLine.class::isInstance, LONG)));
    live.append(at -> line(at, "a", at, "up"));

    then(wanted.get()).isTrue();
  }

  @Test
  void what_does_not_come_is_given_up_after_the_limit() throws Exception {
    live.append(RecordingTest::acted);

    then(live.await(LogLine.class::isInstance, Duration.ofMillis(20))).isFalse();
    then(live.await(LogLine.class::isInstance, Duration.ZERO)).isFalse();
  }

  @Test
  void what_is_hidden_once_stays_hidden() {
    still.hide(List.of("hunter2"));
    still.hide(List.of("swordfish"));

    then(still.redaction().apply("hunter2 swordfish"))
        .isEqualTo("[hidden: value of a Secret] [hidden: value of a Secret]");
  }
}
