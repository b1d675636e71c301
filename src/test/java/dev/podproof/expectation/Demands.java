package dev.podproof.expectation;

import static dev.podproof.expectation.Judged.APP;
import static dev.podproof.expectation.Judged.INIT;
import static dev.podproof.lifecycle.Histories.seconds;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Generated demands of every kind there is, over milestones and states of every kind. */
final class Demands {
  private static final PodRef POD = PodRef.only();
  private static final Duration BUDGET = seconds(10);

  private Demands() {}

  static Arbitrary<Expectation> demands() {
    return Arbitraries.lazyOf(Demands::single, Demands::single, Demands::single, Demands::all);
  }

  private static Arbitrary<Expectation> single() {
    return Arbitraries.oneOf(ofOne(), ofTwo(), ofStates(), others());
  }

  private static Arbitrary<Expectation> all() {
    return single().list().ofMinSize(1).ofMaxSize(3).map(parts -> new AllOf("all of it", parts));
  }

  private static Arbitrary<Expectation> ofOne() {
    var counts =
        Combinators.combine(Arbitraries.of(Amount.Kind.values()), numbers()).as(Amount::new);
    return Arbitraries.oneOf(
        Combinators.combine(milestones(), times()).as(Milestone::within),
        Combinators.combine(milestones(), times()).as(Milestone::neverFor),
        milestones().map(Milestone::hasNever),
        Combinators.combine(milestones(), times())
            .as((one, time) -> new OfEach(POD, one.within(time), BUDGET)),
        Combinators.combine(milestones(), counts).as(Counted::new),
        Combinators.combine(milestones(), counts, milestones())
            .as(
                (one, n, from) ->
                    new Counted(one, n, Optional.of(new Counted.Since(from, BUDGET)))));
  }

  private static Arbitrary<Expectation> ofTwo() {
    var one = milestones();
    var other = milestones();
    var bound = times();
    return Arbitraries.oneOf(
        Combinators.combine(one, other, bound).as(Milestone::before),
        Combinators.combine(one, other, bound).as((a, b, t) -> new Before(a, b, t, true)),
        Combinators.combine(one, other, bound)
            .as((a, b, t) -> new Apart(a, b, t, Optional.empty(), BUDGET)),
        Combinators.combine(one, other, bound)
            .as((a, b, t) -> new Apart(a, b, Duration.ZERO, Optional.of(t), BUDGET)),
        Combinators.combine(one, other, bound).as(NeverWithin::until),
        Combinators.combine(one, other, one, bound).as(NeverWithin::between),
        Combinators.combine(one, other, bound)
            .as((a, b, t) -> NeverWithin.since("none since", List.of(a, b), b, t)));
  }

  private static Arbitrary<Expectation> ofStates() {
    return Arbitraries.oneOf(
        Combinators.combine(states(), times()).as(Stays::new),
        Combinators.combine(states(), milestones(), times()).as(StaysUntil::new),
        Combinators.combine(states(), milestones(), milestones(), times()).as(StaysBetween::new));
  }

  private static Arbitrary<Expectation> others() {
    return Arbitraries.of(
        new LogRepeats(APP, List.of("one", "two"), seconds(10)),
        new LogRepeats(APP, List.of("one"), seconds(3)),
        new PausesGrow(new Pauses.OfRuns(APP), Duration.ZERO),
        new PausesGrow(new Pauses.OfRuns(INIT), seconds(1)),
        new SharesVolume(INIT, APP, "data"),
        new Observed("the command prints 1", true, "it printed 1"),
        new Observed("the command prints 1", false, "it printed 2"));
  }

  static Arbitrary<Milestone> milestones() {
    return Arbitraries.oneOf(
        Arbitraries.of(
            ContainerStarts.first(APP),
            ContainerStarts.first(INIT),
            new ContainerStarts(APP, 2),
            ContainerExits.anyhow(APP),
            ContainerExits.completed(INIT),
            ContainerExits.withCode(APP, 1),
            new ContainerExits(APP, new ExitMatch(List.of(), List.of("OOMKilled")), 1),
            new LogSays(APP, "one"),
            new LogSays(APP, TextMatch.pattern("^t"), 2),
            new ActionDone("my-database opens port 5432"),
            new EventReported(
                "Pulled", new ObjectRef.OfPod(POD), Optional.of("app"), Optional.empty()),
            new PodExists(POD),
            new PodGoes(POD),
            new ObjectGoes(new ObjectRef.Named("job", "import")),
            new FieldTurns(
                new ObjectRef.Named("job", "import"),
                FieldPath.of("status.succeeded"),
                FieldTurns.Turn.CHANGES),
            new NthTime(new PodReady(POD).begins(), 2),
            new PodGroup(POD, Optional.empty()).reach(ContainerStarts.first(APP), true)),
        states().map(State::begins),
        states().map(State::holds),
        states().map(State::held));
  }

  static Arbitrary<State> states() {
    return Arbitraries.of(
        new ContainerRunning(APP),
        new ContainerIs(APP, new ContainerFact.Ready(true)),
        new ContainerIs(INIT, new ContainerFact.Waiting(List.of())),
        new ContainerIs(APP, new ContainerFact.Running()),
        new ContainerIs(APP, new ContainerFact.Started(false)),
        new ContainerIs(APP, new ContainerFact.Terminated(ExitMatch.code(1))),
        new ContainerIs(APP, new ContainerFact.Restarts(new Amount(Amount.Kind.AT_LEAST, 1))),
        new ContainersAre(
            POD, List.of(new ContainersAre.Row("app", List.of(new ContainerFact.Running())))),
        new ObjectIs(
            new ObjectRef.Named("job", "import"),
            new ObjectTest.Field(
                FieldPath.of("status.succeeded"), new ValueTest.OneOf(List.of("1")))),
        new ObjectIs(
            new ObjectRef.Named("job", "import"),
            new ObjectTest.Like(Map.of("status", Map.of("succeeded", "2")))),
        new PodInPhase(POD, "Running"),
        new PodReady(POD),
        new PodIs(POD, new PodFact.Terminating()),
        new PodIs(POD, new PodFact.NotReady()),
        new PodIs(
            POD,
            new PodFact.Condition(
                "PodScheduled", "True", Optional.empty(), Optional.empty(), Optional.empty())),
        new PodGroup(POD, Optional.of(new Amount(Amount.Kind.AT_LEAST, 1))).are(new PodReady(POD)),
        new PodGroup(POD, Optional.empty()).are(new ContainerRunning(APP)));
  }

  private static Arbitrary<Duration> times() {
    return Arbitraries.integers().between(0, 200).map(tenths -> seconds(tenths / 10.0));
  }

  private static Arbitrary<Integer> numbers() {
    return Arbitraries.integers().between(0, 3);
  }
}
