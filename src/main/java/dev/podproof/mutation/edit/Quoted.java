package dev.podproof.mutation.edit;

import org.apache.commons.text.StringEscapeUtils;

/** Texts as they are written in flow style. */
public final class Quoted {
  private Quoted() {}

  /** A text in double quotes, in one line. */
  public static String of(String text) {
    // JSON leaves slashes alone or not as one likes; people do.
    return '"' + StringEscapeUtils.escapeJson(text).replace("\\/", "/") + '"';
  }
}
