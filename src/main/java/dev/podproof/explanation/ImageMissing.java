package dev.podproof.explanation;

import dev.podproof.lifecycle.ContainerSnapshot;
import dev.podproof.lifecycle.ContainerStage.Waiting;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An image that cannot be had. The reasons are the kubelet's (k8s.io/kubernetes,
 * pkg/kubelet/images/types.go), the texts those of containerd.
 */
final class ImageMissing implements ContainerCause {
  private static final Pattern NAMED = Pattern.compile("pull secrets \\(([^)]+)\\)");
  private static final Set<String> REASONS =
      Set.of("ErrImagePull", "ImagePullBackOff", "ErrImageNeverPull", "InvalidImageName");

  @Override
  public List<Cause> in(Facts facts, ContainerSnapshot container) {
    if (!(container.stage() instanceof Waiting waiting) || !REASONS.contains(waiting.reason())) {
      return List.of();
    }
    var image = container.declared().image();
    var head = container.role().inWords() + " " + container.name() + "  needs image " + image;
    return switch (waiting.reason()) {
      case "InvalidImageName" ->
          List.of(new Cause(head + ", which is no valid name", "mend the image name " + image));
      case "ErrImageNeverPull" ->
          List.of(
              new Cause(
                  head + ", which the node does not have and may not pull (imagePullPolicy: Never)",
                  "bring the image to the node, or allow the pull"));
      default ->
          Stream.concat(Stream.of(pull(facts, container, waiting, head)), noSecret(facts).stream())
              .toList();
    };
  }

  // The kubelet's own words (k8s.io/kubernetes, pkg/kubelet/kubelet_pods.go).
  private static Optional<Cause> noSecret(Facts facts) {
    return facts
        .lastEvent("FailedToRetrieveImagePullSecret")
        .map(event -> NAMED.matcher(event.message()))
        .filter(Matcher::find)
        .map(
            named ->
                new Cause(
                    "imagePullSecrets  name Secret " + named.group(1) + ", which does not exist",
                    "apply Secret " + named.group(1) + " (kubectl create secret docker-registry)"));
  }

  private static Cause pull(
      Facts facts, ContainerSnapshot container, Waiting waiting, String head) {
    var image = container.declared().image();
    var why = why(facts, waiting.message());
    var standIn = "; or declare a stand-in: Given image \"" + image + "\" serves HTTP on port 8080";
    if (has(why, "no such host", "dial tcp", "i/o timeout", "connection refused", "proxyconnect")) {
      return new Cause(
          head + ", and its registry cannot be reached: " + ending(facts, why),
          "see the node's way to the registry",
          standIn);
    }
    if (has(why, "authorization failed", "unauthorized", "denied", "403 Forbidden", "401")) {
      return new Cause(
          head
              + ", whose pull was denied: no right to it, or no such repository: "
              + ending(facts, why),
          "give the pod imagePullSecrets with a right to it, or mend the name; a pull with those credentials by hand tells which");
    }
    if (has(why, "not found", "manifest unknown")) {
      return new Cause(
          head + ", which its registry does not have",
          "see the name and the tag of " + image,
          standIn);
    }
    return new Cause(
        head + ", " + waiting.reason() + (why.isEmpty() ? "" : ": " + ending(facts, why)),
        "see whether the image " + image + " exists",
        standIn);
  }

  // A back-off alone does not say why; the event of the failed pull does.
  private static String why(Facts facts, String message) {
    return message.startsWith("Back-off") && !message.contains("Err")
        ? facts
            .lastEvent("Failed")
            .map(event -> event.message())
            .filter(text -> text.startsWith("Failed to pull"))
            .orElse(message)
        : message;
  }

  private static String ending(Facts facts, String why) {
    var line = facts.redact().apply(why).strip().replaceAll("\\s+", " ");
    return line.length() <= 70 ? line : "... " + line.substring(line.length() - 66);
  }

  private static boolean has(String text, String... parts) {
    return List.of(parts).stream().anyMatch(text::contains);
  }
}
