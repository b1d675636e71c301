package dev.podproof.mutation;

/**
 * A manifest as it stands in a file, or below a step.
 *
 * @param file path of the manifest, or of the feature that it stands in
 * @param before how many lines of that file stand before it; 0 for a file of its own
 * @param text of the manifest alone
 */
public record Original(String file, int before, String text) {
  /** The text with as many empty lines before it, so that its places are those of the file. */
  String inPlace() {
    return "\n".repeat(before) + text;
  }
}
