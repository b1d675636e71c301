package dev.podproof.lint.rule;

/**
 * What a finding is about.
 *
 * @param container empty where it is about the whole object
 */
public record Subject(String kind, String name, String container) {
  /** No object: the file itself. */
  public static final Subject FILE = new Subject("", "", "");
}
