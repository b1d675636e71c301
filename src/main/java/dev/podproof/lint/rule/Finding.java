package dev.podproof.lint.rule;

import dev.podproof.lint.workload.Place;

/**
 * A fault that was found.
 *
 * @param message who, what and which value, in a sentence without a stop
 */
public record Finding(About rule, Severity severity, Place place, Subject subject, String message) {
  /** The same with another weight. */
  public Finding as(Severity other) {
    return new Finding(rule, other, place, subject, message);
  }
}
