package dev.podproof.expectation;

import java.util.regex.Pattern;

/**
 * What a text must have.
 *
 * @param text a part of it, or a regular expression that is found in it
 */
public record TextMatch(String text, boolean isPattern) {
  /** The text contains this one. */
  public static TextMatch containing(String text) {
    return new TextMatch(text, false);
  }

  /**
   * The regular expression is found in the text.
   *
   * @throws java.util.regex.PatternSyntaxException if it is none
   */
  public static TextMatch pattern(String regex) {
    return new TextMatch(Pattern.compile(regex).pattern(), true);
  }

  /** Whether it has. */
  public boolean matches(String candidate) {
    return isPattern ? Pattern.compile(text).matcher(candidate).find() : candidate.contains(text);
  }

  /** Such as "ready" in quotes, or: a line matching "^ready". */
  public String inWords() {
    return (isPattern ? "a line matching " : "") + "\"" + text + "\"";
  }

  /** As a clause about a message, such as: saying "quota". */
  public String said() {
    return " saying " + (isPattern ? "a text matching " : "") + "\"" + text + "\"";
  }
}
