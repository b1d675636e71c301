package dev.podproof.repetition;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A text without what differs from run to run by itself: times, addresses, identifiers, the
 * scenario's namespace and numbers of three digits and more. Smaller numbers stay: exit codes and
 * counts of attempts are among them.
 */
final class NormalText {
  private static final Map<Pattern, String> CHANGING = changing();

  private NormalText() {}

  private static Map<Pattern, String> changing() {
    var changing = new LinkedHashMap<Pattern, String>();
    changing.put(
        Pattern.compile(
            "\\d{4}[-/]\\d{2}[-/]\\d{2}[T ]\\d{2}:\\d{2}:\\d{2}([.,]\\d+)?(Z|[+-]\\d{2}:?\\d{2})?"),
        "<time>");
    changing.put(Pattern.compile("\\b\\d{2}:\\d{2}:\\d{2}([.,]\\d+)?\\b"), "<time>");
    changing.put(
        Pattern.compile("\\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\\b"),
        "<uid>");
    changing.put(Pattern.compile("\\bpodproof-[0-9a-z]+-\\d+\\b"), "<namespace>");
    changing.put(Pattern.compile("\\b\\d{1,3}(\\.\\d{1,3}){3}\\b"), "<address>");
    changing.put(Pattern.compile("\\b(?=[0-9a-f]*\\d)[0-9a-f]{8,}\\b"), "<id>");
    changing.put(Pattern.compile("\\d+\\.\\d+|\\d{3,}"), "<number>");
    return changing;
  }

  static String of(String text) {
    var normal = text;
    for (var one : CHANGING.entrySet()) {
      normal = one.getKey().matcher(normal).replaceAll(one.getValue());
    }
    return normal;
  }
}
