package dev.podproof.steps;

import dev.podproof.action.DeleteObject;
import dev.podproof.action.Deletion;
import dev.podproof.action.EvictPod;
import dev.podproof.action.Request;
import dev.podproof.action.ScaleObject;
import dev.podproof.session.PodSession;
import io.fabric8.kubernetes.api.model.DeletionPropagation;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** Requests to the API server that are all in a sentence. */
final class Requests {
  static final String DELETION =
      "(?: with a grace period of "
          + ParameterTypes.DURATION
          + "| at once)?(?: in the (?:foreground|background)| orphaning its dependents)?";

  static final String REGEX =
      "delete "
          + Subjects.OBJECT
          + DELETION
          + "|evict "
          + Subjects.POD
          + "|scale "
          + Subjects.OBJECT
          + " to \\d+";

  private static final Pattern PARTS =
      Pattern.compile(
          "(delete|evict|scale) (" + Subjects.OBJECT + ")(?: to (\\d+)|(" + DELETION + "))");
  private static final Pattern GRACE = Pattern.compile("period of (\\S+)");

  private Requests() {}

  static Request of(String text, PodSession session) {
    var parts = PARTS.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException("\"" + text + "\" is no request");
    }
    var target = Targets.of(session, Subjects.object(parts.group(2)));
    return switch (parts.group(1)) {
      case "delete" -> new DeleteObject(target, deletion(parts.group(4)));
      case "evict" -> new EvictPod(target.name());
      default -> new ScaleObject(target, Integer.parseInt(parts.group(3)));
    };
  }

  static Deletion deletion(String text) {
    return new Deletion(grace(text), propagation(text));
  }

  private static Optional<Duration> grace(String text) {
    if (text.contains(" at once")) {
      return Optional.of(Duration.ZERO);
    }
    var grace = GRACE.matcher(text);
    return grace.find() ? Optional.of(ParameterTypes.span(grace.group(1))) : Optional.empty();
  }

  private static Optional<DeletionPropagation> propagation(String text) {
    if (text.contains("orphaning")) {
      return Optional.of(DeletionPropagation.ORPHAN);
    }
    return text.contains("foreground")
        ? Optional.of(DeletionPropagation.FOREGROUND)
        : text.contains("background")
            ? Optional.of(DeletionPropagation.BACKGROUND)
            : Optional.empty();
  }
}
