package dev.podproof.derivation;

import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** A name that is probably a slip of the pen for another one that is there. */
final class MeantName {
  private static final int SLIPS = 2;
  private static final int SHORTEST = 5;
  private static final LevenshteinDistance EDITS = new LevenshteinDistance(SLIPS);

  private MeantName() {}

  /** The one that was meant; empty where none is near. Numbers tell siblings apart, not slips. */
  static Optional<String> of(String written, Stream<String> known) {
    return known
        .filter(one -> written.length() >= SHORTEST && EDITS.apply(written, one) > 0)
        .filter(one -> !withoutDigits(one).equals(withoutDigits(written)))
        .findFirst();
  }

  private static String withoutDigits(String name) {
    return name.replaceAll("\\d", "");
  }
}
