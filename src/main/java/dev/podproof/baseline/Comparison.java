package dev.podproof.baseline;

import dev.podproof.baseline.Difference.Kind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Compares courses of a scenario with its pattern. What is told holds for all of the courses, or
 * says in how many of them.
 */
public final class Comparison {
  private static final String UNDECIDED = "undecided";

  private final Pattern pattern;
  private final List<Attempt> attempts;
  private final List<Course> courses;
  private final List<Difference> differences = new ArrayList<>();

  private Comparison(Pattern pattern, List<Attempt> attempts) {
    this.pattern = pattern;
    this.attempts = attempts;
    this.courses = attempts.stream().map(Attempt::course).toList();
  }

  /**
   * The differences beyond noise: of containers, of milestones in the order of the pattern, of what
   * is counted.
   *
   * @param attempts one or more
   */
  public static List<Difference> of(Pattern pattern, List<Attempt> attempts) {
    return new Comparison(pattern, attempts).differences();
  }

  private List<Difference> differences() {
    var outcomes =
        courses.stream().map(Course::outcome).collect(Collectors.toCollection(TreeSet::new));
    if (!pattern.outcomes().containsAll(outcomes)) {
      var decided = outcomes.stream().filter(one -> !one.equals(UNDECIDED)).toList();
      add(
          decided.isEmpty() || decided.stream().anyMatch(pattern.outcomes()::contains)
              ? Kind.UNDECIDED
              : Kind.CHANGED,
          "the scenario",
          "is " + or(outcomes) + "; it was " + or(pattern.outcomes()));
    }
    var strangers = containers();
    var order = new Order(pattern, courses);
    for (var step : pattern.steps()) {
      if (!step.byUs()
          && !isFleeting(step.what())
          && !strangers.contains(Milestone.subject(step.what()))) {
        new StepComparison(pattern, step, attempts).differences().forEach(differences::add);
        order.of(step).ifPresent(differences::add);
      }
    }
    newcomers(strangers);
    differences.addAll(new Counts(pattern, courses).differences(strangers));
    return List.copyOf(differences);
  }

  private boolean isFleeting(String what) {
    return Fleeting.isOf(pattern.fleeting(), what)
        || courses.stream().anyMatch(course -> Fleeting.isOf(course.fleeting(), what));
  }

  /** Tells of containers that came, went or changed their role; returns those that came or went. */
  private Set<String> containers() {
    var now = new TreeSet<String>();
    courses.forEach(course -> now.addAll(course.roles().keySet()));
    var strangers = new LinkedHashSet<String>();
    for (var name : pattern.roles().keySet()) {
      var role = pattern.roles().get(name);
      if (!now.contains(name)) {
        strangers.add(name);
        var holed = courses.stream().anyMatch(course -> !course.holes().isEmpty());
        add(
            holed ? Kind.UNDECIDED : Kind.WENT,
            name,
            "the " + role + " is not there" + (holed ? ", or was not heard of" : ""));
      }
    }
    for (var name : now) {
      var roles =
          courses.stream()
              .flatMap(course -> Stream.ofNullable(course.roles().get(name)))
              .collect(Collectors.toCollection(TreeSet::new));
      var before = pattern.roles().get(name);
      if (before == null) {
        strangers.add(name);
        add(Kind.CAME, name, "the " + or(roles) + " is new");
      } else if (!roles.equals(Set.of(before))) {
        add(Kind.CHANGED, name, "it is now " + or(roles) + "; it was " + before);
      }
    }
    return strangers;
  }

  private void newcomers(Set<String> strangers) {
    var names = new LinkedHashSet<String>();
    courses.forEach(
        course ->
            course.milestones().stream()
                .filter(one -> !one.isAction())
                .map(Milestone::what)
                .filter(what -> pattern.find(what).isEmpty() && !isFleeting(what))
                .filter(what -> !strangers.contains(Milestone.subject(what)))
                .filter(what -> !PatternOf.isLate(course, what))
                .forEach(names::add));
    for (var name : names) {
      var found = courses.stream().flatMap(course -> course.find(name).stream()).toList();
      var how =
          found.stream().map(Milestone::how).filter(one -> !one.isEmpty()).distinct().toList();
      add(
          found.size() == courses.size() ? Kind.CAME : Kind.UNDECIDED,
          name,
          "it never came before"
              + (how.isEmpty() ? "" : ": " + or(how))
              + inSome(found.size(), courses.size()));
    }
  }

  static String inSome(int some, int all) {
    return some == all ? "" : " (in " + some + " of " + all + " runs)";
  }

  static String or(java.util.Collection<String> words) {
    return String.join(" or ", words);
  }

  private void add(Kind kind, String what, String words) {
    differences.add(new Difference(kind, what, words));
  }
}
