package dev.podproof.expectation;

import static dev.podproof.expectation.Judged.APP;
import static dev.podproof.expectation.Judged.BUDGET;
import static dev.podproof.lifecycle.Histories.aPod;
import static dev.podproof.lifecycle.Histories.nothing;
import static dev.podproof.lifecycle.Histories.seconds;
import static org.assertj.core.api.BDDAssertions.then;

import dev.podproof.expectation.Verdict.CannotTell;
import dev.podproof.lifecycle.Histories;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Where a sentence fits several pods or objects, no demand is guessed to be met or broken. */
class NotToldApartTest {
  private static final Milestone STARTS = ContainerStarts.first(APP);
  private static final State RUNNING = new ContainerRunning(APP);
  private static final Milestone OPENED = new ActionDone("a port opens");
  private static final Milestone CLOSED = new ActionDone("a port closes");

  private static Histories twoPods() {
    return aPod("app")
        .anotherPod("db", "app")
        .at("0.3s")
        .acts("a port opens")
        .at("0.6s")
        .acts("a port closes")
        .at("80s")
        .heard();
  }

  @TestFactory
  Stream<DynamicTest> of_two_pods_every_demand_says_that_it_does_not_know_which_is_meant() {
    return Stream.of(
            STARTS.within(BUDGET),
            STARTS.hasNever(),
            STARTS.neverFor(seconds(5)),
            STARTS.before(OPENED, BUDGET),
            OPENED.before(STARTS, BUDGET),
            new Before(STARTS, OPENED, BUDGET, true),
            new Counted(STARTS, Amount.exactly(0)),
            new Apart(STARTS, OPENED, seconds(1), Optional.empty(), BUDGET),
            new Apart(OPENED, STARTS, seconds(1), Optional.empty(), BUDGET),
            NeverWithin.until(STARTS, OPENED, BUDGET),
            NeverWithin.between(STARTS, OPENED, CLOSED, BUDGET),
            NeverWithin.since("unchanged", List.of(STARTS), OPENED, BUDGET),
            RUNNING.staysFor(seconds(5)),
            new StaysUntil(RUNNING, CLOSED, BUDGET),
            new StaysUntil(RUNNING, ContainerExits.anyhow(APP), BUDGET),
            new StaysBetween(RUNNING, OPENED, CLOSED, BUDGET),
            new PausesGrow(new Pauses.OfRuns(APP), Duration.ZERO),
            new PausesGrow(new Pauses.OfTimes(STARTS), Duration.ZERO),
            new PodReady(PodRef.only()).holds().within(BUDGET),
            new PodExists(PodRef.only()).within(BUDGET),
            new PodGoes(PodRef.only()).hasNever(),
            new NthTime(STARTS, 2).hasNever())
        .map(
            demand ->
                DynamicTest.dynamicTest(
                    demand.inWords(),
                    () ->
                        then(Judged.at(80, demand, twoPods()))
                            .isEqualTo(
                                new CannotTell(
                                    "the pod is one of 2 pods (web, db): say which one is"
                                        + " meant"))));
  }

  @TestFactory
  Stream<DynamicTest> of_two_objects_that_an_owner_has_neither_is_meant() {
    var slice = ObjectRef.Sought.labelled("lease", "app", "web");
    var content = Map.<String, Object>of("metadata", Map.of("labels", Map.of("app", "web")));
    var two = nothing().at("0.2s").object("Lease", "a", content).object("Lease", "b", content);
    var holder = FieldPath.of("spec.holder");
    return Stream.of(
            new ObjectGoes(slice).within(BUDGET),
            new ObjectGoes(slice).hasNever(),
            new FieldTurns(slice, holder, FieldTurns.Turn.CHANGES).hasNever(),
            new ObjectIs(slice, new ObjectTest.There()).holds().within(BUDGET),
            new ObjectIs(slice, new ObjectTest.There()).staysFor(seconds(3)),
            NeverWithin.since("unchanged", List.of(new ObjectGoes(slice)), OPENED, BUDGET))
        .map(
            demand ->
                DynamicTest.dynamicTest(
                    demand.inWords(),
                    () ->
                        then(Judged.at(80, demand, two))
                            .isEqualTo(
                                new CannotTell(
                                    "the lease labelled app=web is one of 2 (a, b): say which one"
                                        + " is meant"))));
  }

  @Test
  void one_of_two_objects_that_is_gone_leaves_the_other() {
    var lease = ObjectRef.Sought.labelled("lease", "app", "web");
    var content = Map.<String, Object>of("metadata", Map.of("labels", Map.of("app", "web")));
    var histories = nothing().object("Lease", "a", content).object("Lease", "b", content);

    then(lease.nameIn(histories.history())).isEmpty();
    then(lease.nameIn(histories.objectGone("Lease", "a").history())).contains("b");
    then(lease.nameIn(histories.objectGone("Lease", "b").history())).contains("b");
  }

  @Test
  void what_is_owned_by_another_kind_or_name_is_not_found() {
    var slice = ObjectRef.Sought.ownedBy("endpointslice", "service", "web");
    var owners =
        List.of(Map.of("kind", "Service", "name", "db"), Map.of("kind", "Job", "name", "web"));
    var other = Map.<String, Object>of("metadata", Map.of("ownerReferences", owners));

    then(slice.nameIn(nothing().object("EndpointSlice", "web-1", other).history())).isEmpty();
    then(slice.nameIn(nothing().object("EndpointSlice", "web-1", Map.of()).history())).isEmpty();
  }

  @Test
  void an_object_that_is_a_pod_is_meant_as_the_pod_is() {
    var pod = new ObjectRef.OfPod(PodRef.only());

    then(pod.ambiguity(twoPods().history()))
        .contains("the pod is one of 2 pods (web, db): say which one is meant");
    then(pod.ambiguity(aPod("app").history())).isEmpty();
    then(pod.latest(nothing().history())).isEmpty();
    then(pod.pod()).contains(PodRef.only());
  }

  @Test
  void all_pods_of_a_name_are_the_youngest() {
    var replaced = aPod("app").at("2s").isReplaced();

    then(PodRef.named("web").all(replaced.history())).containsExactly(replaced.pod());
    then(PodRef.named("db").all(replaced.history())).isEmpty();
  }
}
