package dev.podproof.derivation;

import dev.podproof.derivation.DerivedScenario.Steps;
import dev.podproof.lifecycle.ContainerRole;
import dev.podproof.lint.workload.PodContainer;
import dev.podproof.lint.workload.Workload;
import java.util.List;
import java.util.stream.Stream;

/** The order of start within each of several pods, as it is demanded of one. */
record EachPod(Workload workload) {
  /** One sentence: a table, whose containers are those of each pod. */
  static void inOrder(PodWords words, Steps steps, List<String> milestones) {
    steps.then("in each pod of " + words.object() + " it happens in this order:");
    milestones.forEach(steps::row);
  }

  /** The order and, as for one pod, that what follows a sidecar waits for its startup probe. */
  void start(Steps steps) {
    var words = new PodWords(workload);
    var before =
        workload.containers().stream().filter(one -> one.role() != ContainerRole.APP).toList();
    if (before.isEmpty()) {
      return;
    }
    var milestones = before.stream().map(one -> milestone(words, one)).toList();
    workload
        .of(ContainerRole.APP)
        .map(app -> words.ofOne(app) + " starts")
        .limit(1)
        .forEach(first -> inOrder(words, steps, with(milestones, first)));
    var last = milestones.subList(milestones.size() - 1, milestones.size());
    workload
        .of(ContainerRole.APP)
        .skip(1)
        .forEach(app -> inOrder(words, steps, with(last, words.ofOne(app) + " starts")));
    workload
        .of(ContainerRole.SIDECAR)
        .filter(sidecar -> sidecar.value().at("startupProbe").present())
        .forEach(sidecar -> gate(words, steps, sidecar));
  }

  private void gate(PodWords words, Steps steps, PodContainer sidecar) {
    workload.containers().stream()
        .filter(next -> next.position() == sidecar.position() + 1)
        .forEach(
            next ->
                inOrder(
                    words,
                    steps,
                    List.of(words.ofOne(sidecar) + " is started", words.ofOne(next) + " starts")));
  }

  private static List<String> with(List<String> milestones, String last) {
    return Stream.concat(milestones.stream(), Stream.of(last)).toList();
  }

  private static String milestone(PodWords words, PodContainer one) {
    return words.ofOne(one) + (one.role() == ContainerRole.INIT ? " completes" : " starts");
  }
}
