package dev.podproof.baseline;

import dev.podproof.baseline.Course.Count;
import dev.podproof.lifecycle.ContainerRole;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Brings courses of one scenario together. */
public final class PatternOf {
  private final List<Course> courses;
  private final Set<String> fleeting;
  private final List<Map<String, Milestone>> milestones;
  private final Map<String, Set<String>> before = new HashMap<>();

  private PatternOf(List<Course> courses) {
    this.courses = courses;
    this.fleeting =
        courses.stream().flatMap(course -> course.fleeting().stream()).collect(Collectors.toSet());
    this.milestones =
        courses.stream()
            .map(
                course ->
                    course.milestones().stream()
                        .filter(one -> !Fleeting.isOf(fleeting, one.what()))
                        .collect(Collectors.toMap(Milestone::what, one -> one)))
            .toList();
  }

  /**
   * The pattern of one or more courses.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Pattern courses(List<Course> courses) {
    if (courses.isEmpty()) {
      throw new IllegalArgumentException("a pattern needs at least one course");
    }
    return new PatternOf(courses).pattern();
  }

  private Pattern pattern() {
    var names = new LinkedHashSet<String>();
    courses.forEach(
        course ->
            course.milestones().stream()
                .filter(one -> !Fleeting.isOf(fleeting, one.what()))
                .forEach(one -> names.add(one.what())));
    var roles = new TreeMap<String, String>();
    courses.forEach(course -> roles.putAll(course.roles()));
    return new Pattern(
        courses.size(),
        courses.stream().map(Course::outcome).collect(Collectors.toSet()),
        ordered(names).stream().map(this::step).toList(),
        roles,
        fleeting,
        counts());
  }

  /** The names in the same order, but none before its gates. */
  private List<String> ordered(Set<String> names) {
    var ordered = new LinkedHashSet<String>();
    names.forEach(
        name -> {
          names.stream().filter(before(name)::contains).forEach(ordered::add);
          ordered.add(name);
        });
    return List.copyOf(ordered);
  }

  private Pattern.Step step(String what) {
    var gates = gates(what);
    var found = courses.stream().flatMap(course -> course.find(what).stream()).toList();
    var took =
        courses.stream().flatMap(course -> course.took(gates, what).stream()).reduce(Range::hull);
    var late = courses.stream().anyMatch(course -> isLate(course, what));
    return new Pattern.Step(
        what,
        found.get(0).isAction(),
        gates,
        found.get(0).isAction() ? Optional.empty() : took,
        found.stream()
            .map(Milestone::how)
            .filter(how -> !how.isEmpty())
            .collect(Collectors.toSet()),
        Math.max(
            found.stream().mapToDouble(Milestone::jitter).max().orElse(0),
            isNoticedLate(what, gates) ? Noise.NOTICED : 0),
        new Pattern.Presence(found.size(), late));
  }

  /** Whether it may wait for the kubelet to notice what the harness did after all of its gates. */
  private boolean isNoticedLate(String what, List<String> gates) {
    return milestones.stream()
        .anyMatch(
            course ->
                Stream.ofNullable(course.get(what))
                    .anyMatch(one -> isNoticedLate(course, one, gates)));
  }

  private static boolean isNoticedLate(
      Map<String, Milestone> course, Milestone milestone, List<String> gates) {
    return course.values().stream()
        .filter(Milestone::isNoticedLate)
        .filter(action -> milestone.certainLead(action) < 0)
        .anyMatch(
            action ->
                gates.stream()
                    .flatMap(gate -> Stream.ofNullable(course.get(gate)))
                    .filter(gate -> !gate.equals(action))
                    .noneMatch(gate -> action.certainLead(gate) >= 0));
  }

  /** Whether it came so late that another recording of the same length might have missed it. */
  static boolean isLate(Course course, String what) {
    return course
        .find(what)
        .filter(
            one ->
                Seconds.between(one.interval().latest(), course.end())
                    < Noise.SECOND + one.jitter())
        .isPresent();
  }

  private List<String> gates(String what) {
    var all = before(what);
    return all.stream()
        .filter(one -> all.stream().noneMatch(other -> before(other).contains(one)))
        .toList();
  }

  /** What came certainly before it in all courses that have it, of its pod or by the harness. */
  private Set<String> before(String what) {
    var known = before.get(what);
    if (known == null) {
      var having = milestones.stream().filter(course -> course.containsKey(what)).toList();
      known =
          having.get(0).keySet().stream()
              .filter(one -> having.stream().allMatch(course -> isBefore(course, one, what)))
              .collect(Collectors.toCollection(TreeSet::new));
      before.put(what, known);
    }
    return known;
  }

  private boolean isBefore(Map<String, Milestone> course, String first, String second) {
    var one = course.get(first);
    var other = course.get(second);
    return one != null
        && other != null
        && !first.equals(second)
        && one.mayPrecede(other)
        && (one.certainLead(other) >= Noise.ofOrder(courses.size())
            || (one.mustPrecede(other) && !joinsLater(one, other)));
  }

  /** A pod is ready without its ephemeral containers. */
  private boolean joinsLater(Milestone one, Milestone other) {
    return other.subject().equals(one.pod())
        && courses.stream()
            .map(course -> course.roles().get(one.subject()))
            .anyMatch(ContainerRole.EPHEMERAL.inWords()::equals);
  }

  private Map<Count, Range> counts() {
    var counts = new TreeMap<Count, Range>();
    courses.stream()
        .flatMap(course -> course.counts().keySet().stream())
        .distinct()
        .forEach(
            count ->
                counts.put(
                    count,
                    courses.stream()
                        .map(course -> Range.at(course.counts().getOrDefault(count, 0)))
                        .reduce(Range::hull)
                        .orElseThrow()));
    return counts;
  }
}
