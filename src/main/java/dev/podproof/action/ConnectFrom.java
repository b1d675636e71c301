package dev.podproof.action;

import dev.podproof.namespace.ScenarioNamespace;
import java.util.List;
import java.util.Locale;

/** Opens a TCP connection from a container, with its own nc, and closes it again. */
public record ConnectFrom(String pod, String container, String host, int port)
    implements Action<ConnectFrom.Outcome> {
  // Not every nc can look whether a port is open without sending; end of input ends them all.
  private static final String SCRIPT = "timeout 3 nc -v -w 2 \"$0\" \"$1\" </dev/null";

  /** What came of it. */
  public enum Outcome {
    ACCEPTED("accepts connections"),
    REFUSED("refuses connections"),
    UNANSWERED("does not answer");

    private final String words;

    Outcome(String words) {
      this.words = words;
    }

    /** Such as: accepts connections. */
    public String inWords() {
      return words;
    }

    static Outcome of(RunCommand.Result result) {
      var said = (result.output() + result.error()).toLowerCase(Locale.ROOT);
      return result.exitCode() == 0 || said.contains("succeeded") || said.contains(" open")
          ? ACCEPTED
          : said.contains("refused") ? REFUSED : UNANSWERED;
    }
  }

  @Override
  public String inWords() {
    return "connect to " + host + ":" + port + " from container " + container + " of pod " + pod;
  }

  @Override
  public Outcome perform(ScenarioNamespace namespace) throws InterruptedException {
    var result =
        RunCommand.execute(
            namespace, pod, container, List.of("sh", "-c", SCRIPT, host, String.valueOf(port)));
    return Outcome.of(result);
  }
}
