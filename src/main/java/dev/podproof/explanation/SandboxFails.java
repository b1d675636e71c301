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
                            + facts.shortened(plain(event.message()), 120),
                        next(facts, event.message()))))
        .orElse(List.of());
  }

  // What the kubelet and gRPC put around the runtime's own words, and the sandbox's ID in them.
  private static String plain(String message) {
    return message
        .replaceFirst("^Failed to create pod sandbox: ", "")
        .replaceFirst("rpc error: code = \\w+ desc = ", "")
        .replaceFirst("(?<=sandbox) \"[0-9a-f]{64}\"", "");
  }

  // containerd's words for a handler that its configuration lacks.
  private static String next(Facts facts, String message) {
    var type = Json.text(facts.content(), "spec", "runtimeClassName");
    if (!type.isEmpty() && message.contains("no runtime for")) {
      return "let the node's containerd know the handler of RuntimeClass "
          + type
          + ", or leave runtimeClassName out";
    }
    return "see the node's network plugin and the pod's runtimeClassName; the kubelet tries again";
  }
}
