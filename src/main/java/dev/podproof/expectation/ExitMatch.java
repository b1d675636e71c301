package dev.podproof.expectation;

import dev.podproof.lifecycle.Exit;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Which ends of a main process count.
 *
 * @param codes any of these; all where it is empty
 * @param otherCodes any but these
 * @param reasons any of these, such as OOMKilled; all where it is empty
 */
public record ExitMatch(List<Integer> codes, List<Integer> otherCodes, List<String> reasons) {
  /** Any end. */
  public static final ExitMatch ANY = new ExitMatch(List.of(), List.of());

  public ExitMatch {
    codes = List.copyOf(codes);
    otherCodes = List.copyOf(otherCodes);
    reasons = List.copyOf(reasons);
  }

  /** Ends with one of these codes, and for one of these reasons. */
  public ExitMatch(List<Integer> codes, List<String> reasons) {
    this(codes, List.of(), reasons);
  }

  /** Ends with that code. */
  public static ExitMatch code(int code) {
    return new ExitMatch(List.of(code), List.of());
  }

  /** Whether it is one of the codes that count. */
  public boolean allows(int code) {
    return (codes.isEmpty() || codes.contains(code)) && !otherCodes.contains(code);
  }

  boolean matches(Exit exit) {
    return allows(exit.code()) && (reasons.isEmpty() || reasons.contains(exit.reason()));
  }

  boolean isSuccess() {
    return codes.equals(List.of(0)) && reasons.isEmpty();
  }

  /** Such as " with code 0 or 143 and reason Error"; empty for any end. */
  String inWords() {
    var code = inWords(" with code ", codes) + inWords(" with a code other than ", otherCodes);
    var reason =
        reasons.isEmpty()
            ? ""
            : (code.isEmpty() ? " with" : " and") + " reason " + String.join(" or ", reasons);
    return code + reason;
  }

  private static String inWords(String before, List<Integer> codes) {
    return codes.isEmpty()
        ? ""
        : before + codes.stream().map(String::valueOf).collect(Collectors.joining(" or "));
  }
}
