package dev.podproof.derivation;

import dev.podproof.lint.workload.ManifestSet;
import dev.podproof.lint.workload.Workload;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Why a workload cannot be run with what there is.
 *
 * @param source as it is written
 * @param workload what runs
 */
record Refusals(Workload source, Workload workload, ManifestSet all, Supplies supplies) {
  /** Each with its place; empty where it can be run. */
  static List<String> of(Workload source, ManifestSet all, Supplies supplies) {
    var unnamed = Naming.problems(source);
    return unnamed.isEmpty()
        ? new Refusals(source, MadeJob.of(source), all, supplies).found()
        : unnamed;
  }

  private List<String> found() {
    var containers = workload.podSpec().at("containers");
    if (containers.items().isEmpty()) {
      return List.of(
          containers.place()
              + ": "
              + source.inWords()
              + " has no container, so there is nothing to prove\n  give it one below spec.containers of its pod");
    }
    if (workload.pods() < 1) {
      return List.of(
          workload.object().at("spec", "replicas").place()
              + ": "
              + workload.inWords()
              + " has replicas: 0, so there is no pod to prove anything of\n  check it with one replica at least");
    }
    return Stream.concat(
            Stream.concat(
                new StandIns(workload, supplies).problems().stream(),
                Configuration.lacking(workload, all).stream()
                    .filter(one -> !supplies.auto() || one.near(all).isPresent())
                    .map(one -> one.problem(source, all))),
            Need.of(workload, all).stream()
                .filter(need -> need.elsewhere().isPresent() || !isThere(need))
                .map(this::lacking))
        .toList();
  }

  private boolean isThere(Need need) {
    return need.offered().isPresent()
        || supplies.dependencies().contains(need.inWords())
        || (supplies.auto() && need.canBeStoodInFor() && near(need).isEmpty());
  }

  private Optional<String> near(Need need) {
    return MeantName.of(
        need.address().name(), all.services().map(one -> one.at("metadata", "name").text()));
  }

  private String lacking(Need need) {
    return need.user().value().place()
        + ": "
        + need.user().inWords()
        + " of "
        + workload.inWords()
        + " "
        + need.elsewhere()
            .orElseGet(
                () ->
                    "needs "
                        + need.inWords()
                        + ", which no manifest offers"
                        + near(need).map(near -> slip(need, near)).orElseGet(() -> advice(need)));
  }

  private static String slip(Need need, String near) {
    return ", and there is a Service "
        + near
        + "\n  correct the name; or declare it, where both are meant: --dependency "
        + need.inWords();
  }

  private static String advice(Need need) {
    return need.canBeStoodInFor()
        ? "\n  name its manifest as well; declare it: --dependency "
            + need.inWords()
            + ", or in podproof.yaml; or let it be made up: --auto"
        : ", and speaks more than a stand-in understands\n  name the manifest of the real one as well";
  }
}
