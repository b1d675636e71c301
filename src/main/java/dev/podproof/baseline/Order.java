package dev.podproof.baseline;

import dev.podproof.baseline.Difference.Kind;
import dev.podproof.lifecycle.ContainerRole;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds what comes before something that it came after; tells of two containers once. */
final class Order {
  private final Pattern pattern;
  private final List<Course> courses;
  private final Set<Set<String>> told = new HashSet<>();

  Order(Pattern pattern, List<Course> courses) {
    this.pattern = pattern;
    this.courses = courses;
  }

  Optional<Difference> of(Pattern.Step step) {
    var what = step.what();
    return pattern.allBefore(what).stream()
        .filter(gate -> isTurned(what, gate))
        .sorted(Comparator.comparing(gate -> !verb(gate).equals(verb(what))))
        .filter(gate -> told.add(Set.of(verbless(what) + "\n", verbless(gate))))
        .findFirst()
        .map(
            gate ->
                new Difference(Kind.MOVED, what, "it comes before " + gate + "; it came after it"));
  }

  private static String verbless(String what) {
    return Milestone.subject(what);
  }

  private static String verb(String what) {
    return what.substring(verbless(what).length());
  }

  private boolean isTurned(String what, String gate) {
    return courses.stream()
        .allMatch(
            course -> {
              var one = course.find(what);
              var other = course.find(gate);
              return one.isPresent()
                  && other.isPresent()
                  && one.get().certainLead(other.get()) >= least(one.get(), other.get());
            });
  }

  // The kubelet starts init containers and sidecars one after the other, and stops sidecars last;
  // whatever else comes in turn may do so by accident, and so does what a sidecar does that is
  // started again and again.
  private double least(Milestone one, Milestone gate) {
    var strict =
        one.pod().equals(gate.pod())
            && isPlanned(one)
            && isPlanned(gate)
            && (isInOrder(one) || isInOrder(gate));
    return strict ? Noise.ofOrder(courses.size()) : Noise.LEAST;
  }

  private boolean isPlanned(Milestone one) {
    return one.what().equals(one.subject() + " started")
        || (one.what().equals(one.subject() + " exited") && !isStartedAgain(one.subject()));
  }

  private boolean isStartedAgain(String container) {
    var again = container + " started (2)";
    return pattern.find(again).isPresent()
        || courses.stream().anyMatch(course -> course.find(again).isPresent());
  }

  private boolean isInOrder(Milestone one) {
    var role = pattern.roles().getOrDefault(one.subject(), "");
    return role.equals(ContainerRole.INIT.inWords())
        || role.equals(ContainerRole.SIDECAR.inWords());
  }
}
