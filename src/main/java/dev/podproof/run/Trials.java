package dev.podproof.run;

import dev.podproof.lifecycle.RelativeTime;
import dev.podproof.manifest.Manifest;
import dev.podproof.manifest.Reach;
import dev.podproof.mutation.Mutant;
import dev.podproof.report.Outcome;
import dev.podproof.report.ScenarioResult;
import dev.podproof.report.ScenarioResult.Place;
import dev.podproof.report.StepResult;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Runs mutants in the scenarios that apply them, the shortest first, until one is not satisfied.
 *
 * @param baseline how the scenarios turn out unchanged
 * @param asked is asked what would have caught a survivor
 */
record Trials(Ground ground, Map<Place, ScenarioResult> baseline, Reach reach, Asked asked) {
  /** Where they are run. */
  interface Ground {
    /** Runs a scenario with a changed manifest in the place of the original. */
    Trial run(Place scenario, Mutant mutant);

    /** Whether the API server stores both alike; false where it takes one of them not. */
    boolean storesAlike(Manifest original, Manifest changed);
  }

  /**
   * What came of a scenario.
   *
   * @param givenUp the step whose own budget was not waited for; empty where there is none
   * @param recording what was recorded; empty where nothing began
   */
  record Trial(
      ScenarioResult result, Optional<Haste.GivenUp> givenUp, Optional<Recording> recording) {}

  /** Knows what would have caught a mutant. */
  @FunctionalInterface
  interface Asked {
    /** Steps that its scenarios lack, by what was recorded of it. */
    List<Suggestion> wouldCatch(Mutant mutant, Map<Place, Recording> recordings);
  }

  /** What becomes of a mutant. */
  MutantResult of(Mutant mutant, List<Place> applying) {
    if (!mutant.harmless().isEmpty()) {
      return new MutantResult(
          mutant, Fate.EQUIVALENT, mutant.harmless(), Duration.ZERO, Duration.ZERO);
    }
    var scenarios =
        applying.stream()
            .filter(place -> unchanged(place).outcome() == Outcome.SATISFIED)
            .sorted(Comparator.comparing(place -> unchanged(place).took()))
            .toList();
    var took = Duration.ZERO;
    var known = Duration.ZERO;
    var recordings = new HashMap<Place, Recording>();
    var open = scenarios.isEmpty() ? "every scenario that applies it was skipped" : "";
    for (var scenario : scenarios) {
      var trial = ground.run(scenario, mutant);
      took = took.plus(trial.result().took());
      known = known.plus(unchanged(scenario).took());
      trial.recording().ifPresent(one -> recordings.put(scenario, one));
      var because = because(scenario, trial);
      var fate = fate(trial);
      if (fate == Fate.UNDECIDED) {
        open = because;
      } else if (fate != Fate.SURVIVED) {
        return new MutantResult(mutant, fate, because, took, known);
      }
    }
    if (!open.isEmpty()) {
      return new MutantResult(mutant, Fate.UNDECIDED, open, took, known);
    }
    var proof = proof(mutant);
    return proof.isEmpty()
        ? new MutantResult(mutant, Fate.SURVIVED, "", took, known)
            .suggesting(asked.wouldCatch(mutant, recordings))
        : new MutantResult(mutant, Fate.EQUIVALENT, proof, took, known);
  }

  private ScenarioResult unchanged(Place place) {
    return Optional.ofNullable(baseline.get(place)).orElseThrow();
  }

  private static Fate fate(Trial trial) {
    return switch (trial.result().outcome()) {
      case SATISFIED -> Fate.SURVIVED;
      case VIOLATED -> Fate.KILLED;
      // A step that cannot be done, such as a command in a container that is gone, is not
      // satisfied.
      case UNUSABLE -> isRefused(trial.result()) ? Fate.INVALID : Fate.KILLED;
      case UNDECIDED -> trial.givenUp().isPresent() ? Fate.TIMED_OUT : Fate.UNDECIDED;
      case SKIPPED -> Fate.UNDECIDED;
      case INFRASTRUCTURE -> Fate.LOST;
    };
  }

  private static boolean isRefused(ScenarioResult result) {
    return result
        .unsatisfied()
        .filter(step -> step.text().contains("I apply"))
        .filter(step -> step.because().contains("the API server refuses"))
        .isPresent();
  }

  private static String because(Place scenario, Trial trial) {
    return trial
        .result()
        .unsatisfied()
        .map(step -> inWords(scenario, step, trial.givenUp()))
        .orElse("");
  }

  private static String inWords(Place scenario, StepResult step, Optional<Haste.GivenUp> givenUp) {
    return scenario.file()
        + ":"
        + step.line()
        + "  "
        + step.text()
        + "\n"
        + givenUp
            .map(
                one ->
                    "not satisfied within "
                        + RelativeTime.seconds(one.limit())
                        + ", where it takes "
                        + RelativeTime.seconds(one.unchanged())
                        + " unchanged\n")
            .orElse("")
        + step.because();
  }

  // What the server stores alike, nothing can tell apart.
  private String proof(Mutant mutant) {
    var file = mutant.original().file();
    return ground.storesAlike(
            Manifest.parse(file, mutant.original().text(), reach),
            Manifest.parse(file, mutant.text(), reach))
        ? "the API server stores the same object, its defaults filled in (server-side dry run)"
        : "";
  }
}
