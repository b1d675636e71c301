package dev.podproof.report;

/**
 * Text as it may stand on a terminal and in a build's log: what would move the cursor, change
 * colours, turn the direction of writing or be no character at all is replaced by U+FFFD.
 */
public final class Printable {
  private Printable() {}

  /** The text, its line ends and tabs kept. */
  public static String of(String text) {
    return text.codePoints()
        .map(c -> isPrintable(c) ? c : 0xFFFD)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** The text; of a longer one its beginning, and how much is left out. */
  static String cut(String text, int most) {
    return text.length() <= most
        ? text
        : text.substring(0, most) + " ... (" + (text.length() - most) + " more characters)";
  }

  private static boolean isPrintable(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL -> c == '\n' || c == '\t';
      case Character.SURROGATE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      case Character.FORMAT -> !isDirection(c);
      default -> true;
    };
  }

  // Unicode Technical Report 36: overrides, embeddings and isolates make a text look like another.
  private static boolean isDirection(int c) {
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
  }
}
