package dev.podproof.lifecycle;

import static org.assertj.core.api.BDDAssertions.then;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/** The arithmetic of intervals, over intervals of every width, open ends among them. */
class IntervalProperties {
  @Property
  void of_before_after_and_in_common_exactly_one_holds(
      @ForAll("intervals") Interval one, @ForAll("intervals") Interval other) {
    var answers = List.of(one.isBefore(other), other.isBefore(one), common(one, other).isPresent());

    then(answers).containsOnlyOnce(true);
  }

  @Property
  void nothing_is_before_itself(@ForAll("intervals") Interval one) {
    then(one.isBefore(one)).isFalse();
  }

  @Property
  void before_is_passed_on(
      @ForAll("intervals") Interval one,
      @ForAll("intervals") Interval two,
      @ForAll("intervals") Interval three) {
    if (one.isBefore(two) && two.isBefore(three)) {
      then(one.isBefore(three)).isTrue();
    }
  }

  @Property
  void what_two_have_in_common_does_not_depend_on_who_is_asked(
      @ForAll("intervals") Interval one, @ForAll("intervals") Interval other) {
    then(common(one, other)).isEqualTo(common(other, one));
  }

  @Property
  void what_three_have_in_common_does_not_depend_on_who_is_asked_first(
      @ForAll("intervals") Interval one,
      @ForAll("intervals") Interval two,
      @ForAll("intervals") Interval three) {
    then(common(one, two).flatMap(both -> common(both, three)))
        .isEqualTo(common(two, three).flatMap(both -> common(one, both)));
  }

  @Property
  void an_interval_has_all_of_itself_in_common_with_itself(@ForAll("intervals") Interval one) {
    then(common(one, one)).contains(one);
    then(common(one, Interval.UNKNOWN)).contains(one);
  }

  @Property
  void an_instant_lies_in_what_two_have_in_common_exactly_where_it_lies_in_both(
      @ForAll("intervals") Interval one,
      @ForAll("intervals") Interval other,
      @ForAll("instants") Instant instant) {
    var inBoth = holds(one, instant) && holds(other, instant);

    then(common(one, other).filter(both -> holds(both, instant)).isPresent()).isEqualTo(inBoth);
  }

  @Property
  void what_two_have_in_common_is_before_whatever_one_of_them_is_before(
      @ForAll("intervals") Interval one,
      @ForAll("intervals") Interval other,
      @ForAll("intervals") Interval third) {
    if (one.isBefore(third)) {
      common(one, other).ifPresent(both -> then(both.isBefore(third)).isTrue());
    }
  }

  @Property
  void the_hull_holds_both_and_nothing_is_before_it_that_is_not_before_both(
      @ForAll("intervals") Interval one,
      @ForAll("intervals") Interval other,
      @ForAll("intervals") Interval third) {
    var hull = one.hull(other);

    then(common(hull, one)).contains(one);
    then(common(hull, other)).contains(other);
    then(third.isBefore(hull)).isEqualTo(third.isBefore(one) && third.isBefore(other));
  }

  @Property
  void a_wider_interval_decides_no_order_that_the_narrower_one_does_not(
      @ForAll("intervals") Interval one,
      @ForAll("intervals") Interval other,
      @ForAll("durations") Duration earlier,
      @ForAll("durations") Duration later) {
    if (one.widenedBy(earlier, later).isBefore(other)) {
      then(one.isBefore(other)).isTrue();
    }
  }

  @Property
  void moving_two_intervals_alike_changes_no_order(
      @ForAll("bounded") Interval one,
      @ForAll("bounded") Interval other,
      @ForAll("durations") Duration offset) {
    then(one.shiftedBy(offset).isBefore(other.shiftedBy(offset))).isEqualTo(one.isBefore(other));
  }

  @Property
  void moving_back_and_forth_changes_nothing(
      @ForAll("intervals") Interval one, @ForAll("durations") Duration offset) {
    then(one.shiftedBy(offset).shiftedBy(offset.negated())).isEqualTo(one);
  }

  @Property
  void moving_does_not_change_the_width(
      @ForAll("intervals") Interval one, @ForAll("durations") Duration offset) {
    then(one.shiftedBy(offset).width()).isEqualTo(one.width());
  }

  @Property
  void one_more_witness_who_agrees_never_widens_a_moment(
      @ForAll @Size(min = 1, max = 4) List<@net.jqwik.api.From("sightings") Sighting> sightings,
      @ForAll("sightings") Sighting another) {
    var before = Moment.of(sightings);
    var after = Moment.of(append(sightings, another));
    if (!after.disputed()) {
      then(common(before.interval(), after.interval())).contains(after.interval());
    }
  }

  @Property
  void a_moment_does_not_depend_on_the_order_of_its_witnesses(
      @ForAll @Size(min = 1, max = 4) List<@net.jqwik.api.From("sightings") Sighting> sightings,
      @ForAll java.util.Random random) {
    var shuffled = new java.util.ArrayList<>(sightings);
    java.util.Collections.shuffle(shuffled, random);

    var one = Moment.of(sightings);
    var other = Moment.of(shuffled);

    then(other.interval()).isEqualTo(one.interval());
    then(other.disputed()).isEqualTo(one.disputed());
    then(other.witnesses()).isEqualTo(one.witnesses());
  }

  @Property
  void a_moment_is_disputed_exactly_where_two_of_its_witnesses_exclude_each_other(
      @ForAll @Size(min = 1, max = 4) List<@net.jqwik.api.From("sightings") Sighting> sightings) {
    var excluded =
        sightings.stream()
            .anyMatch(
                one ->
                    sightings.stream()
                        .anyMatch(other -> common(one.interval(), other.interval()).isEmpty()));

    then(Moment.of(sightings).disputed()).isEqualTo(excluded);
  }

  private static List<Sighting> append(List<Sighting> sightings, Sighting another) {
    var all = new java.util.ArrayList<>(sightings);
    all.add(another);
    return all;
  }

  private static boolean holds(Interval interval, Instant instant) {
    return !instant.isBefore(interval.earliest()) && !instant.isAfter(interval.latest());
  }

  private static Optional<Interval> common(Interval one, Interval other) {
    return one.intersect(other);
  }

  @Provide
  Arbitrary<Instant> instants() {
    // Few different ones, so that ends meet often.
    return Arbitraries.longs().between(0, 40).map(quarters -> Histories.at(quarters / 4.0));
  }

  @Provide
  Arbitrary<Duration> durations() {
    return Arbitraries.longs().between(0, 20).map(quarters -> Duration.ofMillis(quarters * 250));
  }

  @Provide
  Arbitrary<Interval> bounded() {
    return Combinators.combine(instants(), durations())
        .as((from, width) -> new Interval(from, from.plus(width)));
  }

  @Provide
  Arbitrary<Interval> intervals() {
    return Arbitraries.frequencyOf(
        net.jqwik.api.Tuple.of(6, bounded()),
        net.jqwik.api.Tuple.of(2, instants().map(Interval::at)),
        net.jqwik.api.Tuple.of(2, instants().map(Interval::ofSecond)),
        net.jqwik.api.Tuple.of(1, instants().map(Interval::until)),
        net.jqwik.api.Tuple.of(1, instants().map(Interval::from)),
        net.jqwik.api.Tuple.of(1, Arbitraries.just(Interval.UNKNOWN)));
  }

  @Provide
  Arbitrary<Sighting> sightings() {
    return Combinators.combine(Arbitraries.of(Witness.class), intervals()).as(Sighting::new);
  }
}
