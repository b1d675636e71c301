package dev.podproof.explanation;

import java.util.List;

/** The runtime could not make the pod's sandbox: its network, mostly (event of the kubelet). */
final class SandboxFails implements PodCause {
  @Override
  public List<Cause> in(Facts facts) {
    return facts
        .lastEvent("FailedCreatePodSandBox")
        .filter(event -> !facts.hasSandbox())
        .map(
            event ->
                List.of(
                    new Cause(
                        "pod "
                            + facts.pod().pod().name()
                            + "  has no sandbox: "
                            + facts.shortened(event.message(), 120),
                        "see the node's network plugin and the pod's runtimeClassName; the kubelet tries again")))
        .orElse(List.of());
  }
}
