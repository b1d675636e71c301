package dev.podproof.cluster.image;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

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
    var first = holds.hold("app", serving(80), "one");
    var second = holds.hold("app", serving(80), "two");

    first.close();
    second.close();
  }

  @Test
  void another_meaning_waits_for_the_last_that_has_this_one() throws Exception {
    var first = holds.hold("app", serving(80), "one");
    var second = holds.hold("app", serving(80), "two");
    var other = CompletableFuture.supplyAsync(() -> holds.hold("app", serving(81), "other"));

    first.close();
    then(other).isNotDone();
    second.close();

    other.get(5, TimeUnit.SECONDS).close();
  }

  @Test
  void other_names_are_of_no_concern() {
    var app = holds.hold("app", serving(80), "one");

    holds.hold("web", serving(81), "other").close();
    app.close();
  }

  @Test
  void who_would_be_waited_for_by_those_he_waits_for_is_told_so() throws Exception {
    var app = holds.hold("app", serving(80), "one");
    var web = holds.hold("web", serving(80), "two");
    var db = holds.hold("db", serving(80), "three");
    var waiting = waiting("web", "one");
    var alsoWaiting = waiting("db", "two");

    thenThrownBy(() -> holds.hold("app", serving(81), "three"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "app stands for something else in another scenario, which waits for an image that this"
                + " one has declared: they would wait for each other for ever"
                + "\n  declare the images in the same order in both, or tag one of them @isolated");
    db.close();
    alsoWaiting.get(5, TimeUnit.SECONDS).close();
    web.close();
    waiting.get(5, TimeUnit.SECONDS).close();
    app.close();
  }

  /** Somebody who already waits for the name to mean something else. */
  private CompletableFuture<Images.Hold> waiting(String name, String holder) {
    var hold = new CompletableFuture<Images.Hold>();
    var thread = new Thread(() -> hold.complete(holds.hold(name, serving(81), holder)), holder);
    thread.start();
    while (thread.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
    return hold;
  }

  private static StandIn serving(int port) {
    return new StandIn(ImageName.parse("app"), new Behaviour.ServesHttp(port, List.of()));
  }
}
