package dev.podproof.session;

import dev.podproof.expectation.Observed;
import java.time.Duration;

/**
 * How long something is asked again and again.
 *
 * @param throughout whether it is to be so all the time, instead of once
 */
public record Repeat(Duration time, boolean throughout) {
  Observed told(Observed last) {
    return throughout ? last.throughout(time) : last.within(time);
  }
}
