package dev.podproof.expectation;

import dev.podproof.lifecycle.Exit;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Which ends of a main process count.
 *
 * @param codes any of these; all where it is empty
 * @param reasons any of these, such as OOMKilled; all where it is empty
 */
public record ExitMatch(List<Integer> codes, List<String> reasons) {
  /** Any end. */
  public static final ExitMatch ANY = new ExitMatch(List.of(), List.of());

  public ExitMatch {
    codes = List.copyOf(codes);
    reasons = List.copyOf(reasons);
  }

  /** Ends with that code. */
  public static ExitMatch code(int code) {
    return new ExitMatch(List.of(code), List.of());
  }

  boolean matches(Exit exit) {
    return (codes.isEmpty() || codes.contains(exit.code()))
        && (reasons.isEmpty() || reasons.contains(exit.reason()));
  }

  boolean isSuccess() {
    return codes.equals(List.of(0)) && reasons.isEmpty();
  }

  /** Such as " with code 0 or 143 and reason Error"; empty for any end. */
  String inWords() {
    var code =
        codes.isEmpty()
            ? ""
            : " with code "
                + codes.stream().map(String::valueOf).collect(Collectors.joining(" or "));
    var reason =
        reasons.isEmpty()
            ? ""
            : (codes.isEmpty() ? " with" : " and") + " reason " + String.join(" or ", reasons);
    return code + reason;
  }
}
