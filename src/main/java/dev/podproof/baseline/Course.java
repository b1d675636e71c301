package dev.podproof.baseline;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * How one scenario went, once. Names that the cluster makes up are left out. Immutable.
 *
 * @param milestones by time, as well as it is known; no two are called alike
 * @param roles by container, such as web/app, the role that it plays
 * @param fleeting pods and containers of whose readiness no milestone tells, since it is chance
 * @param counts what is counted: restarts, events, conditions
 * @param end the last that was heard
 * @param holes why something may be missing, a line each
 */
public record Course(
    String outcome,
    List<Milestone> milestones,
    Map<String, String> roles,
    Set<String> fleeting,
    Map<Count, Integer> counts,
    Instant end,
    List<String> holes) {
  public Course {
    milestones = List.copyOf(milestones);
    roles = java.util.Collections.unmodifiableMap(new TreeMap<>(roles));
    fleeting = Set.copyOf(fleeting);
    counts = java.util.Collections.unmodifiableMap(new TreeMap<>(counts));
    holes = List.copyOf(holes);
  }

  /** What can be counted of a pod or a container. */
  public record Count(Kind kind, String subject, String what) implements Comparable<Count> {
    /** How counts of a kind are compared. */
    public enum Kind {
      /** How often the kubelet restarted a container. */
      RESTARTS,
      /** Whether there was such an event; how often depends on the time that there was. */
      EVENT,
      /** Whether a condition ever was True. */
      CONDITION
    }

    @Override
    public int compareTo(Count other) {
      return inOrder().compareTo(other.inOrder());
    }

    private String inOrder() {
      return subject + "\n" + kind + "\n" + what;
    }

    /** As a sentence begins, such as "event BackOff of web/app". */
    public String inWords() {
      return switch (kind) {
        case RESTARTS -> "restarts of " + subject;
        case EVENT -> "event " + what + " of " + subject;
        case CONDITION -> "condition " + what + " of " + subject;
      };
    }
  }

  /** The milestone that is called so. */
  Optional<Milestone> find(String what) {
    return milestones.stream().filter(one -> one.what().equals(what)).findFirst();
  }

  /**
   * The seconds from the last of some milestones to another; empty where one of them is missing or
   * the time is not known.
   */
  Optional<Range> took(List<String> after, String what) {
    var until = find(what);
    var gates = after.stream().flatMap(one -> find(one).stream()).toList();
    if (until.isEmpty() || gates.isEmpty() || gates.size() < after.size()) {
      return Optional.empty();
    }
    var interval = until.get().interval();
    var least =
        gates.stream()
            .mapToDouble(g -> Seconds.between(g.interval().latest(), interval.earliest()));
    var most =
        gates.stream()
            .mapToDouble(g -> Seconds.between(g.interval().earliest(), interval.latest()));
    var from = Math.max(0, least.min().orElse(0));
    var to = most.min().orElse(Double.POSITIVE_INFINITY);
    return Double.isInfinite(to) || to < from ? Optional.empty() : Optional.of(new Range(from, to));
  }
}
