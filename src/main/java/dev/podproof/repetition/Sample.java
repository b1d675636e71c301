package dev.podproof.repetition;

import java.util.List;

/** One repetition: how it turned out, and how it went. */
public record Sample(int number, Colour colour, List<Step> steps, Course course) {
  public Sample {
    steps = List.copyOf(steps);
  }

  /** How a repetition turned out. */
  public enum Colour {
    /** Satisfied. */
    GREEN,
    /** Not satisfied: violated, undecided, refused or lost. */
    RED,
    /** Skipped. */
    GREY
  }

  /** One step; one that was not reached is not satisfied either. */
  public record Step(String text, int line, boolean satisfied, boolean reached) {}
}
