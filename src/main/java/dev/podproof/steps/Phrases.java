package dev.podproof.steps;

import dev.podproof.expectation.ContainerExits;
import dev.podproof.expectation.ContainerReady;
import dev.podproof.expectation.ContainerRef;
import dev.podproof.expectation.ContainerRunning;
import dev.podproof.expectation.ContainerStarts;
import dev.podproof.expectation.ContainerWaiting;
import dev.podproof.expectation.LogSays;
import dev.podproof.expectation.Milestone;
import dev.podproof.expectation.PodGoes;
import dev.podproof.expectation.PodInPhase;
import dev.podproof.expectation.PodReady;
import dev.podproof.expectation.PodRef;
import dev.podproof.expectation.State;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words for what may happen to a pod or a container.
 *
 * <p>A phrase is a subject and a predicate. The same predicates serve wherever something happens,
 * never happens, or happens before something else.
 */
final class Phrases {
  static final String CONTAINER =
      "(?:container|init container|sidecar) \"[^\"]+\"(?: of pod \"[^\"]+\")?";
  static final String POD = "(?:pod \"[^\"]+\"|the pod)";
  static final String PHASE = "Pending|Running|Succeeded|Failed";

  /** Something that is reached: a start, an end, a line, or a state that begins to hold. */
  static final String MILESTONE =
      CONTAINER
          + " (?:starts|completes|exits with code \\d+|exits|logs \"[^\"]+\"|is running|is ready|is waiting with reason \"[^\"]+\")"
          + "|"
          + POD
          + " (?:is ready|is gone|is (?:"
          + PHASE
          + "))";

  /** The same, denied. */
  static final String NEVER =
      CONTAINER
          + " never (?:starts|completes|exits with code \\d+|exits|logs \"[^\"]+\"|becomes ready)"
          + "|"
          + POD
          + " never (?:becomes ready|becomes (?:"
          + PHASE
          + "))";

  /** The same, denied up to now. */
  static final String HAS_NEVER =
      CONTAINER
          + " has never (?:started|completed|exited|logged \"[^\"]+\"|been ready)"
          + "|"
          + POD
          + " has never (?:been ready|been (?:"
          + PHASE
          + "))";

  /** A state that goes on. */
  static final String STAYS =
      CONTAINER + " stays (?:running|ready)|" + POD + " stays (?:ready|" + PHASE + ")";

  private static final Pattern OF_CONTAINER =
      Pattern.compile(
          "(?:container|init container|sidecar) \"([^\"]+)\"(?: of pod \"([^\"]+)\")? (.*)");
  private static final Pattern OF_POD = Pattern.compile("(?:pod \"([^\"]+)\"|the pod) (.*)");
  private static final Pattern QUOTED = Pattern.compile(".*\"([^\"]+)\"");

  private Phrases() {}

  static Milestone milestone(String text) {
    var container = OF_CONTAINER.matcher(text);
    return container.matches()
        ? ofContainer(ref(container), container.group(3), false)
        : ofPod(pod(text), predicate(text), false);
  }

  static Milestone denied(String text) {
    var plain =
        text.replaceFirst(" never starts", " starts")
            .replaceFirst(" never ", " ")
            .replaceFirst(" has ", " ")
            .replaceFirst(" becomes | been ", " is ")
            .replaceFirst(" started$", " starts")
            .replaceFirst(" completed$", " completes")
            .replaceFirst(" exited$", " exits")
            .replaceFirst(" logged \"", " logs \"");
    var container = OF_CONTAINER.matcher(plain);
    return container.matches()
        ? ofContainer(ref(container), container.group(3), true)
        : ofPod(pod(plain), predicate(plain), true);
  }

  static State state(String text) {
    var plain = text.replaceFirst(" stays ", " ");
    var container = OF_CONTAINER.matcher(plain);
    if (container.matches()) {
      return container.group(3).equals("running")
          ? new ContainerRunning(ref(container))
          : new ContainerReady(ref(container));
    }
    return stateOfPod(pod(plain), predicate(plain));
  }

  private static Milestone ofContainer(ContainerRef ref, String predicate, boolean ever) {
    if (predicate.startsWith("exits with code ")) {
      return ContainerExits.withCode(
          ref, Integer.parseInt(predicate.substring("exits with code ".length())));
    }
    if (predicate.startsWith("logs ")) {
      return new LogSays(ref, quoted(predicate));
    }
    return switch (predicate) {
      case "starts" -> ContainerStarts.first(ref);
      case "completes" -> ContainerExits.completed(ref);
      case "exits" -> ContainerExits.anyhow(ref);
      case "is running" -> reached(new ContainerRunning(ref), ever);
      case "is ready" -> reached(new ContainerReady(ref), ever);
      default -> reached(new ContainerWaiting(ref, quoted(predicate)), ever);
    };
  }

  private static Milestone ofPod(PodRef ref, String predicate, boolean ever) {
    return predicate.equals("is gone")
        ? new PodGoes(ref)
        : reached(stateOfPod(ref, predicate.replaceFirst("^is ", "")), ever);
  }

  private static State stateOfPod(PodRef ref, String adjective) {
    return adjective.equals("ready") ? new PodReady(ref) : new PodInPhase(ref, adjective);
  }

  private static Milestone reached(State state, boolean ever) {
    return ever ? state.begins() : state.holds();
  }

  private static ContainerRef ref(Matcher container) {
    var pod = container.group(2) == null ? PodRef.only() : PodRef.named(container.group(2));
    return new ContainerRef(pod, container.group(1));
  }

  private static PodRef pod(String text) {
    var match = OF_POD.matcher(text);
    return match.matches() && match.group(1) != null ? PodRef.named(match.group(1)) : PodRef.only();
  }

  private static String predicate(String text) {
    var match = OF_POD.matcher(text);
    return match.matches() ? match.group(2) : text;
  }

  private static String quoted(String text) {
    var match = QUOTED.matcher(text);
    return match.matches() ? match.group(1) : text;
  }
}
