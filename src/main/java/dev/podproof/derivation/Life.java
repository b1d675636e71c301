package dev.podproof.derivation;

import dev.podproof.derivation.DerivedScenario.Steps;
import dev.podproof.lifecycle.ContainerRole;
import dev.podproof.lint.workload.PodContainer;
import dev.podproof.lint.workload.Workload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is derived of the life of a workload's pod, from its start to its end (Kubernetes docs: Init
 * Containers, Sidecar Containers, Pod Lifecycle).
 *
 * @param opened the steps that bring what it depends on
 * @param applied the steps that make its pod
 */
record Life(Workload workload, List<String> opened, List<String> applied) {
  private static final Duration USUAL = Duration.ofSeconds(60);
  private static final long SETTLED = 5;

  /**
   * Each init container in its order and once, nothing early, ready or done, no restart.
   *
   * @param late whether a stand-in lets others wait for what it writes
   */
  DerivedScenario start(boolean late) {
    var words = new PodWords(workload);
    var steps = begun();
    var assumed = new ArrayList<String>();
    if (late) {
      assumed.add("The stand-in writes its file late: whoever cannot wait for it is found out.");
    }
    if (words.isOne()) {
      order(words, steps);
      gates(words, steps);
    }
    if (ends()) {
      assumed.add("Its containers end by themselves (" + whyItEnds() + ").");
      completes(words, steps);
    } else {
      becomesReady(words, steps);
    }
    if (!words.isOne()) {
      new EachPod(workload).start(steps);
    }
    once(words, steps);
    return new DerivedScenario(
        workload.name()
            + (workload.containers().size() > 1 ? " starts in its order" : " starts")
            + (ends() ? " and completes" : ", becomes ready and stays so"),
        assumed,
        steps.lines());
  }

  /**
   * The stop within the grace period, the app first, then the sidecars.
   *
   * @param seen what has to be so before, such as a file that is there
   */
  Optional<DerivedScenario> stop(Set<String> seen) {
    var words = new PodWords(workload);
    var grace = workload.gracePeriod();
    if (ends() || grace == 0) {
      return Optional.empty();
    }
    var steps = begun();
    ready(words, steps);
    // Only what runs can be asked to end.
    seen.forEach(steps::then);
    staying().forEach(one -> steps.then(words.everywhere(one) + " is running"));
    var deletes = "I delete " + words.object();
    steps.when(deletes);
    staying()
        .forEach(
            one ->
                steps.then(
                    words.everywhere(one)
                        + " exits at most "
                        + limit(grace)
                        + " after "
                        + deletes));
    stopOrder(words, steps);
    steps.then(
        (words.isOne() ? words.pod() + " is gone" : words.pods() + " are gone")
            + " within "
            + (grace + 10)
            + "s");
    return Optional.of(
        new DerivedScenario(
            workload.name()
                + (staying().size() > 1 ? " stops in its order" : " stops")
                + ", within its grace period of "
                + grace
                + "s",
            List.of(),
            steps.lines()));
  }

  /** It is ready, or has completed, as it is meant to. */
  void reached(Steps steps) {
    var words = new PodWords(workload);
    if (workload.runsToCompletion()) {
      steps.then(words.isOne() ? words.pod() + " is Succeeded" : words.pods() + " are Succeeded");
    } else if (words.isOne()) {
      steps.then(words.pod() + " is ready");
    } else {
      ready(words, steps);
    }
  }

  private Steps begun() {
    var steps = new Steps();
    opened.forEach(steps::given);
    applied.forEach(steps::when);
    return steps;
  }

  // What is killed at the end of the grace period ends no earlier than that.
  private String limit(long grace) {
    var millis =
        new PodWords(workload).isPod() ? Math.max(grace * 1000 - 1000, grace * 750) : grace * 1000;
    return millis % 1000 == 0 ? millis / 1000 + "s" : millis + "ms";
  }

  private List<PodContainer> staying() {
    return workload.containers().stream().filter(PodContainer::staysUp).toList();
  }

  private void order(PodWords words, Steps steps) {
    var first =
        workload.containers().stream().filter(one -> one.role() != ContainerRole.APP).toList();
    var apps = workload.of(ContainerRole.APP).toList();
    if (first.size() + apps.size() < 2 || first.isEmpty()) {
      apps.forEach(app -> steps.then(words.container(app) + " starts"));
      return;
    }
    steps.then("it happens in this order:");
    first.forEach(one -> steps.row(milestone(words, one)));
    if (!apps.isEmpty()) {
      steps.row(words.container(apps.get(0)) + " starts");
    }
    var last = milestone(words, first.get(first.size() - 1));
    apps.stream()
        .skip(1)
        .forEach(app -> steps.then(last + " before " + words.container(app) + " starts"));
  }

  private static String milestone(PodWords words, PodContainer one) {
    return words.container(one) + (one.role() == ContainerRole.INIT ? " completes" : " starts");
  }

  // KEP-753: what comes after a sidecar waits for its startup probe.
  private void gates(PodWords words, Steps steps) {
    workload
        .of(ContainerRole.SIDECAR)
        .filter(sidecar -> sidecar.value().at("startupProbe").present())
        .forEach(
            sidecar ->
                workload.containers().stream()
                    .filter(next -> next.position() == sidecar.position() + 1)
                    .forEach(
                        next ->
                            steps.then(
                                words.container(next)
                                    + " never starts until "
                                    + words.container(sidecar)
                                    + " is started")));
  }

  private void becomesReady(PodWords words, Steps steps) {
    ready(words, steps);
    steps.then(
        words.isOne()
            ? words.pod() + " stays ready for " + SETTLED + "s"
            : words.pods() + " stay ready for " + SETTLED + "s");
  }

  private void ready(PodWords words, Steps steps) {
    if (words.isOne()) {
      steps.then(words.pod() + " is ready" + within());
      return;
    }
    steps.then(words.pods() + " are ready" + within());
    // A StatefulSet makes them one after the other, and all that are there may be too few.
    steps.then(
        "field \"status.readyReplicas\" of "
            + words.object()
            + " is \""
            + workload.pods()
            + "\""
            + within());
    // Its controller may have heard of the last one sooner than the recording has.
    steps.then(words.pods() + " are ready");
  }

  // One after the other, as a StatefulSet's are by default (Kubernetes docs: StatefulSets).
  private String within() {
    var patience =
        workload.containers().stream()
            .flatMap(one -> one.patience("startupProbe").stream())
            .reduce(Duration.ZERO, Duration::plus)
            .multipliedBy(workload.kind().equals("StatefulSet") ? workload.pods() : 1);
    return patience.isZero() ? "" : " within " + USUAL.plus(patience).toSeconds() + "s";
  }

  private void completes(PodWords words, Steps steps) {
    steps.then(words.isOne() ? words.pod() + " is Succeeded" : words.pods() + " are Succeeded");
    if (workload.kind().equals("Job")) {
      steps.then(
          "field \"status.conditions[type=Complete].status\" of "
              + words.object()
              + " is \"True\"");
    }
  }

  private void once(PodWords words, Steps steps) {
    workload
        .containers()
        .forEach(
            one ->
                steps.then(
                    words.everywhere(one)
                        + (words.isOne()
                            ? " has started exactly 1 time"
                            : " has restart count 0")));
  }

  private void stopOrder(PodWords words, Steps steps) {
    var sidecars = workload.of(ContainerRole.SIDECAR).toList();
    if (sidecars.isEmpty()) {
      return;
    }
    var last = sidecars.get(sidecars.size() - 1);
    workload.of(ContainerRole.APP).forEach(app -> exits(words, steps, app, last));
    for (var i = sidecars.size() - 1; i > 0; i--) {
      exits(words, steps, sidecars.get(i), sidecars.get(i - 1));
    }
  }

  private static void exits(PodWords words, Steps steps, PodContainer first, PodContainer then) {
    if (words.isOne()) {
      steps.then(words.container(first) + " exits before " + words.container(then) + " exits");
    } else {
      EachPod.inOrder(
          words, steps, List.of(words.ofOne(first) + " exits", words.ofOne(then) + " exits"));
    }
  }

  private boolean ends() {
    return workload.runsToCompletion()
        || (isRunOnce() && workload.of(ContainerRole.APP).noneMatch(Life::serves));
  }

  private String whyItEnds() {
    return workload.runsToCompletion()
        ? "it is a " + workload.kind()
        : "restart policy " + workload.podSpec().at("restartPolicy").text();
  }

  private boolean isRunOnce() {
    return !workload.podSpec().at("restartPolicy").textOr("Always").equals("Always");
  }

  private static boolean serves(PodContainer app) {
    return app.script().endless()
        || !app.ports().isEmpty()
        || app.value().at("readinessProbe").present()
        || app.value().at("livenessProbe").present();
  }
}
