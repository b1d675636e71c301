package dev.podproof.expectation;

import static dev.podproof.expectation.Judged.APP;
import static dev.podproof.expectation.Judged.BUDGET;
import static dev.podproof.expectation.Judged.SIDECAR;
import static dev.podproof.lifecycle.Histories.aPod;
import static dev.podproof.lifecycle.Histories.aPodSeenByTheApiAlone;
import static dev.podproof.lifecycle.Histories.at;
import static dev.podproof.lifecycle.Histories.seconds;
import static org.assertj.core.api.BDDAssertions.then;

import dev.podproof.expectation.Stories.Step;
import dev.podproof.expectation.Verdict.CannotTell;
import dev.podproof.expectation.Verdict.Satisfied;
import dev.podproof.expectation.Verdict.StillOpen;
import dev.podproof.expectation.Verdict.Violated;
import dev.podproof.lifecycle.Histories;
import dev.podproof.lifecycle.Witness;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A state that holds from one thing to another. */
class StaysBetweenTest {
  private static final StaysBetween SIDECAR_AROUND_APP =
      new StaysBetween(
          new ContainerRunning(SIDECAR),
          ContainerStarts.first(APP),
          ContainerExits.anyhow(APP),
          BUDGET);

  private static Histories sidecarFirst() {
    return aPod("sidecar", "app").at("0.2s").starts("sidecar").at("0.4s").starts("app");
  }

  private static Histories whole() {
    return sidecarFirst().at("2s").exits("app", 0).at("3s").exits("sidecar", 0).at("4s").heard();
  }

  @Test
  void it_tells_the_state_and_both_ends() {
    then(SIDECAR_AROUND_APP.inWords())
        .isEqualTo(
            "container sidecar is running between container app starts and container app exits");
    then(SIDECAR_AROUND_APP.pod()).contains(SIDECAR.pod());
  }

  @Test
  void it_is_satisfied_where_the_state_began_before_and_ended_after() {
    then(Judged.at(4, SIDECAR_AROUND_APP, whole()))
        .isEqualTo(
            new Satisfied(
                "without a break: container app started at +0.40s (runtime, API, arrival),"
                    + " container app exited at +2.00s (runtime, API, arrival)"));
  }

  @Test
  void a_break_between_them_violates_it() {
    var restarted =
        sidecarFirst()
            .at("1s")
            .exits("sidecar", 1)
            .at("1.5s")
            .starts("sidecar")
            .at("2s")
            .exits("app", 0)
            .at("4s")
            .heard();

    then(Judged.at(4, SIDECAR_AROUND_APP, restarted))
        .isEqualTo(
            new Violated(
                "it ended at +1.00s (runtime, API, arrival);"
                    + " container app started at +0.40s (runtime, API, arrival),"
                    + " container app exited at +2.00s (runtime, API, arrival)"));
  }

  @Test
  void a_state_that_begins_later_violates_it() {
    var late =
        aPod("sidecar", "app")
            .at("0.4s")
            .starts("app")
            .at("1s")
            .starts("sidecar")
            .at("2s")
            .exits("app", 0)
            .at("4s")
            .heard();

    then(Judged.at(4, SIDECAR_AROUND_APP, late))
        .isEqualTo(
            new Violated(
                "it was not so then: container app started at +0.40s (runtime, API, arrival),"
                    + " container app exited at +2.00s (runtime, API, arrival)"));
  }

  @Test
  void an_end_that_comes_before_the_beginning_violates_it() {
    var turned =
        new StaysBetween(
            new ContainerRunning(SIDECAR),
            ContainerExits.anyhow(APP),
            ContainerStarts.first(APP),
            BUDGET);

    then(Judged.at(4, turned, whole())).isInstanceOf(Violated.class);
  }

  @Test
  void it_waits_for_both_ends() {
    then(Judged.at(1, SIDECAR_AROUND_APP, sidecarFirst().heard())).isInstanceOf(StillOpen.class);
  }

  @Test
  void a_hole_between_them_leaves_it_undecided() {
    then(Judged.at(4, SIDECAR_AROUND_APP, whole().gap(Witness.RUNTIME, 0.7, 0.9)))
        .isEqualTo(
            new CannotTell("the runtime witness has a gap between +0.70s and +0.90s (dropped)"));
  }

  @Test
  void it_is_not_so_where_the_end_came_first_however_little_is_known_of_the_beginning() {
    var story =
        List.of(
            new Step(2, "start init"),
            new Step(2, "start app"),
            new Step(10, "exit 0 app"),
            new Step(10, "running"),
            new Step(11, "start app"),
            new Step(260, "gone"));
    var waiting =
        new ContainerIs(
            new ContainerRef(PodRef.only(), "init"), new ContainerFact.Waiting(List.of()));
    var running = new PodInPhase(PodRef.only(), "Running").held();
    var between = new StaysBetween(waiting, running, ContainerExits.anyhow(APP), seconds(5.1));
    var asked = new AsOf(at(0), at(4.05), at(Stories.END), AsOf.PATIENT);

    then(List.of(aPod("init", "app"), aPodSeenByTheApiAlone("init", "app")))
        .map(pod -> Stories.told(story, pod).confirmedAt(Stories.END))
        .allSatisfy(history -> then(between.evaluate(history, asked)).isInstanceOf(Violated.class));
  }
}
