package dev.podproof.explanation;

import dev.podproof.lifecycle.ContainerRole;
import dev.podproof.lifecycle.ContainerSnapshot;
import dev.podproof.lifecycle.ContainerStage.Running;
import java.util.ArrayList;
import java.util.List;

/** An init container that runs: everything after it waits. */
final class EarlierInitRuns implements ContainerCause {
  @Override
  public List<Cause> in(Facts facts, ContainerSnapshot init) {
    if (init.role() != ContainerRole.INIT || !(init.stage() instanceof Running)) {
      return List.of();
    }
    var inits = facts.initContainers();
    var causes = new ArrayList<Cause>();
    var dependencies = Dependencies.of(facts, init);
    causes.add(
        new Cause(
            facts.app().map(ContainerSnapshot::name).orElse("the pod")
                + "  waits for  init container "
                + init.name()
                + " ("
                + (inits.indexOf(init) + 1)
                + " of "
                + inits.size()
                + "), running"
                + facts.runningFor(init),
            dependencies.isEmpty()
                ? "see why " + init.name() + " does not end: its command is " + facts.command(init)
                : ""));
    facts.lastSaid(init).ifPresent(causes::add);
    causes.addAll(dependencies);
    return causes;
  }
}
