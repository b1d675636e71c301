package dev.podproof.baseline;

/**
 * What differs between runs without a cause. With one run it is presumed, with several it is what
 * they differed by.
 */
final class Noise {
  /**
   * The kubelet looks at its containers once a second, so whatever it does next comes up to that
   * much later (kubernetes/pkg/kubelet, generic PLEG, relist period).
   */
  static final double SECOND = 1;

  private static final double SHARE_OF_ONE_RUN = 0.5;
  private static final double SHARE_OF_SEVERAL = 0.25;

  /** What a machine that has other things to do adds to that, as runs on one have shown. */
  static final double LEAST = 1.5 * SECOND;

  /** Nobody knows whether that run was the quick one or the slow one. */
  private static final double LEAST_OF_ONE_RUN = 2 * LEAST;

  /**
   * For how long at most the kubelet does not look again for what a pod waits for: it puts the next
   * try of a volume off by up to 2 min 2 s (kubernetes/pkg/util/goroutinemap/exponentialbackoff,
   * maxDurationBeforeRetry), and measures a volume once a minute (volumeStatsAggPeriod).
   */
  static final double NOTICED = 122;

  private static final double ACCIDENT = 0.1;

  private Noise() {}

  /** How far outside of what was seen a duration is not yet different, in seconds. */
  static double around(Range seen, int runs, double jitter) {
    var share = (runs == 1 ? SHARE_OF_ONE_RUN : SHARE_OF_SEVERAL) * seen.to();
    var least = runs == 1 ? LEAST_OF_ONE_RUN : LEAST;
    return Math.max(least, Math.max(share, seen.spread())) + jitter;
  }

  /**
   * How much one has to lie before the other, in seconds, for their order to be no accident: what
   * happens at one time may come in either order, and the less often it was seen the more so.
   */
  static double ofOrder(int runs) {
    return ACCIDENT / runs;
  }

  /** By how many restarts a run may differ. */
  static double ofRestarts(Range seen, int runs) {
    return runs == 1 && seen.to() > 1 ? 1 : seen.spread();
  }
}
