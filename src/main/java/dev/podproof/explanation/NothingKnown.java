package dev.podproof.explanation;

import dev.podproof.lifecycle.ContainerRole;
import dev.podproof.lifecycle.PodCondition;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Where no family of causes holds and the pod is not well: the facts. */
final class NothingKnown {
  /** How the first link begins where no cause is known. */
  static final String BEGINNING = "no known cause";

  private NothingKnown() {}

  static List<Cause> in(Facts facts) {
    if (facts.pod().holds("Ready") || facts.pod().phase().isTerminal()) {
      return List.of();
    }
    var causes = new ArrayList<Cause>();
    causes.add(
        Cause.fact(BEGINNING + "; pod " + facts.pod().pod().name() + " is " + statuses(facts)));
    facts.pod().conditions().stream()
        .filter(condition -> !condition.holds() && !condition.message().isEmpty())
        .map(PodCondition::message)
        .findFirst()
        .ifPresent(
            message ->
                causes.add(Cause.fact("its condition says  " + facts.shortened(message, 120))));
    Facts.last(facts.events())
        .ifPresent(
            event ->
                causes.add(
                    Cause.fact(
                        "its last event  "
                            + event.reason()
                            + ": "
                            + facts.shortened(event.message(), 110))));
    facts.pod().containers().forEach(container -> facts.lastSaid(container).ifPresent(causes::add));
    return causes;
  }

  private static String statuses(Facts facts) {
    return facts.pod().phase().name()
        + facts.pod().containers().stream()
            .filter(container -> container.role() != ContainerRole.EPHEMERAL)
            .map(
                container ->
                    container.name()
                        + " "
                        + container.stage().inWords()
                        + (container.ready() ? " and ready" : ""))
            .collect(Collectors.joining(", ", ": ", ""));
  }
}
