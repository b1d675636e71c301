package dev.podproof.explanation;

import dev.podproof.lifecycle.ContainerRole;
import dev.podproof.lifecycle.ContainerRun;
import dev.podproof.lifecycle.ContainerSnapshot;
import dev.podproof.lifecycle.ContainerStage;
import dev.podproof.lifecycle.ContainerStage.Running;
import dev.podproof.lifecycle.History;
import dev.podproof.lifecycle.ObjectName;
import dev.podproof.lifecycle.Observation.ActionTaken;
import dev.podproof.lifecycle.Observation.EventSeen;
import dev.podproof.lifecycle.Observation.LogLine;
import dev.podproof.lifecycle.PodSnapshot;
import dev.podproof.lifecycle.RelativeTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What a history knows about one pod, as of a moment.
 *
 * @param redact what stands in the place of a text; hides what nobody may see
 */
record Facts(History history, PodSnapshot pod, Instant now, UnaryOperator<String> redact) {
  private static final int LONGEST_LINE = 100;

  /** The pod's newest manifest and status; empty where only its snapshot is known. */
  Map<String, Object> content() {
    return content("Pod", pod.pod().name());
  }

  /** The newest version of an object; empty where it is not known. */
  Map<String, Object> content(String kind, String name) {
    return history.objects().getOrDefault(new ObjectName(kind, name), Map.of());
  }

  /** The known objects of a kind. */
  Stream<Map<String, Object>> all(String kind) {
    return history.objects().entrySet().stream()
        .filter(entry -> entry.getKey().kind().equals(kind))
        .map(Map.Entry::getValue);
  }

  /** How long ago the pod was made, or the recording begun where that is not known. */
  Duration age() {
    var made = Json.text(content(), "metadata", "creationTimestamp");
    return Duration.between(made.isEmpty() ? history.began() : Instant.parse(made), now);
  }

  /** A container as the manifest has it; empty where the manifest is not known. */
  Map<?, ?> manifestOf(ContainerSnapshot container) {
    return Json.named(
        Stream.concat(
            Json.list(content(), "spec", "initContainers"),
            Json.list(content(), "spec", "containers")),
        container.name());
  }

  /** Whether the pod's volumes are mounted and its network is there. */
  boolean hasSandbox() {
    return pod.holds("PodReadyToStartContainers")
        || pod.containers().stream()
            .anyMatch(
                c ->
                    c.stage() instanceof Running || c.stage() instanceof ContainerStage.Terminated);
  }

  List<ContainerSnapshot> initContainers() {
    return pod.containers().stream()
        .filter(c -> c.role() == ContainerRole.INIT || c.role() == ContainerRole.SIDECAR)
        .toList();
  }

  /** What waits for the init containers: the first of the app's containers. */
  Optional<ContainerSnapshot> app() {
    return pod.containers().stream().filter(c -> c.role() == ContainerRole.APP).findFirst();
  }

  /** The events about the pod, in order of arrival. */
  List<EventSeen> events() {
    return history
        .all(EventSeen.class)
        .filter(event -> event.about().equals(new ObjectName("Pod", pod.pod().name())))
        .filter(event -> event.uid().isEmpty() || event.uid().equals(pod.pod().uid()))
        .toList();
  }

  /** The events of that reason about a container whose message begins so. */
  List<EventSeen> events(String reason, ContainerSnapshot container, String beginning) {
    return events().stream()
        .filter(event -> event.reason().equals(reason))
        .filter(event -> event.container().equals(container.name()))
        .filter(event -> event.message().startsWith(beginning))
        .toList();
  }

  Optional<EventSeen> lastEvent(String reason) {
    return last(events().stream().filter(event -> event.reason().equals(reason)).toList());
  }

  static <T> Optional<T> last(List<T> list) {
    return list.isEmpty() ? Optional.empty() : Optional.of(list.get(list.size() - 1));
  }

  /** How long the container has been running, as " for 3.2s"; empty where it does not run. */
  String runningFor(ContainerSnapshot container) {
    return running(container)
        .flatMap(ContainerRun::started)
        .map(start -> " for " + since(start.interval().latest()))
        .orElse("");
  }

  Optional<ContainerRun> running(ContainerSnapshot container) {
    return history.runsOf(pod.pod(), container.name()).stream()
        .filter(ContainerRun::isRunning)
        .findFirst();
  }

  String since(Instant then) {
    return RelativeTime.seconds(Duration.between(then, now));
  }

  String at(Instant instant) {
    return new RelativeTime(history.began()).of(instant);
  }

  /** The text of the last line that the container wrote something in; empty where there is none. */
  String lastLine(ContainerSnapshot container) {
    return last(lines(container)).map(line -> line.text()).orElse("");
  }

  /** The lines in which the container wrote something. */
  List<LogLine> lines(ContainerSnapshot container) {
    return history.linesOf(pod.pod(), container.name()).stream()
        .filter(line -> !line.text().isBlank())
        .toList();
  }

  /** The container's last line with its moment and how often it came; nothing where none. */
  Optional<Cause> lastSaid(ContainerSnapshot container) {
    var lines = lines(container);
    return last(lines)
        .map(
            line -> {
              var times = lines.stream().filter(l -> l.text().equals(line.text())).count();
              return Cause.fact(
                  container.name()
                      + "  last said  \""
                      + shortened(line.text(), LONGEST_LINE)
                      + "\"  (at "
                      + at(line.stamp())
                      + ", "
                      + times(times)
                      + ")");
            });
  }

  /** What the scenario did last of all that is told in words which begin so. */
  Optional<ActionTaken> lastAction(String beginning) {
    return last(
        history.actions().stream().filter(action -> action.words().startsWith(beginning)).toList());
  }

  static String times(long times) {
    return times + (times == 1 ? " time" : " times");
  }

  /**
   * The text on one line, its middle left out where it is longer. Hidden before it is cut, or a cut
   * value would no longer be found.
   */
  String shortened(String text, int most) {
    return cut(redact.apply(text), most);
  }

  /** The text on one line, its middle left out where it is longer. */
  static String cut(String text, int most) {
    var line = text.strip().replaceAll("\\R\\s*", " ");
    if (line.length() <= most) {
      return line;
    }
    var half = (most - 5) / 2;
    var tail = line.length() - half;
    return line.substring(0, Character.isHighSurrogate(line.charAt(half - 1)) ? half - 1 : half)
        + " ... "
        + line.substring(Character.isLowSurrogate(line.charAt(tail)) ? tail + 1 : tail);
  }

  /** The command of a container as its manifest has it. */
  String command(ContainerSnapshot container) {
    return container.declared().words().isEmpty()
        ? "that of image " + container.declared().image()
        : shortened(String.join(" ", container.declared().words()), 80);
  }
}
