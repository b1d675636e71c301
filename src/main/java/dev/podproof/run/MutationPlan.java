package dev.podproof.run;

import dev.podproof.manifest.NearMatches;
import dev.podproof.mutation.Mutant;
import dev.podproof.mutation.Mutants;
import dev.podproof.mutation.operator.Operator;
import dev.podproof.mutation.operator.Operators;
import dev.podproof.project.Surroundings;
import dev.podproof.report.ScenarioResult.Place;
import dev.podproof.settings.RunSettings;
import java.util.List;
import java.util.Optional;

/**
 * What mutation testing of some features does, known without a cluster.
 *
 * @param manifests of the selected scenarios
 * @param all how many mutants there are, those left out by the sample included
 * @param mutants those to be run, by file and line
 * @param hidden what nobody may be shown of them
 */
record MutationPlan(AppliedManifests manifests, int all, List<Mutant> mutants, Hidden hidden) {
  MutationPlan {
    mutants = List.copyOf(mutants);
  }

  /**
   * A plan for features that can work.
   *
   * @throws UsageProblem if one of them cannot, or nothing can be mutated
   */
  static MutationPlan of(
      RunSettings settings, MutationSettings mutation, Surroundings surroundings) {
    var selected = Check.of(settings, surroundings);
    var manifests = AppliedManifests.of(settings);
    if (manifests.all().isEmpty()) {
      throw new UsageProblem(
          "no scenario of "
              + String.join(", ", settings.features())
              + " applies a manifest, so there is nothing to mutate\n  name features with a step \"I apply\"");
    }
    var mutants = Mutants.of(manifests.all(), mutation.operators());
    if (mutants.isEmpty()) {
      throw new UsageProblem(
          "none of the manifests has a place for "
              + String.join(", ", mutation.operators().stream().map(Operator::name).toList())
              + "\n  name other operators with --only, or leave it out");
    }
    return new MutationPlan(
        manifests,
        mutants.size(),
        Mutants.sample(mutants, mutation.sample(), mutation.seed()),
        selected.hidden());
  }

  /** The change of a mutant as a unified diff, in lines. */
  String diff(Mutant mutant) {
    return hidden.in(Optional.empty()).apply(String.join("\n", mutant.diff()));
  }

  /** Steps that a mutant's scenarios may lack: those that they have already caught nothing. */
  List<String> wouldCatch(Mutant mutant) {
    var said = scenarios(mutant).stream().flatMap(place -> manifests.said(place).stream());
    return Suggestions.missing(mutant.wouldCatch(), said.toList());
  }

  /** The scenarios that some mutant is run in. */
  List<Place> scenarios() {
    return mutants.stream().flatMap(mutant -> scenarios(mutant).stream()).distinct().toList();
  }

  /** The scenarios that a mutant is run in. */
  List<Place> scenarios(Mutant mutant) {
    return manifests.applying(mutant.original());
  }

  /**
   * The operators of these names; all where none is named.
   *
   * @throws UsageProblem if there is none of a name
   */
  static List<Operator> operators(List<String> named) {
    var names = named.stream().map(String::strip).toList();
    var known = Operators.ALL.stream().map(Operator::name).toList();
    for (var name : names) {
      if (name.isEmpty()) {
        throw new UsageProblem(
            "--only names nothing in one place\n  podproof mutate --operators lists what it takes");
      }
      if (!known.contains(name)) {
        var near = NearMatches.of(name, known);
        throw new UsageProblem(
            "--only names "
                + name
                + ", which is no operator"
                + (near.isEmpty() ? "" : "; near it: " + String.join(", ", near))
                + "\n  podproof mutate --operators lists them");
      }
    }
    return Operators.ALL.stream()
        .filter(operator -> names.isEmpty() || names.contains(operator.name()))
        .toList();
  }
}
