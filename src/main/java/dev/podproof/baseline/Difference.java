package dev.podproof.baseline;

/**
 * Something that is not as it usually is.
 *
 * @param what a milestone, a container, or what is counted
 * @param words how it is now and how it was, such as "4.10 s after web/wait exited; it was 0.41 s
 *     to 0.63 s"
 */
public record Difference(Kind kind, String what, String words) {
  /** What kind of difference. */
  public enum Kind {
    /** It is new. */
    CAME("came"),
    /** It is no more. */
    WENT("went"),
    /** It comes before something that it came after. */
    MOVED("moved"),
    /** It takes longer than noise explains. */
    SLOWED("slowed"),
    /** It takes less time than noise explains. */
    QUICKENED("quickened"),
    /**
     * It takes longer or less time than noise explains, but so did most of what other scenarios
     * started meanwhile: the machine had more or less to do, and the recordings do not tell whether
     * this would have been different without that.
     */
    BUSY("busy"),
    /** It is there and is another. */
    CHANGED("changed"),
    /** The recordings do not tell. */
    UNDECIDED("undecided");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /** As a list of differences has it. */
    public String inWords() {
      return words;
    }
  }
}
