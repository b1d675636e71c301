package dev.podproof.baseline;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How much later the containers of a run started than those of the baseline, on the whole: how much
 * more the machine had to do.
 *
 * @param starts how many there were
 * @param middle by how many seconds half of them came later, at least; below zero where it is
 *     earlier
 * @param tenth by how many one in ten did
 */
public record Lateness(int starts, double middle, double tenth) {
  private static final int FEWEST = 10;

  /** That of these starts; empty where they are too few to say what one in ten did. */
  public static Optional<Lateness> of(List<Start> starts) {
    var late =
        starts.stream().map(one -> one.took().middle() - one.usually().middle()).sorted().toList();
    return late.size() < FEWEST
        ? Optional.empty()
        : Optional.of(
            new Lateness(late.size(), late.get(late.size() / 2), late.get(late.size() * 9 / 10)));
  }

  /**
   * Such as "365 starts of containers: the middle one came 0.12 s later than in the baseline, one
   * in ten 2.19 s later or more".
   */
  public String inWords() {
    return starts
        + " starts of containers: the middle one came "
        + later(middle)
        + " than in the baseline, one in ten "
        + later(tenth)
        + " or more";
  }

  private static String later(double seconds) {
    return String.format(
        Locale.ROOT, "%.2f s %s", Math.abs(seconds), seconds < 0 ? "earlier" : "later");
  }
}
