package dev.podproof.expectation;

import dev.podproof.lifecycle.ContainerSnapshot;
import dev.podproof.lifecycle.ContainerStage;
import java.util.List;

/** One thing that a container's status may say. To add one, add one record. */
public sealed interface ContainerFact {
  /** Whether the status says so. */
  boolean holds(ContainerSnapshot container);

  /** The fact without its subject, such as "is ready". */
  String inWords();

  /** Whether it can only come to hold while containers can start. */
  default boolean needsRunningContainers() {
    return true;
  }

  /** It runs and its readiness probe, if any, passes; or not. */
  record Ready(boolean wanted) implements ContainerFact {
    @Override
    public boolean holds(ContainerSnapshot container) {
      return container.ready() == wanted;
    }

    @Override
    public String inWords() {
      return wanted ? "is ready" : "is not ready";
    }

    @Override
    public boolean needsRunningContainers() {
      return wanted;
    }
  }

  /** It runs, and its postStart hook and startup probe, if any, have passed; or not. */
  record Started(boolean wanted) implements ContainerFact {
    @Override
    public boolean holds(ContainerSnapshot container) {
      return container.started() == wanted;
    }

    @Override
    public String inWords() {
      return wanted ? "is started" : "is not started";
    }

    @Override
    public boolean needsRunningContainers() {
      return wanted;
    }
  }

  /**
   * Its state is waiting.
   *
   * @param reasons any of these; all where it is empty
   */
  record Waiting(List<String> reasons) implements ContainerFact {
    public Waiting {
      reasons = List.copyOf(reasons);
    }

    @Override
    public boolean holds(ContainerSnapshot container) {
      return container.stage() instanceof ContainerStage.Waiting waiting
          && (reasons.isEmpty() || reasons.contains(waiting.reason()));
    }

    @Override
    public String inWords() {
      return "is waiting"
          + (reasons.isEmpty() ? "" : " with reason " + String.join(" or ", reasons));
    }

    @Override
    public boolean needsRunningContainers() {
      return false;
    }
  }

  /** Its state is running. */
  record Running() implements ContainerFact {
    @Override
    public boolean holds(ContainerSnapshot container) {
      return container.stage() instanceof ContainerStage.Running;
    }

    @Override
    public String inWords() {
      return "is running";
    }
  }

  /** Its state is terminated. */
  record Terminated(ExitMatch match) implements ContainerFact {
    @Override
    public boolean holds(ContainerSnapshot container) {
      return container.stage() instanceof ContainerStage.Terminated terminated
          && match.matches(terminated.exit());
    }

    @Override
    public String inWords() {
      return "is terminated" + match.inWords();
    }
  }

  /** Its restart count. */
  record Restarts(Amount amount) implements ContainerFact {
    @Override
    public boolean holds(ContainerSnapshot container) {
      return amount.fits(container.restarts());
    }

    @Override
    public String inWords() {
      return "has restart count "
          + (amount.kind() == Amount.Kind.EXACTLY
              ? String.valueOf(amount.number())
              : "of " + amount.inWords());
    }
  }
}
