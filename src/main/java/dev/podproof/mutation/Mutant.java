package dev.podproof.mutation;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import dev.podproof.lint.workload.Place;
import dev.podproof.mutation.operator.ChangeImage;
import java.util.List;

/**
 * A manifest with one change.
 *
 * @param operator the kind of the change, by its name
 * @param place where it changes something
 * @param words what it does
 * @param text the whole changed manifest, in the place of the original's
 * @param wouldCatch steps that a feature may lack where it does not notice
 * @param slower whether it may be no more than slower than the original
 * @param harmless why no behaviour of the pod depends on the change; empty where one may
 */
public record Mutant(
    Original original,
    String operator,
    Place place,
    String words,
    String text,
    List<String> wouldCatch,
    boolean slower,
    String harmless) {
  private static final int CONTEXT = 2;

  public Mutant {
    wouldCatch = List.copyOf(wouldCatch);
  }

  /** The manifest's file, or that of the feature that it stands in. */
  public String file() {
    return place.file();
  }

  /** The line of that file. */
  public int line() {
    return place.line();
  }

  /** Whether it names an image that no registry has, which nobody can mend. */
  public boolean lacksImage() {
    return operator.equals(ChangeImage.NAME);
  }

  /** Place, kind and words in a line. */
  public String inWords() {
    return file() + ":" + line() + "  " + operator + "  " + words;
  }

  /** The change as a unified diff, a line each, with the lines of the original's file. */
  public List<String> diff() {
    var before = original.inPlace().lines().toList();
    var after = ("\n".repeat(original.before()) + text).lines().toList();
    return UnifiedDiffUtils.generateUnifiedDiff(
        original.file(),
        original.file() + " (" + operator + ")",
        before,
        DiffUtils.diff(before, after),
        CONTEXT);
  }
}
