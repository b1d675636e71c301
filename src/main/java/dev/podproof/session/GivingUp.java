package dev.podproof.session;

import dev.podproof.lifecycle.ContainerRole;
import dev.podproof.lifecycle.ContainerSnapshot;
import dev.podproof.lifecycle.ContainerStage.Terminated;
import dev.podproof.lifecycle.History;
import dev.podproof.lifecycle.PodSnapshot;
import dev.podproof.lifecycle.RelativeTime;
import java.time.Duration;
import java.time.Instant;

/**
 * When a wait is given up, whatever its budget. Immutable.
 *
 * @param limit how long it has lasted then at least
 * @param quiet how long nothing but lines of logs came
 */
record GivingUp(Duration limit, Duration quiet) {
  /** Nothing is given up. */
  static final GivingUp NEVER = new GivingUp(Duration.ofDays(1), Duration.ZERO);

  /**
   * The kubelet looks after a pod whose container has ended once more within ten seconds, and only
   * then tells that it backs off (kubernetes/pkg/kubelet/kubelet.go, backOffPeriod); one more for
   * the news.
   */
  private static final Duration BACK_OFF = Duration.ofSeconds(11);

  /** Whether a wait that began then is given up by now. */
  boolean isDue(Instant began, History history, Instant now) {
    return !now.isBefore(began.plus(limit))
        && !now.isBefore(history.lastNews().plus(calm(history)));
  }

  /** What is said of what was seen last. */
  String inWords(String seen) {
    return "given up after " + RelativeTime.seconds(limit) + " and more: " + seen;
  }

  private Duration calm(History history) {
    return quiet.compareTo(BACK_OFF) < 0 && isToBeStartedAgain(history) ? BACK_OFF : quiet;
  }

  private static boolean isToBeStartedAgain(History history) {
    return history.pods().stream()
        .filter(pod -> history.gone(pod).isEmpty())
        .flatMap(pod -> history.latest(pod).stream())
        .anyMatch(GivingUp::isToBeStartedAgain);
  }

  private static boolean isToBeStartedAgain(PodSnapshot pod) {
    return !pod.phase().isTerminal() && pod.containers().stream().anyMatch(GivingUp::hasEnded);
  }

  private static boolean hasEnded(ContainerSnapshot container) {
    return container.stage() instanceof Terminated ended
        && container.role() != ContainerRole.EPHEMERAL
        && (container.role() != ContainerRole.INIT || ended.exit().code() != 0);
  }
}
