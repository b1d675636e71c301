package dev.podproof.expectation;

import static dev.podproof.lifecycle.Histories.at;
import static dev.podproof.lifecycle.Histories.seconds;
import static org.assertj.core.api.BDDAssertions.then;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.podproof.expectation.Stories.Step;
import dev.podproof.lifecycle.Histories;
import dev.podproof.lifecycle.History;
import dev.podproof.lifecycle.Interval;
import dev.podproof.lifecycle.Observation;
import dev.podproof.lifecycle.Witness;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;

/** What no demand of any kind may break, over pods that live any life. */
class EveryDemandProperties {
  // Nothing happens in the very instant of the question, nor between an event and its news.
  private static final AsOf ASKED = new AsOf(at(0), at(4.05), at(Stories.END), AsOf.PATIENT);

  @Property
  void no_order_in_which_the_witnesses_are_heard_changes_a_verdict_or_its_words(
      @ForAll("stories") List<Step> story,
      @ForAll("demands") Expectation demand,
      @ForAll Random random) {
    var history = whole(story, Histories.aPod("init", "app"));

    then(demand.evaluate(mixed(history, random), ASKED)).isEqualTo(demand.evaluate(history, ASKED));
  }

  @Property
  void nothing_is_open_when_every_watermark_has_passed_the_window(
      @ForAll("stories") List<Step> story, @ForAll("demands") Expectation demand) {
    then(demand.evaluate(whole(story, Histories.aPod("init", "app")), ASKED).isOpen()).isFalse();
  }

  @Property
  void a_later_look_at_the_same_evidence_changes_nothing(
      @ForAll("stories") List<Step> story, @ForAll("demands") Expectation demand) {
    var history = whole(story, Histories.aPod("init", "app"));

    then(demand.evaluate(history, ASKED.at(at(200)))).isEqualTo(demand.evaluate(history, ASKED));
  }

  @Property
  void once_every_watermark_has_passed_the_window_later_evidence_changes_nothing(
      @ForAll("stories") List<Step> story,
      @ForAll("stories") List<Step> later,
      @ForAll("demands") Expectation demand) {
    var before = whole(story, Histories.aPod("init", "app"));
    var goesOn =
        Stream.concat(story.stream(), later.stream().map(step -> step.delayedBy(Stories.END + 5)))
            .toList();
    var after =
        Stories.told(goesOn, Histories.aPod("init", "app"), Stories.END, 2 * Stories.END + 5);

    then(demand.evaluate(after, ASKED.at(at(2 * Stories.END + 5))).getClass())
        .isEqualTo(demand.evaluate(before, ASKED).getClass());
  }

  @Property
  void what_was_decided_while_the_scenario_waited_is_not_turned_in_the_end(
      @ForAll("stories") List<Step> story,
      @ForAll("demands") Expectation demand,
      @ForAll @DoubleRange(min = 4.05, max = 39) double now) {
    var whole = whole(story, Histories.aPod("init", "app"));
    var early = demand.evaluate(heardUpTo(whole, now), ASKED.at(at(now)));
    Assume.that(!early.isOpen());
    Assume.that(!(early instanceof Verdict.CannotTell));
    var late = demand.evaluate(confirmed(whole, now), ASKED);
    // News of the last moments before the decision may have been on its way.
    Assume.that(!(late instanceof Verdict.CannotTell));

    then(late.getClass()).isEqualTo(early.getClass());
  }

  @Property
  void what_cannot_be_told_is_all_that_a_better_witness_may_turn(
      @ForAll("stories") List<Step> story, @ForAll("demands") Expectation demand) {
    var coarse =
        demand.evaluate(whole(story, Histories.aPodSeenByTheApiAlone("init", "app")), ASKED);
    Assume.that(!(coarse instanceof Verdict.CannotTell));

    then(demand.evaluate(whole(story, Histories.aPod("init", "app")), ASKED).getClass())
        .isEqualTo(coarse.getClass());
  }

  @Property
  void a_witness_with_a_coarser_clock_turns_a_verdict_into_nothing_but_cannot_tell(
      @ForAll("stories") List<Step> story,
      @ForAll("demands") Expectation demand,
      @ForAll @DoubleRange(min = 0.1, max = 3) double width) {
    var history = whole(story, Histories.aPod("init", "app"));
    var verdict = demand.evaluate(coarser(history, seconds(width)), ASKED);
    Assume.that(!(verdict instanceof Verdict.CannotTell));

    then(verdict.getClass()).isEqualTo(demand.evaluate(history, ASKED).getClass());
  }

  @Property
  void a_hole_in_what_was_heard_turns_a_verdict_into_nothing_but_cannot_tell(
      @ForAll("stories") List<Step> story,
      @ForAll("demands") Expectation demand,
      @ForAll("witnesses") Witness witness,
      @ForAll @DoubleRange(min = 0, max = 30) double from) {
    var history = whole(story, Histories.aPod("init", "app"));
    var gap =
        history.plus(
            new Observation.Gap(
                at(from + 1), witness, new Interval(at(from), at(from + 1)), "dropped"));
    var verdict = demand.evaluate(gap, ASKED);
    Assume.that(!(verdict instanceof Verdict.CannotTell));

    then(verdict.getClass()).isEqualTo(demand.evaluate(history, ASKED).getClass());
  }

  @Property
  void never_until_and_before_do_not_contradict_each_other(
      @ForAll("stories") List<Step> story,
      @ForAll("milestones") Milestone one,
      @ForAll("milestones") Milestone other) {
    // A state that is to hold now is not meant as it first began, which a never looks at.
    Assume.that(!isOfNow(one) && !isOfNow(other));
    var history = whole(story, Histories.aPod("init", "app"));
    var never = NeverWithin.until(one, other, seconds(30)).evaluate(history, ASKED);
    var before = new Before(other, one, seconds(30), true).evaluate(history, ASKED);

    then(List.of(never.getClass(), before.getClass()))
        .isNotEqualTo(List.of(Verdict.Satisfied.class, Verdict.Violated.class))
        .isNotEqualTo(List.of(Verdict.Violated.class, Verdict.Satisfied.class));
  }

  private static boolean isOfNow(Milestone milestone) {
    return milestone instanceof State.Holds holds && holds.when() != State.When.EVER;
  }

  @Property
  void before_and_its_reverse_never_both_hold(
      @ForAll("stories") List<Step> story,
      @ForAll("milestones") Milestone one,
      @ForAll("milestones") Milestone other) {
    var history = whole(story, Histories.aPod("init", "app"));
    var there = one.before(other, seconds(30)).evaluate(history, ASKED);
    var back = other.before(one, seconds(30)).evaluate(history, ASKED);

    then(there instanceof Verdict.Satisfied && back instanceof Verdict.Satisfied).isFalse();
  }

  @Property
  void a_verdict_and_its_demand_are_told_in_one_line_of_words(
      @ForAll("stories") List<Step> story,
      @ForAll("demands") Expectation demand,
      @ForAll @DoubleRange(min = 4, max = 40) double now) {
    var history = heardUpTo(whole(story, Histories.aPod("init", "app")), now);

    then(List.of(demand.inWords(), demand.evaluate(history, ASKED.at(at(now))).because()))
        .allSatisfy(
            words ->
                then(words)
                    .isNotBlank()
                    .doesNotContain(
                        "null", "Optional[", "Optional.empty", "Instant", "-1000000000", "[]")
                    .hasLineCount(1));
  }

  @Example
  void every_kind_of_demand_milestone_and_state_is_generated() {
    var generated = new HashSet<Class<?>>();
    Demands.demands().sampleStream().limit(3000).forEach(demand -> collect(demand, generated));

    then(generated).containsAll(kinds());
  }

  private static Set<Class<?>> kinds() {
    return new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(Expectation.class.getPackageName())
            .stream()
            .filter(
                one ->
                    one.isAssignableTo(Expectation.class)
                        || one.isAssignableTo(Milestone.class)
                        || one.isAssignableTo(State.class))
            .filter(one -> !one.isInterface())
            // What is private is made by those that are not.
            .filter(
                one -> !one.getModifiers().contains(JavaModifier.PRIVATE) && !one.isNestedClass())
            .map(JavaClass::reflect)
            .collect(Collectors.toSet());
  }

  private static void collect(Object value, Set<Class<?>> into) {
    if (value instanceof Optional<?> optional) {
      optional.ifPresent(one -> collect(one, into));
    } else if (value instanceof Collection<?> all) {
      all.forEach(one -> collect(one, into));
    } else if (value instanceof Record
        && value.getClass().getPackage().equals(Expectation.class.getPackage())) {
      into.add(value.getClass());
      for (var component : value.getClass().getRecordComponents()) {
        try {
          var accessor = component.getAccessor();
          accessor.setAccessible(true);
          collect(accessor.invoke(value), into);
        } catch (ReflectiveOperationException e) {
          throw new LinkageError(e.getMessage(), e);
        }
      }
    }
  }

  private static History whole(List<Step> story, Histories histories) {
    return Stories.told(story, histories).confirmedAt(Stories.END);
  }

  /** Each witness in its own order, whichever comes first. */
  private static History mixed(History history, Random random) {
    var streams = new LinkedHashMap<String, List<Observation>>();
    for (var one : history.observations()) {
      var stream = one instanceof Observation.PodGone ? "PodSeen" : one.getClass().getSimpleName();
      streams
          .computeIfAbsent(stream.replace("ObjectGone", "ObjectSeen"), s -> new ArrayList<>())
          .add(one);
    }
    List.of("RuntimeStarted", "RuntimeExited", "ContainerNamed", "HeardUpTo")
        .forEach(
            unordered ->
                Collections.shuffle(streams.getOrDefault(unordered, new ArrayList<>()), random));
    var all = new ArrayList<Observation>();
    while (!streams.isEmpty()) {
      var key =
          streams.keySet().stream().skip(random.nextInt(streams.size())).findFirst().orElseThrow();
      all.add(streams.get(key).remove(0));
      if (streams.get(key).isEmpty()) {
        streams.remove(key);
      }
    }
    return new History(history.began(), history.listening(), all);
  }

  /** What had arrived by then, the witnesses having spoken of all of it. */
  private static History heardUpTo(History history, double now) {
    var arrived =
        history.observations().stream().filter(one -> !one.arrival().isAfter(at(now))).toList();
    return confirmed(new History(history.began(), history.listening(), arrived), now);
  }

  private static History confirmed(History history, double now) {
    return history
        .plus(new Observation.HeardUpTo(at(now), Witness.RUNTIME, at(now)))
        .plus(new Observation.HeardUpTo(at(now), Witness.ARRIVAL, at(now)));
  }

  private static History coarser(History history, Duration by) {
    return new History(
        history.began(),
        history.listening(),
        history.observations().stream().map(one -> coarser(one, by)).toList());
  }

  private static Observation coarser(Observation one, Duration by) {
    if (one instanceof Observation.RuntimeStarted start) {
      return new Observation.RuntimeStarted(
          start.arrival(), start.containerId(), start.interval().widenedBy(by, by));
    }
    return one instanceof Observation.RuntimeExited exit
        ? new Observation.RuntimeExited(
            exit.arrival(), exit.containerId(), exit.interval().widenedBy(by, by), exit.exitCode())
        : one;
  }

  @Provide
  Arbitrary<List<Step>> stories() {
    return Stories.stories();
  }

  @Provide
  Arbitrary<Witness> witnesses() {
    return Arbitraries.of(Witness.RUNTIME, Witness.ARRIVAL, Witness.LOG);
  }

  @Provide
  Arbitrary<Expectation> demands() {
    return Demands.demands();
  }

  @Provide
  Arbitrary<Milestone> milestones() {
    return Demands.milestones();
  }
}
