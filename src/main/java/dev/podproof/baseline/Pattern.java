package dev.podproof.baseline;

import dev.podproof.baseline.Course.Count;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How a scenario usually goes, as several runs of it showed. Immutable.
 *
 * @param runs how many
 * @param outcomes how they turned out
 * @param steps what happened and what the harness did, in the order of the first run
 * @param roles by container, such as web/app, the role that it plays
 * @param fleeting pods and containers of whose readiness no step tells, since it is chance
 * @param counts from the least to the most that was counted
 */
public record Pattern(
    int runs,
    Set<String> outcomes,
    List<Step> steps,
    Map<String, String> roles,
    Set<String> fleeting,
    Map<Count, Range> counts) {
  public Pattern {
    outcomes = Collections.unmodifiableSet(new TreeSet<>(outcomes));
    steps = List.copyOf(steps);
    roles = Collections.unmodifiableMap(new TreeMap<>(roles));
    fleeting = Collections.unmodifiableSet(new TreeSet<>(fleeting));
    counts = Collections.unmodifiableMap(new TreeMap<>(counts));
  }

  /**
   * A milestone as it usually comes.
   *
   * @param byUs whether the harness does it, so that it is a gate and nothing that is compared
   * @param after its gates: what certainly came before it in every run, and nothing of that before
   *     one of the others
   * @param took seconds from the last of these; empty where nothing came before, or where it is not
   *     known
   * @param how in which ways it came, such as "exited 0"
   * @param jitter see {@link Milestone}
   * @param presence in which runs it came
   */
  public record Step(
      String what,
      boolean byUs,
      List<String> after,
      Optional<Range> took,
      Set<String> how,
      double jitter,
      Presence presence) {
    public Step {
      after = List.copyOf(after);
      how = Collections.unmodifiableSet(new TreeSet<>(how));
    }
  }

  /**
   * In which runs something came.
   *
   * @param runs in how many
   * @param late whether in one of them it came so late that it might have been missed
   */
  public record Presence(int runs, boolean late) {}

  /** The step that is called so. */
  public Optional<Step> find(String what) {
    return steps.stream().filter(step -> step.what().equals(what)).findFirst();
  }

  /** Everything that comes before a step, whatever lies between: its gates and theirs. */
  public Set<String> allBefore(String what) {
    var before = new TreeSet<String>();
    collect(what, before);
    return before;
  }

  private void collect(String what, Set<String> into) {
    find(what)
        .ifPresent(
            step -> step.after().stream().filter(into::add).forEach(gate -> collect(gate, into)));
  }
}
