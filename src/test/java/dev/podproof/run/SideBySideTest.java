package dev.podproof.run;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.BDDAssertions.then;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many things at once, no more than were asked for. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SideBySideTest {
  @Test
  void the_results_stand_in_the_order_of_the_things_whichever_ends_first() {
    var secondIsDone = new CountDownLatch(1);

    var results =
        SideBySide.map(
            List.of(1, 2),
            2,
            thing -> {
              if (thing == 1) {
                await(secondIsDone);
              } else {
                secondIsDone.countDown();
              }
              return thing * 10;
            });

    then(results).containsExactly(10, 20);
  }

  @Test
  void as_many_run_at_once_as_were_asked_for_and_no_more() {
    var all = new CyclicBarrier(3);
    var running = new AtomicInteger();

    var results =
        SideBySide.map(
            List.of(1, 2, 3, 4, 5, 6),
            3,
            thing -> {
              var beside = running.incrementAndGet();
              meet(all);
              running.decrementAndGet();
              // Only when all of one round have left may the next one count.
              meet(all);
              return beside;
            });

    then(results).allMatch(beside -> beside <= 3).contains(3);
  }

  @Test
  void what_one_of_them_throws_is_thrown_and_the_others_are_interrupted() throws Exception {
    var waits = new CountDownLatch(1);
    var interrupted = new CountDownLatch(1);

    assertThatThrownBy(
            () ->
                SideBySide.map(
                    List.of("fails", "waits"),
                    2,
                    thing -> {
                      if (thing.equals("fails")) {
                        await(waits);
                        throw new UsageProblem("no such thing");
                      }
                      waits.countDown();
                      try {
                        new CountDownLatch(1).await();
                      } catch (InterruptedException e) {
                        interrupted.countDown();
                      }
                      return thing;
                    }))
        .isInstanceOf(UsageProblem.class)
        .hasMessage("no such thing");
    then(interrupted.await(20, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void of_nothing_comes_nothing() {
    then(SideBySide.map(List.<String>of(), 4, thing -> thing)).isEmpty();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void meet(CyclicBarrier barrier) {
    try {
      barrier.await();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
