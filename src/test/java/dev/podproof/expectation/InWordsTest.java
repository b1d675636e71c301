package dev.podproof.expectation;

import static dev.podproof.expectation.Judged.APP;
import static dev.podproof.expectation.Judged.BUDGET;
import static dev.podproof.expectation.Judged.INIT;
import static dev.podproof.expectation.Judged.SIDECAR;
import static dev.podproof.lifecycle.Histories.seconds;
import static org.assertj.core.api.BDDAssertions.then;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** How every milestone, state and demand is told, whom it is about and which witnesses it needs. */
class InWordsTest {
  private static final PodRef POD = PodRef.only();
  private static final PodRef WEB = PodRef.labelled("app", "web");
  private static final ObjectRef JOB = new ObjectRef.Named("job", "import");
  private static final ObjectRef SLICE = ObjectRef.Sought.ownedBy("endpointslice", "service", "db");
  private static final FieldPath REPLICAS = FieldPath.of("status.replicas");
  private static final Milestone STARTS = ContainerStarts.first(APP);
  private static final Milestone EXITS = ContainerExits.anyhow(APP);

  private static Stream<DynamicTest> each(Map<? extends Object, String> told) {
    return told.entrySet().stream()
        .map(
            entry ->
                DynamicTest.dynamicTest(
                    entry.getValue(),
                    () -> then(words(entry.getKey())).isEqualTo(entry.getValue())));
  }

  private static String words(Object one) {
    return one instanceof Milestone milestone
        ? milestone.inWords() + " / " + milestone.inPast()
        : one instanceof State state ? state.inWords() : ((Expectation) one).inWords();
  }

  @TestFactory
  Stream<DynamicTest> milestones_are_told_in_the_present_and_in_the_past() {
    return each(
        Map.ofEntries(
            Map.entry(STARTS, "container app starts / container app started"),
            Map.entry(EXITS, "container app exits / container app exited"),
            Map.entry(
                ContainerExits.withCode(APP, 3),
                "container app exits with code 3 / container app exited with code 3"),
            Map.entry(
                new LogSays(APP, TextMatch.pattern("^up"), 2),
                "container app logs a line matching \"^up\" (time 2)"
                    + " / container app logged a line matching \"^up\" (time 2)"),
            Map.entry(new ActionDone("delete pod web"), "delete pod web / delete pod web"),
            Map.entry(
                new EventReported("Failed", JOB, Optional.empty(), Optional.empty()),
                "event Failed is reported for job import / event Failed was reported for job import"),
            Map.entry(
                new EventReported(
                    "BackOff",
                    new ObjectRef.OfPod(POD),
                    Optional.of("app"),
                    Optional.of(TextMatch.containing("restarting"))),
                "event BackOff is reported for container app of the pod saying \"restarting\""
                    + " / event BackOff was reported for container app of the pod saying"
                    + " \"restarting\""),
            Map.entry(
                new PodExists(WEB),
                "the pod labelled app=web exists" + " / the pod labelled app=web was seen"),
            Map.entry(new PodGoes(POD), "the pod is gone / the pod was gone"),
            Map.entry(new ObjectGoes(JOB), "job import is gone / job import was gone"),
            Map.entry(
                new FieldTurns(JOB, REPLICAS, FieldTurns.Turn.GROWS),
                "field status.replicas of job import grows"
                    + " / field status.replicas of job import grew"),
            Map.entry(
                new FieldTurns(JOB, REPLICAS, FieldTurns.Turn.FALLS),
                "field status.replicas of job import falls"
                    + " / field status.replicas of job import fell"),
            Map.entry(
                new FieldTurns(SLICE, REPLICAS, FieldTurns.Turn.CHANGES),
                "field status.replicas of the endpointslice of service db changes"
                    + " / field status.replicas of the endpointslice of service db changed"),
            Map.entry(
                new NthTime(new PodReady(POD).begins(), 3),
                "the pod is ready (time 3) / the pod was ready (time 3)"),
            Map.entry(
                new ObjectIs(JOB, new ObjectTest.There()).begins(),
                "job import exists / job import existed"),
            Map.entry(
                new PodGroup(WEB, Optional.empty()).are(new PodReady(WEB)).holds(),
                "all pods labelled app=web are ready / all pods labelled app=web were ready")));
  }

  @TestFactory
  Stream<DynamicTest> what_is_said_of_one_pod_is_said_of_a_group() {
    var two = new PodGroup(WEB, Optional.of(new Amount(Amount.Kind.AT_LEAST, 2)));
    var all = new PodGroup(WEB, Optional.empty());
    var app = new ContainerRef(WEB, "app");
    var ready =
        new PodFact.Condition(
            "Ready", "True", Optional.empty(), Optional.empty(), Optional.empty());
    return each(
        Map.of(
            two.are(new PodReady(WEB)), "at least 2 of the pods labelled app=web are ready",
            all.are(new PodInPhase(WEB, "Running")), "all pods labelled app=web are Running",
            all.are(new PodIs(WEB, ready)), "all pods labelled app=web have condition Ready True",
            all.are(new ContainerRunning(app)),
                "container app of all pods labelled app=web is running",
            two.reach(ContainerStarts.first(app), false),
                "container app of at least 2 of the pods labelled app=web starts"
                    + " / container app of at least 2 of the pods labelled app=web started",
            new PodGroup(POD, Optional.empty()).are(new ContainerRunning(APP)),
                "container app is running, of all pods"));
  }

  @TestFactory
  Stream<DynamicTest> demands_are_told_as_a_sentence() {
    var ready = new PodReady(POD);
    return each(
        Map.ofEntries(
            Map.entry(STARTS.within(seconds(5)), "container app starts within 5.0s"),
            Map.entry(STARTS.hasNever(), "never up to now: container app starts"),
            Map.entry(STARTS.neverFor(seconds(5)), "never for 5.0s: container app starts"),
            Map.entry(
                NeverWithin.until(STARTS, new PodGoes(POD), BUDGET),
                "never until the pod is gone: container app starts"),
            Map.entry(
                NeverWithin.between(STARTS, EXITS, new PodGoes(POD), BUDGET),
                "never between container app exits and the pod is gone: container app starts"),
            Map.entry(
                NeverWithin.since("as it was put", List.of(STARTS), EXITS, BUDGET),
                "as it was put"),
            Map.entry(
                STARTS.before(EXITS, BUDGET), "container app starts before container app exits"),
            Map.entry(
                new Apart(EXITS, STARTS, seconds(2), Optional.of(seconds(3)), BUDGET),
                "container app exits at least 2.0s and at most 3.0s after container app starts"),
            Map.entry(ready.staysFor(seconds(2)), "the pod is ready for 2.0s"),
            Map.entry(
                new StaysUntil(ready, EXITS, BUDGET), "the pod is ready until container app exits"),
            Map.entry(
                new Counted(EXITS, new Amount(Amount.Kind.AT_MOST, 1)),
                "container app exits, at most 1 time up to now"),
            Map.entry(
                new LogRepeats(APP, List.of("a"), seconds(5)),
                "container app logs every line that was written, once and in order, within 5.0s"),
            Map.entry(
                new PausesGrow(new Pauses.OfTimes(STARTS), Duration.ZERO),
                "the pauses between the times container app starts grow"),
            Map.entry(
                Orders.inOrder(List.of(STARTS, EXITS, new PodGoes(POD)), BUDGET),
                "container app starts, then container app exits, then the pod is gone"),
            Map.entry(
                Orders.overlap(Orders.Time.run(APP, 1), Orders.Time.between(STARTS, EXITS), BUDGET),
                "run 1 of container app overlaps the time from container app starts to container"
                    + " app exits"),
            Map.entry(
                Orders.within(Orders.Time.run(APP, 1), Orders.Time.run(SIDECAR, 1), BUDGET),
                "run 1 of container app lies within run 1 of container sidecar")));
  }

  @Test
  void a_list_of_one_in_order_is_a_demand_for_that_one() {
    then(Orders.inOrder(List.of(STARTS), BUDGET)).isEqualTo(STARTS.within(BUDGET));
  }

  @Test
  void a_demand_is_about_the_pod_that_is_waited_for() {
    var initExits = ContainerExits.completed(INIT);
    var ready = new PodReady(POD);

    then(initExits.before(STARTS, BUDGET).pod()).contains(APP.pod());
    then(STARTS.before(new PodGoes(POD), BUDGET).pod()).contains(APP.pod());
    then(new Apart(STARTS, initExits, seconds(1), Optional.empty(), BUDGET).pod())
        .contains(APP.pod());
    then(new Apart(new PodGoes(POD), EXITS, seconds(1), Optional.empty(), BUDGET).pod())
        .contains(APP.pod());
    then(NeverWithin.until(new PodGoes(POD), STARTS, BUDGET).pod()).contains(POD);
    then(NeverWithin.since("x", List.of(new PodGoes(POD), EXITS), STARTS, BUDGET).pod())
        .contains(APP.pod());
    then(new StaysUntil(new ContainerRunning(SIDECAR), EXITS, BUDGET).pod())
        .contains(SIDECAR.pod());
    then(new StaysUntil(ready, EXITS, BUDGET).pod()).contains(POD);
    then(new Counted(EXITS, Amount.exactly(1)).pod()).contains(APP.pod());
    then(new LogRepeats(APP, List.of(), BUDGET).pod()).contains(APP.pod());
    then(new PausesGrow(new Pauses.OfTimes(EXITS), Duration.ZERO).pod()).contains(APP.pod());
    then(new PausesGrow(new Pauses.OfRuns(INIT), Duration.ZERO).pod()).contains(INIT.pod());
    then(new SharesVolume(INIT, APP, "data").pod()).contains(APP.pod());
    then(new Observed("x", true, "y").pod()).isEmpty();
    then(new NthTime(EXITS, 2).pod()).contains(APP.pod());
    then(new ContainerRunning(APP).holds().pod()).contains(APP.pod());
  }

  @TestFactory
  Stream<DynamicTest> a_milestone_knows_its_pod_and_whether_a_stuck_one_keeps_it_from_coming() {
    var waits = new ContainerIs(APP, new ContainerFact.Waiting(List.of()));
    var table = new ContainersAre(POD, List.of());
    return Stream.of(
            new Of(STARTS, Optional.of(POD), true),
            new Of(new PodExists(WEB), Optional.of(WEB), false),
            new Of(new PodGoes(POD), Optional.of(POD), false),
            new Of(new PodReady(WEB).holds(), Optional.of(WEB), true),
            new Of(new PodIs(POD, new PodFact.NotReady()).holds(), Optional.of(POD), false),
            new Of(new PodInPhase(POD, "Pending").holds(), Optional.of(POD), false),
            new Of(new PodInPhase(POD, "Succeeded").holds(), Optional.of(POD), true),
            new Of(table.holds(), Optional.of(POD), false),
            new Of(waits.holds(), Optional.of(POD), false),
            new Of(
                new ContainerIs(APP, new ContainerFact.Ready(false)).holds(),
                Optional.of(POD),
                false),
            new Of(
                new ContainerIs(APP, new ContainerFact.Started(true)).holds(),
                Optional.of(POD),
                true),
            new Of(
                new ContainerIs(APP, new ContainerFact.Running()).holds(), Optional.of(POD), true),
            new Of(new ObjectGoes(JOB), Optional.empty(), false),
            new Of(
                new FieldTurns(new ObjectRef.OfPod(WEB), REPLICAS, FieldTurns.Turn.GROWS),
                Optional.of(WEB),
                false),
            new Of(new ObjectIs(SLICE, new ObjectTest.There()).holds(), Optional.empty(), false),
            new Of(
                new ObjectIs(new ObjectRef.OfPod(WEB), new ObjectTest.There()).holds(),
                Optional.of(WEB),
                false),
            new Of(new NthTime(new PodReady(WEB).begins(), 2), Optional.of(WEB), true),
            new Of(
                new PodGroup(WEB, Optional.empty()).are(new PodReady(WEB)).holds(),
                Optional.of(WEB),
                true),
            new Of(
                new PodGroup(WEB, Optional.empty()).reach(new PodExists(WEB), true),
                Optional.of(WEB),
                false),
            new Of(new ActionDone("x"), Optional.empty(), false))
        .map(
            of ->
                DynamicTest.dynamicTest(
                    of.milestone().inWords(),
                    () -> {
                      then(of.milestone().pod()).isEqualTo(of.pod());
                      then(of.milestone().needsRunningContainers()).isEqualTo(of.needsContainers());
                    }));
  }

  private record Of(Milestone milestone, Optional<PodRef> pod, boolean needsContainers) {}

  @Test
  void a_group_stays_a_group_in_all_that_is_made_of_it() {
    var all = new PodGroup(WEB, Optional.empty());

    then(all.are(new PodReady(WEB)).holds().ofGroup()).contains(all);
    then(all.reach(STARTS, true).ofGroup()).contains(all);
    then(new NthTime(all.reach(STARTS, true), 2).ofGroup()).contains(all);
    then(STARTS.ofGroup()).isEmpty();
    then(new PodReady(WEB).ofGroup()).isEmpty();
  }

  @Test
  void what_a_demand_needs_to_hear_is_told_by_its_aspect() {
    then(STARTS.aspect()).isEqualTo(Aspect.RUNS);
    then(new ContainerRunning(APP).aspect()).isEqualTo(Aspect.RUNS);
    then(ContainerExits.withCode(APP, 1).aspect()).isEqualTo(Aspect.RUNS);
    then(new LogSays(APP, "x").aspect()).isEqualTo(Aspect.LOGS);
    then(new ActionDone("x").aspect()).isEqualTo(Aspect.ACTIONS);
    then(new NthTime(new LogSays(APP, "x"), 2).aspect()).isEqualTo(Aspect.LOGS);
    then(new PodGroup(POD, Optional.empty()).reach(STARTS, true).aspect()).isEqualTo(Aspect.RUNS);
    then(new PodGroup(POD, Optional.empty()).are(new PodReady(POD)).aspect())
        .isEqualTo(Aspect.STATUS);
    then(Stream.of(
            new PodExists(POD),
            new PodGoes(POD),
            new ObjectGoes(JOB),
            new FieldTurns(JOB, REPLICAS, FieldTurns.Turn.GROWS),
            new EventReported("x", JOB, Optional.empty(), Optional.empty()),
            new PodReady(POD).holds(),
            new ContainerIs(APP, new ContainerFact.Running()).holds()))
        .allMatch(milestone -> milestone.aspect() == Aspect.STATUS);
  }
}
