package dev.podproof.lifecycle;

/**
 * How a main process ended.
 *
 * @param code 0 to 255; 128 + n where signal n ended it
 * @param reason such as Completed, Error, OOMKilled; empty where not told
 * @param message the termination message; empty where there is none
 */
public record Exit(int code, String reason, String message) {
  /** An exit of which only the code is known. */
  public static Exit withCode(int code) {
    return new Exit(code, "", "");
  }

  /** The exit in words, such as "exited 137 (OOMKilled)". */
  public String inWords() {
    var telling = !reason.isEmpty() && !reason.equals("Completed") && !reason.equals("Error");
    return "exited " + code + (telling ? " (" + reason + ")" : "");
  }
}
