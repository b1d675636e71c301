package dev.podproof.steps;

import io.fabric8.kubernetes.client.dsl.FieldValidateable.Validation;
import java.util.Locale;

/**
 * How a request is tried that may be refused.
 *
 * @param validation of fields that the server does not know
 * @param dry whether nothing of it is kept
 */
public record Trial(Validation validation, boolean dry) {
  static final String REGEX = "(?: as a dry run| with field validation " + Words.QUOTED + ")?";

  static Trial of(String text) {
    return new Trial(
        new Words(text)
            .after("validation")
            .map(mode -> Validation.valueOf(mode.toUpperCase(Locale.ROOT)))
            .orElse(Validation.STRICT),
        text.equals(" as a dry run"));
  }
}
