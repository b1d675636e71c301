package dev.podproof.expectation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Demands about the order of more than two milestones, composed of {@link Before}. */
public final class Orders {
  private Orders() {}

  /** Each is reached, certainly before the next one. */
  public static Expectation inOrder(List<Milestone> milestones, Duration budget) {
    var words = milestones.stream().map(Milestone::inWords).collect(Collectors.joining(", then "));
    if (milestones.size() == 1) {
      return milestones.get(0).within(budget);
    }
    var pairs = new ArrayList<Expectation>();
    for (var i = 1; i < milestones.size(); i++) {
      pairs.add(milestones.get(i - 1).before(milestones.get(i), budget));
    }
    return new AllOf(words, pairs);
  }

  /** It is reached after the one and before the other. */
  public static Expectation between(
      Milestone milestone, Milestone first, Milestone last, Duration budget) {
    return new AllOf(
        milestone.inWords() + " between " + first.inWords() + " and " + last.inWords(),
        List.of(first.before(milestone, budget), milestone.before(last, budget)));
  }

  /** Both have a time in common. */
  public static Expectation overlap(Time one, Time other, Duration budget) {
    return new AllOf(
        one.words() + " overlaps " + other.words(),
        List.of(
            new Before(one.from(), other.to(), budget, true),
            new Before(other.from(), one.to(), budget, true)));
  }

  /** The one begins after the other has begun and ends before it ends. */
  public static Expectation within(Time inner, Time outer, Duration budget) {
    return new AllOf(
        inner.words() + " lies within " + outer.words(),
        List.of(
            outer.from().before(inner.from(), budget),
            new Before(inner.to(), outer.to(), budget, true)));
  }

  /** The time from one milestone to another, such as one run of a container. */
  public record Time(String words, Milestone from, Milestone to) {
    /** From the n-th start of a container to its n-th exit. */
    public static Time run(ContainerRef container, int nth) {
      return new Time(
          "run " + nth + " of " + container.inWords(),
          new ContainerStarts(container, nth),
          new ContainerExits(container, ExitMatch.ANY, nth));
    }

    /** From one milestone to the other. */
    public static Time between(Milestone from, Milestone to) {
      return new Time("the time from " + from.inWords() + " to " + to.inWords(), from, to);
    }
  }
}
