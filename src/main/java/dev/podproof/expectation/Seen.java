package dev.podproof.expectation;

import dev.podproof.lifecycle.ContainerSnapshot;
import dev.podproof.lifecycle.ContainerStage.Terminated;
import dev.podproof.lifecycle.History;
import dev.podproof.lifecycle.PodIdentity;
import dev.podproof.lifecycle.PodSnapshot;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a history shows of the pod and container that a sentence names. */
final class Seen {
  private Seen() {}

  /** Answers about the pod that is meant, or says why there is none to ask about. */
  static Occurrence ofPod(History history, PodRef ref, Function<PodIdentity, Occurrence> answer) {
    var found = ref.in(history);
    if (found instanceof PodRef.Found.Several several) {
      return new Occurrence.Unclear(several.because());
    }
    return found instanceof PodRef.Found.One one
        ? answer.apply(one.pod())
        : new Occurrence.NotYet(ref.inWords() + " was not there");
  }

  /**
   * Answers about the pod of the container that is meant, or says why there is none to ask about.
   */
  static Occurrence ofContainer(
      History history, ContainerRef ref, Function<PodIdentity, Occurrence> answer) {
    return ofPod(
        history,
        ref.pod(),
        pod ->
            history
                .latest(pod)
                .flatMap(latest -> unknown(latest, ref))
                .orElseGet(() -> answer.apply(pod)));
  }

  private static Optional<Occurrence> unknown(PodSnapshot pod, ContainerRef ref) {
    if (pod.container(ref.name()).isPresent()) {
      return Optional.empty();
    }
    var names =
        pod.containers().stream().map(ContainerSnapshot::name).collect(Collectors.joining(", "));
    return Optional.of(
        new Occurrence.Impossible(
            "pod " + pod.pod().name() + " has no container " + ref.name() + "; it has " + names,
            Instant.MIN));
  }

  /** That a container has not done what was asked, and whether it still can. */
  static Occurrence notDone(History history, ContainerRef ref, String missing) {
    return ofPod(
        history,
        ref.pod(),
        pod ->
            ended(history, pod)
                .map(end -> notAnyMore(history, pod, ref, missing, end))
                .orElseGet(() -> new Occurrence.NotYet(missing + "; " + stage(history, pod, ref))));
  }

  private static Occurrence notAnyMore(
      History history, PodIdentity pod, ContainerRef ref, String missing, End end) {
    var lost =
        history
            .latest(pod)
            .flatMap(latest -> latest.container(ref.name()))
            .filter(container -> container.stage() instanceof Terminated made && isMadeUp(made));
    return lost.isPresent() && !history.listening().runtime()
        ? new Occurrence.Unclear(
            missing
                + " that anybody saw before "
                + end.words()
                + ", but the kubelet had lost the container and made its status up"
                + " (ContainerStatusUnknown)")
        : new Occurrence.Impossible(missing + " before " + end.words(), end.since());
  }

  // k8s.io/kubernetes, pkg/kubelet/kubelet_pods.go: a container that the runtime has no more.
  private static boolean isMadeUp(Terminated ended) {
    return ended.exit().reason().equals("ContainerStatusUnknown");
  }

  /** That something is not so of a pod, for good where the pod is gone and nobody makes another. */
  static Occurrence notSo(History history, PodIdentity pod, String instead) {
    return history
        .gone(pod)
        .filter(gone -> !isMadeByController(history, pod))
        .<Occurrence>map(
            gone ->
                new Occurrence.Impossible(
                    instead + " before the pod was gone", gone.interval().latest()))
        .orElseGet(() -> new Occurrence.NotYet(instead));
  }

  /** Where the container stands, such as "it was waiting (PodInitializing)". */
  static String stage(History history, PodIdentity pod, ContainerRef ref) {
    return history
        .latest(pod)
        .flatMap(latest -> latest.container(ref.name()))
        .map(container -> "it was " + was(container))
        .orElse("its pod was not there");
  }

  private static String was(ContainerSnapshot container) {
    return container.stage().inWords();
  }

  /** Whether another one, of the same owner or even the same name, takes its place. */
  private static boolean isMadeByController(History history, PodIdentity pod) {
    return history.latest(pod).filter(latest -> latest.controller().isPresent()).isPresent();
  }

  /** That no container of the pod will start any more, nor of one in its place. */
  static Optional<End> ended(History history, PodIdentity pod) {
    var gone = history.gone(pod);
    if (gone.isPresent()) {
      return gone.filter(any -> !isMadeByController(history, pod))
          .map(moment -> new End("the pod was gone", moment.interval().latest()));
    }
    return history.versionsOf(pod).stream()
        .filter(version -> version.snapshot().phase().isTerminal())
        .findFirst()
        .map(
            version ->
                new End("the pod was " + version.snapshot().phase().name(), version.arrival()));
  }

  /** The end of a pod. */
  record End(String words, Instant since) {}
}
