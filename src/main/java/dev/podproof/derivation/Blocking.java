package dev.podproof.derivation;

import dev.podproof.derivation.DerivedScenario.Steps;
import dev.podproof.lint.workload.PodContainer;
import dev.podproof.lint.workload.Workload;
import java.util.List;
import java.util.Optional;

/**
 * Each dependency is closed once: the pod has to wait for it, and to go on when it opens.
 *
 * @param needs all that it depends on
 * @param files the manifests that are applied, the workload's own last
 * @param started the steps after them that make its pod run
 * @param given the steps before them
 */
record Blocking(
    Workload workload,
    List<Need> needs,
    List<String> files,
    List<String> started,
    List<String> given) {
  /** The scenario of one of them; empty where it cannot be closed. */
  Optional<DerivedScenario> of(Need need) {
    var own = files.get(files.size() - 1);
    var ours = need.offered();
    if (ours.filter(own::equals).isPresent()) {
      return Optional.empty();
    }
    var steps = new Steps();
    given.forEach(steps::given);
    if (ours.isEmpty()) {
      steps.given(need.step(need.closed()));
    }
    needs.stream()
        .filter(other -> other.offered().isEmpty() && !other.inWords().equals(need.inWords()))
        .forEach(other -> steps.given(other.step(other.open())));
    files.stream()
        .filter(file -> !ours.equals(Optional.of(file)))
        .forEach(file -> steps.when(apply(file)));
    started.forEach(steps::when);
    waits(need, steps);
    steps.when(ours.map(Blocking::apply).orElseGet(() -> need.step(need.open())));
    goesOn(need, steps);
    return Optional.of(
        new DerivedScenario(
            workload.name() + " waits for " + need.inWords() + " and goes on when it is there",
            ours.map(file -> List.of("What it waits for is missing until " + file + " is applied."))
                .orElse(List.of()),
            steps.lines()));
  }

  static String apply(String file) {
    return "I apply \"" + file + "\"";
  }

  private void waits(Need need, Steps steps) {
    var words = new PodWords(workload);
    steps.then(words.everywhere(need.user()) + " starts");
    need.blocked(workload).forEach(next -> steps.then(any(words, next) + " never starts for 5s"));
  }

  private static String any(PodWords words, PodContainer next) {
    return words.isOne()
        ? words.container(next)
        : words.ofOne(next) + " of any pod of " + words.object();
  }

  private void goesOn(Need need, Steps steps) {
    var words = new PodWords(workload);
    var life = new Life(workload, List.of(), List.of());
    if (words.isOne()) {
      need.blocked(workload).forEach(next -> steps.then(order(need, words, next)));
      life.reached(steps);
    } else {
      life.reached(steps);
      need.blocked(workload)
          .forEach(
              next ->
                  EachPod.inOrder(
                      words,
                      steps,
                      List.of(
                          words.ofOne(need.user()) + " completes", words.ofOne(next) + " starts")));
    }
  }

  private static String order(Need need, PodWords words, PodContainer next) {
    return words.container(need.user()) + " completes before " + words.container(next) + " starts";
  }
}
