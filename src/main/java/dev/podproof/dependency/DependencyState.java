package dev.podproof.dependency;

import java.time.Duration;

/** How a dependency answers. */
public sealed interface DependencyState {
  /** The state as it stands in a sentence. */
  String inWords();

  /** States without further facts. */
  enum Plain implements DependencyState {
    /** There is no Service of that name, so the name does not resolve. */
    ABSENT("is absent"),
    /** The Service exists and no pod stands behind it. */
    WITHOUT_ENDPOINTS("has no endpoints"),
    /** A pod stands behind the Service and refuses connections. */
    REFUSING("refuses connections"),
    /** A pod stands behind the Service and accepts connections; an HTTP request is answered 200. */
    ACCEPTING("accepts connections"),
    /** Connections are accepted, and then nothing is ever said. */
    SILENT("accepts connections and never answers"),
    /** Nobody says anything at all: a connection is neither accepted nor refused. */
    DROPPING("drops packets");

    private final String words;

    Plain(String words) {
      this.words = words;
    }

    @Override
    public String inWords() {
      return words;
    }
  }

  /**
   * Every HTTP request is answered so, whatever its method and path; a client that speaks another
   * protocol is accepted and hears nothing.
   *
   * @param status 100 to 599
   * @param body empty where there is none
   * @param after how long the answer is kept back once the request has been read
   */
  record Answering(int status, String body, Duration after) implements DependencyState {
    @Override
    public String inWords() {
      return "answers with status "
          + status
          + (body.isEmpty() ? "" : " and body \"" + body + "\"")
          + (after.isZero() ? "" : " after " + after.toMillis() / 1000.0 + "s");
    }
  }
}
