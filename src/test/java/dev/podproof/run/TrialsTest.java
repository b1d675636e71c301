package dev.podproof.run;

import static org.assertj.core.api.BDDAssertions.then;

import dev.podproof.manifest.Manifest;
import dev.podproof.manifest.Reach;
import dev.podproof.mutation.Mutant;
import dev.podproof.mutation.Mutants;
import dev.podproof.mutation.Original;
import dev.podproof.mutation.operator.Operators;
import dev.podproof.report.Outcome;
import dev.podproof.report.ScenarioResult;
import dev.podproof.report.ScenarioResult.Place;
import dev.podproof.report.StepResult;
import dev.podproof.run.Trials.Trial;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of a mutant, by how the scenarios that apply it turn out. */
class TrialsTest implements Trials.Ground {
  private static final Place SHORT = new Place("f", "short", "a.feature", 3);
  private static final Place LONG = new Place("f", "long", "a.feature", 9);
  private static final Mutant MUTANT =
      Mutants.of(
              List.of(
                  new Original(
                      "pod.yaml",
                      0,
                      "{apiVersion: v1, kind: Pod, metadata: {name: a}, spec: {containers: [{name: a, image: b}]}}")),
              Operators.ALL)
          .get(0);

  private static final List<Suggestion> SUGGESTED =
      List.of(new Suggestion("Then it is so", true, "a.feature:4"));

  private final Map<Place, ScenarioResult> unchanged = new HashMap<>();
  private final Map<Place, Trial> changed = new HashMap<>();
  private final List<Place> ran = new ArrayList<>();
  private boolean alike;

  @BeforeEach
  void green() {
    unchanged.put(SHORT, result(SHORT, 2, Outcome.SATISFIED, "done"));
    unchanged.put(LONG, result(LONG, 8, Outcome.SATISFIED, "done"));
    turnsOut(SHORT, Outcome.SATISFIED, "done");
    turnsOut(LONG, Outcome.SATISFIED, "done");
  }

  @Override
  public Trial run(Place scenario, Mutant mutant) {
    ran.add(scenario);
    return Objects.requireNonNull(changed.get(scenario));
  }

  @Override
  public boolean storesAlike(Manifest original, Manifest changed) {
    return alike;
  }

  private static ScenarioResult result(Place place, int seconds, Outcome outcome, String because) {
    var text = outcome == Outcome.UNUSABLE ? "When I apply \"pod.yaml\"" : "Then so";
    var step = new StepResult(text, place.line() + 1, outcome, Duration.ofSeconds(1), because);
    return new ScenarioResult(place, List.of(), List.of(step), Duration.ofSeconds(seconds));
  }

  private void turnsOut(Place place, Outcome outcome, String because) {
    changed.put(
        place, new Trial(result(place, 3, outcome, because), Optional.empty(), Optional.empty()));
  }

  private MutantResult becomes() {
    return new Trials(this, unchanged, Reach.OWN, (mutant, recordings) -> SUGGESTED)
        .of(MUTANT, List.of(LONG, SHORT));
  }

  private static MutantResult is(Fate fate, String because, int took, int unchanged) {
    return new MutantResult(
        MUTANT,
        fate,
        because,
        Duration.ofSeconds(took),
        Duration.ofSeconds(unchanged),
        false,
        fate == Fate.SURVIVED ? SUGGESTED : List.of());
  }

  @Test
  void it_is_killed_by_the_shortest_scenario_and_the_others_are_not_run() {
    turnsOut(SHORT, Outcome.VIOLATED, "but it was not");

    then(becomes()).isEqualTo(is(Fate.KILLED, "a.feature:4  Then so\nbut it was not", 3, 2));
    then(ran).containsExactly(SHORT);
  }

  @Test
  void it_survives_where_every_scenario_is_satisfied() {
    then(becomes()).isEqualTo(is(Fate.SURVIVED, "", 6, 10));
    then(ran).containsExactly(SHORT, LONG);
  }

  @Test
  void it_is_equivalent_where_the_server_stores_the_same() {
    alike = true;

    then(becomes())
        .isEqualTo(
            is(
                Fate.EQUIVALENT,
                "the API server stores the same object, its defaults filled in (server-side dry run)",
                6,
                10));
  }

  @Test
  void what_is_harmless_by_what_it_is_needs_no_run() {
    var harmless =
        new Mutant(
            MUTANT.original(),
            "close-port",
            MUTANT.place(),
            "words",
            MUTANT.text(),
            List.of(),
            false,
            "information only");

    then(new Trials(this, unchanged, Reach.OWN, (mutant, recordings) -> SUGGESTED)
            .of(harmless, List.of(SHORT)))
        .isEqualTo(
            new MutantResult(
                harmless, Fate.EQUIVALENT, "information only", Duration.ZERO, Duration.ZERO));
    then(ran).isEmpty();
  }

  @Test
  void it_timed_out_where_a_step_was_given_up_before_its_own_budget_ended() {
    changed.put(
        SHORT,
        new Trial(
            result(SHORT, 9, Outcome.UNDECIDED, "but it cannot be told"),
            Optional.of(new Haste.GivenUp(Duration.ofMillis(8200), Duration.ofMillis(1600))),
            Optional.empty()));

    then(becomes())
        .isEqualTo(
            is(
                Fate.TIMED_OUT,
                "a.feature:4  Then so\nnot satisfied within 8.2s, where it takes 1.6s unchanged\nbut it cannot be told",
                9,
                2));
  }

  @Test
  void it_is_invalid_where_the_server_refuses_it_and_killed_where_a_step_cannot_be_done() {
    turnsOut(SHORT, Outcome.UNUSABLE, "pod.yaml:1: the API server refuses Pod a (HTTP 422)");
    then(becomes().fate()).isEqualTo(Fate.INVALID);

    turnsOut(SHORT, Outcome.UNUSABLE, "the container is gone");
    then(becomes().fate()).isEqualTo(Fate.KILLED);
  }

  @Test
  void what_one_scenario_leaves_open_another_may_decide() {
    turnsOut(SHORT, Outcome.UNDECIDED, "a gap");
    then(becomes()).isEqualTo(is(Fate.UNDECIDED, "a.feature:4  Then so\na gap", 6, 10));

    turnsOut(LONG, Outcome.VIOLATED, "no");
    then(becomes().fate()).isEqualTo(Fate.KILLED);
  }

  @Test
  void a_lost_cluster_ends_it() {
    turnsOut(SHORT, Outcome.INFRASTRUCTURE, "the node was lost");

    then(becomes().fate()).isEqualTo(Fate.LOST);
    then(ran).containsExactly(SHORT);
  }

  @Test
  void where_every_scenario_is_skipped_nobody_can_tell() {
    unchanged.put(SHORT, result(SHORT, 0, Outcome.SKIPPED, "no node"));
    unchanged.put(LONG, result(LONG, 0, Outcome.SKIPPED, "no node"));

    then(becomes())
        .isEqualTo(is(Fate.UNDECIDED, "every scenario that applies it was skipped", 0, 0));
    then(ran).isEmpty();
  }
}
