package dev.podproof.explanation;

import dev.podproof.lifecycle.ContainerSnapshot;
import dev.podproof.lifecycle.Observation.ActionTaken;
import java.util.Optional;
import java.util.regex.Pattern;

/** A dependency that the scenario opened, unless a container has said since then that it is not. */
final class Opened {
  private static final Pattern OPEN =
      Pattern.compile("\\S+ ((?:accepts connections|answers with status).*)");

  private Opened() {}

  /**
   * Since when it is open, such as: accepts connections as of +5.00s.
   *
   * @param dependency its name and port, such as db:5432
   */
  static Optional<String> inWords(Facts facts, ContainerSnapshot container, String dependency) {
    return facts
        .lastAction(dependency + " ")
        .filter(action -> !isDenied(facts, container, action))
        .flatMap(
            action ->
                OPEN.matcher(action.words())
                    .results()
                    .map(open -> open.group(1) + " as of " + facts.at(action.interval().latest()))
                    .findFirst());
  }

  private static boolean isDenied(Facts facts, ContainerSnapshot container, ActionTaken opening) {
    return facts.lines(container).stream()
        .filter(line -> line.stamp().isAfter(opening.interval().latest()))
        .anyMatch(line -> Dependencies.tellsClosed(line.text()));
  }
}
