package dev.podproof.derivation;

import dev.podproof.derivation.DerivedScenario.Steps;
import dev.podproof.lint.workload.PodContainer;
import dev.podproof.lint.workload.Workload;
import java.util.List;
import java.util.Optional;

/**
 * Each dependency is closed once: the pod has to wait for it, and to go on when it opens.
 *
 * @param feature of which it is a part
 * @param given the steps before all others
 */
record Blocking(WorkloadFeature feature, List<String> given) {
  /** The scenario of one of them. */
  DerivedScenario of(Need need) {
    var steps = new Steps();
    given.forEach(steps::given);
    if (need.isMadeUp()) {
      need.closes().ifPresent(steps::given);
    }
    feature
        .needed()
        .filter(other -> other.isMadeUp() && !other.inWords().equals(need.inWords()))
        .forEach(other -> steps.given(other.opens()));
    feature.applied().files().stream()
        .flatMap(file -> first(file, need).stream())
        .forEach(steps::when);
    MadeJob.step(feature.source()).forEach(steps::when);
    waits(need, steps);
    var file = need.offered().map(feature.path());
    steps.when(file.map(Blocking::apply).orElseGet(() -> need.opens()));
    goesOn(need, steps);
    return new DerivedScenario(
        workload().name() + " waits for " + need.inWords() + " and goes on when it is there",
        file.map(
                one ->
                    List.of(
                        "Service "
                            + need.address().name()
                            + " is missing until "
                            + one
                            + " is applied as it is."))
            .orElse(List.of()),
        steps.lines());
  }

  private Workload workload() {
    return feature.workload();
  }

  // A file with nothing but the Service is not applied at first.
  private Optional<String> first(String file, Need need) {
    var name = need.address().name();
    var whole = apply(feature.path().apply(file));
    return !need.offered().equals(Optional.of(file))
        ? Optional.of(whole)
        : feature.applied().hasMore(file, name)
            ? Optional.of(whole + " without service \"" + name + "\"")
            : Optional.empty();
  }

  static String apply(String file) {
    return "I apply \"" + file + "\"";
  }

  private void waits(Need need, Steps steps) {
    var words = new PodWords(workload());
    steps.then(words.everywhere(need.user()) + " starts");
    need.blocked(workload()).forEach(next -> steps.then(any(words, next) + " never starts for 5s"));
  }

  private static String any(PodWords words, PodContainer next) {
    return words.isOne()
        ? words.container(next)
        : words.ofOne(next) + " of any pod of " + words.object();
  }

  private void goesOn(Need need, Steps steps) {
    var words = new PodWords(workload());
    var life = new Life(workload(), List.of(), List.of());
    if (words.isOne()) {
      need.blocked(workload()).forEach(next -> steps.then(order(need, words, next)));
      life.reached(steps);
    } else {
      life.reached(steps);
      need.blocked(workload())
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
