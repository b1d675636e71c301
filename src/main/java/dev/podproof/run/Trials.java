package dev.podproof.run;

import dev.podproof.action.ReadBack;
import dev.podproof.manifest.Manifest;
import dev.podproof.manifest.Reach;
import dev.podproof.mutation.Mutant;
import dev.podproof.report.Outcome;
import dev.podproof.report.ScenarioResult;
import dev.podproof.report.ScenarioResult.Place;
import dev.podproof.report.StepResult;
import dev.podproof.session.StepProblem;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Runs mutants in the scenarios that apply them, the shortest first, until one is not satisfied.
 *
 * @param baseline how the scenarios turn out unchanged
 */
record Trials(ScenarioRuns runs, Map<Place, ScenarioResult> baseline, Reach reach) {
  /** What becomes of a mutant. */
  MutantResult of(Mutant mutant, List<Place> applying) {
    var scenarios =
        applying.stream()
            .filter(place -> unchanged(place).outcome() == Outcome.SATISFIED)
            .sorted(Comparator.comparing(place -> unchanged(place).took()))
            .toList();
    var took = Duration.ZERO;
    var known = Duration.ZERO;
    var open = scenarios.isEmpty() ? "every scenario that applies it was skipped" : "";
    for (var scenario : scenarios) {
      var result = runs.run(scenario, Optional.of(mutant));
      took = took.plus(result.took());
      known = known.plus(unchanged(scenario).took());
      var because = result.unsatisfied().map(step -> inWords(scenario, step)).orElse("");
      var fate = fate(result);
      if (fate == Fate.UNDECIDED) {
        open = because;
      } else if (fate != Fate.SURVIVED) {
        return new MutantResult(mutant, fate, because, took, known, false);
      }
    }
    if (!open.isEmpty()) {
      return new MutantResult(mutant, Fate.UNDECIDED, open, took, known, false);
    }
    var proof = proof(mutant);
    return new MutantResult(
        mutant, proof.isEmpty() ? Fate.SURVIVED : Fate.EQUIVALENT, proof, took, known, false);
  }

  private ScenarioResult unchanged(Place place) {
    return Optional.ofNullable(baseline.get(place)).orElseThrow();
  }

  private static Fate fate(ScenarioResult result) {
    return switch (result.outcome()) {
      case SATISFIED -> Fate.SURVIVED;
      case VIOLATED -> Fate.KILLED;
      // A step that cannot be done, such as a command in a container that is gone, is not
      // satisfied.
      case UNUSABLE -> isRefused(result) ? Fate.INVALID : Fate.KILLED;
      case UNDECIDED, SKIPPED -> Fate.UNDECIDED;
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

  private static String inWords(Place scenario, StepResult step) {
    return scenario.file() + ":" + step.line() + "  " + step.text() + "\n" + step.because();
  }

  // What the server stores alike, nothing can tell apart.
  private String proof(Mutant mutant) {
    if (!mutant.harmless().isEmpty()) {
      return mutant.harmless();
    }
    try (var session = runs.session()) {
      var file = mutant.original().file();
      var original = Manifest.parse(file, mutant.original().text(), reach);
      var changed = Manifest.parse(file, mutant.text(), reach);
      return session.perform(new ReadBack(original)).equals(session.perform(new ReadBack(changed)))
          ? "the API server stores the same object, its defaults filled in (server-side dry run)"
          : "";
    } catch (StepProblem.Unusable e) {
      // A kind that only another manifest of the scenario makes known proves nothing.
      return "";
    }
  }
}
