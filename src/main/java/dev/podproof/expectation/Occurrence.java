package dev.podproof.expectation;

import dev.podproof.lifecycle.Moment;
import java.time.Instant;

/** Whether and when a milestone was reached. */
public sealed interface Occurrence {
  /** It was. */
  record Happened(Moment moment) implements Occurrence {}

  /**
   * It was not, as far as has been heard.
   *
   * @param instead what is the case instead, such as "it was waiting (ImagePullBackOff)"
   */
  record NotYet(String instead) implements Occurrence {}

  /**
   * It cannot be any more, whatever comes.
   *
   * @param since when the news arrived that settled this; {@link Instant#MIN} where it never could
   */
  record Impossible(String because, Instant since) implements Occurrence {}

  /** It cannot be told which moment is meant. */
  record Unclear(String because) implements Occurrence {}
}
