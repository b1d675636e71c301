package dev.podproof.steps;

import dev.podproof.expectation.ContainerRef;
import dev.podproof.expectation.ObjectRef;
import dev.podproof.expectation.PodRef;
import java.util.Optional;
import java.util.regex.Pattern;

/** How sentences name pods, containers and other objects. */
public final class Subjects {
  static final String POD =
      "(?:pod \"[^\"]+\"|the pod(?: of [a-z]+ \"[^\"]+\"| labelled \"[^\"]+\")?)";
  static final String CONTAINER =
      "(?:init container|sidecar|ephemeral container|container) \"[^\"]+\"(?: of " + POD + ")?";
  static final String OBJECT =
      "(?:"
          + POD
          + "|the [a-z]+ (?:of [a-z]+|labelled) \"[^\"]+\"|(?!container |sidecar )[a-z]+ \"[^\"]+\")";

  private static final Pattern CONTAINER_PARTS =
      Pattern.compile(
          "(?:init container|sidecar|ephemeral container|container) \"([^\"]+)\"(?: of (.+))?");
  private static final Pattern SOUGHT =
      Pattern.compile("the ([a-z]+) (?:of ([a-z]+)|labelled) \"([^\"]+)\"");
  private static final Pattern KIND_AND_NAME = Pattern.compile("([a-z]+) \"([^\"]+)\"");

  private Subjects() {}

  /**
   * One container, or all that run in a pod.
   *
   * @param named empty for all
   */
  public record Containers(PodRef pod, Optional<ContainerRef> named) {}

  /** Several pods, each for itself. */
  public record EachPod(PodRef pods) {}

  static Containers containers(String text) {
    if (!text.matches(CONTAINER)) {
      return new Containers(pod(text), Optional.empty());
    }
    var one = container(text);
    return new Containers(one.pod(), Optional.of(one));
  }

  static ContainerRef container(String text) {
    var parts = CONTAINER_PARTS.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException("\"" + text + "\" names no container");
    }
    return new ContainerRef(
        parts.group(2) == null ? PodRef.only() : pod(parts.group(2)), parts.group(1));
  }

  static PodRef pod(String text) {
    if (text.equals("the pod")) {
      return PodRef.only();
    }
    if (text.startsWith("the pod labelled ")) {
      var label = label(new Words(text).quoted());
      return PodRef.labelled(label[0], label[1]);
    }
    var parts = KIND_AND_NAME.matcher(text.replaceFirst("^the pod of ", ""));
    if (!parts.matches()) {
      throw new IllegalArgumentException("\"" + text + "\" names no pod");
    }
    return text.startsWith("the pod of ")
        ? PodRef.ownedBy(parts.group(1), parts.group(2))
        : PodRef.named(parts.group(2));
  }

  private static String[] label(String text) {
    var parts = text.split("=", 2);
    if (parts.length < 2 || parts[0].isEmpty()) {
      throw new IllegalArgumentException(
          "\"" + text + "\" is no label; expected one such as app=web");
    }
    return parts;
  }

  static ObjectRef object(String text) {
    if (text.matches(POD)) {
      return new ObjectRef.OfPod(pod(text));
    }
    var sought = SOUGHT.matcher(text);
    if (sought.matches()) {
      if (sought.group(2) != null) {
        return ObjectRef.Sought.ownedBy(sought.group(1), sought.group(2), sought.group(3));
      }
      var label = label(sought.group(3));
      return ObjectRef.Sought.labelled(sought.group(1), label[0], label[1]);
    }
    var parts = KIND_AND_NAME.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException("\"" + text + "\" names no object");
    }
    return new ObjectRef.Named(parts.group(1), parts.group(2));
  }
}
