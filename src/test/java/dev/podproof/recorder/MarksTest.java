package dev.podproof.recorder;

import static org.assertj.core.api.BDDAssertions.then;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MarksTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private final Marks marks = new Marks(Duration.ofMillis(150));

  @Test
  void are_numbered_from_one() {
    then(marks.next()).isEqualTo(1);
    then(marks.next()).isEqualTo(2);
  }

  @Test
  void prove_less_than_their_own_time_by_the_allowance_and_once() {
    marks.heard(1, NOON);

    then(marks.confirmed(1)).contains(NOON.minusMillis(150));
    then(marks.confirmed(1)).isEmpty();
  }

  @Test
  void prove_nothing_unheard() {
    then(marks.anyHeard()).isFalse();
    then(marks.confirmed(1)).isEmpty();

    marks.heard(7, NOON);

    then(marks.anyHeard()).isTrue();
    then(marks.confirmed(1)).isEmpty();
  }

  @Test
  void are_due_after_what_they_prove_by_more_than_the_allowance() {
    then(marks.due(NOON.plusSeconds(2), NOON)).contains(Duration.ofMillis(2151));
  }

  @Test
  void are_due_soon_for_what_was_or_never_could_be() {
    then(marks.due(NOON.minusSeconds(2), NOON)).contains(Duration.ofMillis(151));
    then(marks.due(Instant.MIN, NOON)).contains(Duration.ofMillis(151));
  }

  @Test
  void are_asked_for_once() {
    marks.due(NOON, NOON);

    then(marks.due(NOON, NOON)).isEmpty();
  }
}
