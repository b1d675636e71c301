package dev.podproof.baseline;

import java.util.List;

/** Runs of one scenario, with nothing beside it. */
public final class Attempts {
  private static final Baseline.Name ANY = new Baseline.Name("web.feature", "It starts", 1);

  private Attempts() {}

  /** Of these courses, a run each. */
  public static List<Attempt> alone(List<Course> courses) {
    return courses.stream().map(course -> new Attempt(ANY, course, List.of())).toList();
  }
}
