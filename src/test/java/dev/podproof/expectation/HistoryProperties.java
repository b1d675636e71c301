package dev.podproof.expectation;

import static dev.podproof.expectation.Judged.APP;
import static dev.podproof.expectation.Judged.INIT;
import static dev.podproof.lifecycle.Histories.at;
import static dev.podproof.lifecycle.Histories.seconds;
import static org.assertj.core.api.BDDAssertions.then;

import dev.podproof.expectation.Verdict.CannotTell;
import dev.podproof.lifecycle.Histories;
import dev.podproof.lifecycle.History;
import dev.podproof.lifecycle.Interval;
import dev.podproof.lifecycle.Observation;
import dev.podproof.lifecycle.Witness;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;

/**
 * What no history may break: over pods whose init container and app start and end at any tenth of a
 * second, once or twice, and over every demand that looks at starts and ends. Every other demand is
 * held to the same in {@link EveryDemandProperties}.
 */
class HistoryProperties {
  /** After this second every witness has spoken of every window of these demands. */
  private static final double END = 40;

  private static final AsOf ASKED = new AsOf(at(0), at(4), at(END), AsOf.PATIENT);

  /** One run of a container, in tenths of a second. */
  record Run(String container, int from, Optional<Integer> to, int code) {}

  @Property
  void no_order_in_which_the_runtimes_news_arrive_changes_a_final_verdict(
      @ForAll("runs") List<Run> runs,
      @ForAll("demands") Expectation demand,
      @ForAll Random random) {
    var history = told(runs, Histories.aPod("init", "app"));

    then(demand.evaluate(shuffled(history, random), ASKED).getClass())
        .isEqualTo(demand.evaluate(history, ASKED).getClass());
  }

  @Property
  void no_order_in_which_statuses_and_runtime_interleave_changes_a_verdict_or_its_words(
      @ForAll("runs") List<Run> runs,
      @ForAll("demands") Expectation demand,
      @ForAll Random random) {
    var history = told(runs, Histories.aPod("init", "app"));

    then(demand.evaluate(interleaved(history, random), ASKED))
        .isEqualTo(demand.evaluate(history, ASKED));
  }

  @Property
  void once_every_watermark_has_passed_the_window_later_evidence_changes_nothing(
      @ForAll("runs") List<Run> runs,
      @ForAll("demands") Expectation demand,
      @ForAll @DoubleRange(min = 41, max = 80) double later) {
    var histories = beginning(runs, Histories.aPod("init", "app"));
    var before = demand.evaluate(passed(histories), ASKED);
    histories.at(later + "s").starts("app").at(later + 1 + "s").exits("app", 1).heard();

    then(demand.evaluate(passed(histories), ASKED.at(at(later + 2))).getClass())
        .isEqualTo(before.getClass());
  }

  @Property
  void a_later_look_at_the_same_evidence_changes_nothing(
      @ForAll("runs") List<Run> runs, @ForAll("demands") Expectation demand) {
    var history = told(runs, Histories.aPod("init", "app"));

    then(demand.evaluate(history, ASKED.at(at(200)))).isEqualTo(demand.evaluate(history, ASKED));
  }

  @Property
  void nothing_is_open_once_every_watermark_has_passed_the_window(
      @ForAll("runs") List<Run> runs, @ForAll("demands") Expectation demand) {
    then(demand.evaluate(told(runs, Histories.aPod("init", "app")), ASKED).isOpen()).isFalse();
  }

  @Property
  void what_was_decided_while_the_scenario_waited_is_what_is_decided_in_the_end(
      @ForAll("runs") List<Run> runs,
      @ForAll("demands") Expectation demand,
      @ForAll @DoubleRange(min = 4, max = 39) double now) {
    var whole = told(runs, Histories.aPod("init", "app"));
    var early = demand.evaluate(heardUpTo(whole, now), ASKED.at(at(now)));
    Assume.that(!early.isOpen());

    then(demand.evaluate(whole, ASKED).getClass()).isEqualTo(early.getClass());
  }

  @Property
  void a_better_witness_may_turn_nothing_but_what_cannot_be_told(
      @ForAll("runs") List<Run> runs, @ForAll("demands") Expectation demand) {
    // No two things happen in the same nanosecond, though one status shows one before the other.
    Assume.that(differ(runs));
    var coarse = demand.evaluate(told(runs, Histories.aPodSeenByTheApiAlone("init", "app")), ASKED);
    Assume.that(!(coarse instanceof CannotTell));

    then(demand.evaluate(told(runs, Histories.aPod("init", "app")), ASKED).getClass())
        .isEqualTo(coarse.getClass());
  }

  private static boolean differ(List<Run> runs) {
    var times =
        runs.stream()
            .flatMap(run -> Stream.concat(Stream.of(run.from()), run.to().stream()))
            .toList();
    return times.stream().distinct().count() == times.size();
  }

  @Property
  void a_worse_witness_turns_a_verdict_into_nothing_but_cannot_tell(
      @ForAll("runs") List<Run> runs,
      @ForAll("demands") Expectation demand,
      @ForAll("widths") Duration width) {
    var exact = told(runs, Histories.aPod("init", "app"));
    var fine = demand.evaluate(exact, ASKED);
    var wide = demand.evaluate(widened(exact, width), ASKED);
    Assume.that(!(wide instanceof CannotTell));

    then(wide.getClass()).isEqualTo(fine.getClass());
  }

  @Property
  void a_gap_turns_a_verdict_into_nothing_but_cannot_tell(
      @ForAll("runs") List<Run> runs,
      @ForAll("demands") Expectation demand,
      @ForAll @DoubleRange(min = 0, max = 30) double from) {
    var history = told(runs, Histories.aPod("init", "app"));
    var gap =
        history.plus(
            new Observation.Gap(
                at(from + 1), Witness.RUNTIME, new Interval(at(from), at(from + 1)), "dropped"));
    var verdict = demand.evaluate(gap, ASKED);
    Assume.that(!(verdict instanceof CannotTell));

    then(verdict).isEqualTo(demand.evaluate(history, ASKED));
  }

  /** The API showed it at each step, and everybody has spoken of all that matters. */
  private static History told(List<Run> runs, Histories histories) {
    return passed(beginning(runs, histories));
  }

  private static Histories beginning(List<Run> runs, Histories histories) {
    runs.stream()
        .flatMap(run -> Stream.concat(Stream.of(run.from()), run.to().stream()))
        .distinct()
        .sorted()
        .forEach(time -> step(runs, time, histories.at(time / 10.0 + "s")));
    return histories.at(END + "s").heard();
  }

  private static void step(List<Run> runs, int time, Histories histories) {
    runs.stream()
        .filter(run -> run.to().filter(end -> end == time).isPresent())
        .forEach(run -> histories.exits(run.container(), run.code()));
    runs.stream()
        .filter(run -> run.from() == time)
        .forEach(run -> histories.starts(run.container()));
  }

  private static History passed(Histories histories) {
    return histories.confirmedAt(END);
  }

  private static History shuffled(History history, Random random) {
    var all = new ArrayList<>(history.observations());
    all.removeIf(Observation.PodSeen.class::isInstance);
    Collections.shuffle(all, random);
    // Versions of one pod come in the order in which they were written: a watch keeps it.
    all.addAll(history.all(Observation.PodSeen.class).toList());
    return new History(history.began(), history.listening(), all);
  }

  /** Each witness in its own order, and each observation with its own time of arrival. */
  private static History interleaved(History history, Random random) {
    var statuses = new ArrayList<Observation>(history.all(Observation.PodSeen.class).toList());
    var others = new ArrayList<>(history.observations());
    others.removeAll(statuses);
    var all = new ArrayList<Observation>();
    while (!statuses.isEmpty() || !others.isEmpty()) {
      var fromStatuses = others.isEmpty() || (!statuses.isEmpty() && random.nextBoolean());
      all.add(fromStatuses ? statuses.remove(0) : others.remove(0));
    }
    return new History(history.began(), history.listening(), all);
  }

  /** What had arrived by then, the witnesses having spoken of all of it. */
  private static History heardUpTo(History history, double now) {
    var arrived =
        history.observations().stream().filter(one -> !one.arrival().isAfter(at(now))).toList();
    return new History(history.began(), history.listening(), arrived)
        .plus(new Observation.HeardUpTo(at(now), Witness.RUNTIME, at(now)))
        .plus(new Observation.HeardUpTo(at(now), Witness.ARRIVAL, at(now)));
  }

  private static History widened(History history, Duration by) {
    return new History(
        history.began(),
        history.listening(),
        history.observations().stream().map(one -> widened(one, by)).toList());
  }

  private static Observation widened(Observation one, Duration by) {
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
  Arbitrary<Duration> widths() {
    return Arbitraries.integers().between(1, 30).map(tenths -> Duration.ofMillis(tenths * 100L));
  }

  @Provide
  Arbitrary<List<Run>> runs() {
    return Combinators.combine(runsOf("init"), runsOf("app"))
        .as((init, app) -> Stream.concat(init.stream(), app.stream()).toList());
  }

  /** None, one or two runs; only the last may go on. */
  private static Arbitrary<List<Run>> runsOf(String container) {
    var times = Arbitraries.integers().between(2, 250).set().ofMinSize(0).ofMaxSize(4);
    var codes = Arbitraries.of(0, 1, 137);
    return Combinators.combine(times, codes, codes)
        .as(
            (set, first, second) -> {
              var sorted = set.stream().sorted().toList();
              var runs = new ArrayList<Run>();
              for (var i = 0; i < sorted.size(); i += 2) {
                var end =
                    i + 1 < sorted.size()
                        ? Optional.of(sorted.get(i + 1))
                        : Optional.<Integer>empty();
                runs.add(new Run(container, sorted.get(i), end, i == 0 ? first : second));
              }
              return List.copyOf(runs);
            });
  }

  @Provide
  Arbitrary<Expectation> demands() {
    var one = milestones();
    var other = milestones();
    var time = Arbitraries.integers().between(1, 200).map(tenths -> seconds(tenths / 10.0));
    return Arbitraries.oneOf(
        Combinators.combine(one, time).as(Milestone::within),
        Combinators.combine(one, time).as(Milestone::neverFor),
        one.map(Milestone::hasNever),
        Combinators.combine(one, other, time).as(Milestone::before),
        Combinators.combine(one, other, time).as((a, b, t) -> new Before(a, b, t, true)),
        Combinators.combine(one, other, time)
            .as((a, b, t) -> new Apart(a, b, t, Optional.empty(), seconds(10))),
        Combinators.combine(one, other, time)
            .as((a, b, t) -> new Apart(a, b, Duration.ZERO, Optional.of(t), seconds(10))),
        Combinators.combine(one, Arbitraries.integers().between(0, 3))
            .as((a, n) -> new Counted(a, Amount.exactly(n))),
        Combinators.combine(one, Arbitraries.integers().between(1, 3))
            .as((a, n) -> new Counted(a, new Amount(Amount.Kind.AT_LEAST, n))),
        time.map(t -> new ContainerRunning(APP).staysFor(t)));
  }

  private static Arbitrary<Milestone> milestones() {
    return Arbitraries.of(
        ContainerStarts.first(APP),
        ContainerStarts.first(INIT),
        new ContainerStarts(APP, 2),
        ContainerExits.anyhow(APP),
        ContainerExits.completed(INIT),
        ContainerExits.withCode(APP, 1),
        new ContainerRunning(APP).begins());
  }
}
