package dev.podproof.lint.rule;

import java.util.Locale;

/** How much a finding weighs, the least first. */
public enum Severity {
  INFO,
  WARNING,
  ERROR;

  public String inWords() {
    return name().toLowerCase(Locale.ROOT);
  }
}
