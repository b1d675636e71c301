package dev.podproof.lifecycle;

/**
 * One condition of a pod.
 *
 * @param status True, False or Unknown
 * @param reason empty where none
 * @param message empty where none
 * @param since what the API's stamp says of the last change; {@link Interval#UNKNOWN} where absent
 */
public record PodCondition(
    String type, String status, String reason, String message, Interval since) {
  /** Whether the status is True. */
  public boolean holds() {
    return status.equals("True");
  }
}
