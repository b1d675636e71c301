package dev.podproof.explanation;

import dev.podproof.lifecycle.ContainerRole;
import dev.podproof.lifecycle.ContainerSnapshot;
import dev.podproof.lifecycle.ContainerStage.Terminated;
import dev.podproof.lifecycle.ContainerStage.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A container that ended otherwise than with 0, or waits for a reason that no other family knows.
 */
final class ContainerFails implements ContainerCause {
  private static final Set<String> ORDINARY = Set.of("", "PodInitializing", "ContainerCreating");
  // The kubelet's own words (k8s.io/kubernetes, pkg/kubelet/kuberuntime/kuberuntime_manager.go).
  private static final Pattern BACK_OFF =
      Pattern.compile("back-off (?:(\\d+)m)?(\\d+)s restarting");

  @Override
  public List<Cause> in(Facts facts, ContainerSnapshot container) {
    if (container.stage() instanceof Waiting waiting && !ORDINARY.contains(waiting.reason())) {
      return container.previous() instanceof Terminated before
          ? failed(facts, container, before, backOff(facts, waiting, before))
          : List.of(waits(facts, container, waiting));
    }
    return container.stage() instanceof Terminated ended
            && (ended.exit().code() != 0 || isToGoOn(facts, container))
        ? failed(facts, container, ended, "")
        : List.of();
  }

  private static boolean isToGoOn(Facts facts, ContainerSnapshot container) {
    return container.role() != ContainerRole.INIT
        && Json.text(facts.content(), "spec", "restartPolicy").equals("Always");
  }

  private static Cause waits(Facts facts, ContainerSnapshot container, Waiting waiting) {
    return new Cause(
        container.role().inWords()
            + " "
            + container.name()
            + "  is "
            + waiting.inWords()
            + (waiting.message().isEmpty() ? "" : ": " + facts.shortened(waiting.message(), 100)),
        "see what the kubelet's message names");
  }

  private static List<Cause> failed(
      Facts facts, ContainerSnapshot container, Terminated ended, String next) {
    var causes = new ArrayList<Cause>();
    var waits =
        container.role() == ContainerRole.INIT
            ? facts.app().map(app -> app.name() + "  waits for  ").orElse("")
            : "";
    var hints = EndHints.of(facts, container, ended);
    var dependencies =
        ended.exit().code() == 0 ? List.<Cause>of() : Dependencies.of(facts, container);
    causes.add(
        new Cause(
            waits
                + container.role().inWords()
                + " "
                + container.name()
                + ", which "
                + ended.inWords()
                + ", "
                + restarts(container)
                + next,
            Stream.concat(hints.stream(), dependencies.stream())
                    .anyMatch(cause -> !cause.next().isEmpty())
                ? ""
                : "see why "
                    + container.name()
                    + " ends so: its command is "
                    + facts.command(container)));
    var message = ended.exit().message();
    if (!message.isEmpty()) {
      causes.add(
          Cause.fact(container.name() + "  left the message  " + facts.shortened(message, 110)));
    }
    facts.lastSaid(container).ifPresent(causes::add);
    causes.addAll(hints);
    causes.addAll(dependencies);
    return causes;
  }

  static String restarts(ContainerSnapshot container) {
    return container.restarts()
        + (container.restarts() == 1 ? " restart so far" : " restarts so far");
  }

  private static String backOff(Facts facts, Waiting waiting, Terminated before) {
    return delay(waiting.message())
        .map(delay -> before.finished().earliest().plus(delay))
        .filter(next -> next.isAfter(Instant.EPOCH) && next.isAfter(facts.now()))
        .map(next -> ", next try at about " + facts.at(next))
        .orElse(waiting.reason().equals("CrashLoopBackOff") ? ", in its back-off" : "");
  }

  private static Optional<Duration> delay(String message) {
    var found = BACK_OFF.matcher(message);
    return found.find()
        ? Optional.of(
            Duration.ofMinutes(found.group(1) == null ? 0 : Long.parseLong(found.group(1)))
                .plusSeconds(Long.parseLong(found.group(2))))
        : Optional.empty();
  }
}
