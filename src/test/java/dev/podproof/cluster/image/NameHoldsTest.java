package dev.podproof.cluster.image;

import static org.assertj.core.api.BDDAssertions.then;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A name means one thing at a time, to as many as mean that. */
@Timeout(10)
class NameHoldsTest {
  private final NameHolds holds = new NameHolds();

  @Test
  void the_same_meaning_is_had_together() {
    var first = holds.hold("app", serving(80));
    var second = holds.hold("app", serving(80));

    first.close();
    second.close();
  }

  @Test
  void another_meaning_waits_for_the_last_that_has_this_one() throws Exception {
    var first = holds.hold("app", serving(80));
    var second = holds.hold("app", serving(80));
    var other = CompletableFuture.supplyAsync(() -> holds.hold("app", serving(81)));

    first.close();
    then(other).isNotDone();
    second.close();

    other.get(5, TimeUnit.SECONDS).close();
  }

  @Test
  void other_names_are_of_no_concern() {
    var app = holds.hold("app", serving(80));

    holds.hold("web", serving(81)).close();
    app.close();
  }

  private static StandIn serving(int port) {
    return new StandIn(ImageName.parse("app"), new Behaviour.ServesHttp(port, List.of()));
  }
}
