package dev.podproof.lifecycle;

import static dev.podproof.lifecycle.Histories.at;
import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class MomentTest {
  private static final Sighting RUNTIME = new Sighting(Witness.RUNTIME, Interval.at(at(5.2)));
  private static final Sighting API = new Sighting(Witness.API, Interval.ofSecond(at(5)));
  private static final Sighting ARRIVAL = new Sighting(Witness.ARRIVAL, Interval.until(at(6)));

  @Test
  void witnesses_who_agree_are_intersected() {
    var moment = Moment.of(List.of(ARRIVAL, API));

    then(moment.interval()).isEqualTo(new Interval(at(5), at(5.999999999)));
    then(moment.disputed()).isFalse();
    then(moment.witnesses()).isEqualTo("API, arrival");
  }

  @Test
  void the_most_precise_witness_narrows_the_others() {
    then(Moment.of(List.of(ARRIVAL, API, RUNTIME)).interval()).isEqualTo(Interval.at(at(5.2)));
  }

  @Test
  void the_order_in_which_witnesses_spoke_does_not_matter() {
    then(Moment.of(List.of(RUNTIME, API, ARRIVAL)))
        .isEqualTo(Moment.of(List.of(ARRIVAL, API, RUNTIME)));
  }

  @Test
  void witnesses_who_contradict_each_other_widen_what_is_known_and_are_told() {
    var late = new Sighting(Witness.API, Interval.ofSecond(at(9)));

    var moment = Moment.of(List.of(RUNTIME, late));

    then(moment.disputed()).isTrue();
    then(moment.interval()).isEqualTo(new Interval(at(5.2), at(9.999999999)));
  }

  @Test
  void moments_within_one_second_of_the_API_are_not_ordered() {
    var one = Moment.seenBy(Witness.API, Interval.ofSecond(at(5)));

    then(one.isBefore(Moment.seenBy(Witness.API, Interval.ofSecond(at(5))))).isFalse();
    then(one.isBefore(Moment.seenBy(Witness.API, Interval.ofSecond(at(6))))).isTrue();
  }

  @Test
  void an_interval_cannot_end_before_it_begins() {
    thenThrownBy(() -> new Interval(at(2), at(1)))
        .hasMessage(
            "an interval cannot end before it begins: 2026-01-01T00:00:02Z to 2026-01-01T00:00:01Z");
  }

  @Test
  void an_end_that_is_not_known_stays_so_when_the_interval_is_moved() {
    then(Interval.until(at(1)).shiftedBy(Histories.seconds(2))).isEqualTo(Interval.until(at(3)));
  }

  @Test
  void witnesses_who_bound_it_from_one_side_each_and_disagree_leave_the_time_between() {
    var after = new Sighting(Witness.RUNTIME, Interval.from(at(7)));

    var moment = Moment.of(List.of(after, ARRIVAL));

    then(moment.disputed()).isTrue();
    then(moment.interval()).isEqualTo(new Interval(at(6), at(7)));
  }
}
