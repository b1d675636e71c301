package dev.podproof.session;

import static org.awaitility.Awaitility.await;

import dev.podproof.action.Action;
import dev.podproof.action.ActionProblem;
import dev.podproof.expectation.AsOf;
import dev.podproof.expectation.Expectation;
import dev.podproof.expectation.Observed;
import dev.podproof.expectation.Verdict;
import dev.podproof.recorder.Recording;
import dev.podproof.session.Proceedings.Settled;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import org.awaitility.core.ConditionTimeoutException;

/** How long a scenario waits for what is demanded, and when it gives up. Used by one thread. */
final class Waits {
  /** How often something is asked again that sends no news of its own. */
  private static final Duration PACE = Duration.ofMillis(500);

  private final Duration patience;
  private GivingUp givingUp = GivingUp.NEVER;
  private boolean givenUp;

  /** Waits that are never given up. */
  Waits(Duration patience) {
    this.patience = patience;
  }

  /** From now on a wait is given up where that is due. */
  void giveUp(GivingUp when) {
    givingUp = when;
    givenUp = false;
  }

  /** Whether a wait was given up since. */
  boolean hasGivenUp() {
    return givenUp;
  }

  /** Goes on until the demand is decided. */
  Settled settle(Underway scenario, Expectation expectation) throws InterruptedException {
    var look = expectation.isOfNow() ? scenario.caughtUp(PACE) : scenario.look();
    var asked = new AsOf(Underway.lastAction(look.history()), look.now(), look.now(), patience);
    var began = look.now();
    while (true) {
      var asOf = asked.at(look.now());
      var verdict = expectation.evaluate(look.history(), asOf);
      if (!(verdict instanceof Verdict.StillOpen open)) {
        return new Settled(verdict, look.history(), asOf);
      }
      if (isGivenUp(began, look)) {
        var undecided = new Verdict.CannotTell(givingUp.inWords(open.because()));
        return new Settled(undecided, look.history(), asOf);
      }
      scenario.recorder().hearUpTo(open.hearUpTo());
      if (!open.decidedBy().isAfter(look.now())) {
        scenario.recorder().confirmApi();
        look = scenario.look();
      }
      scenario.recording().awaitGrowth(look.history(), wakeBy(open, look.now()));
      look = scenario.look();
    }
  }

  /** Does something again and again, until what it yields is as demanded, or as long as it is. */
  <T> Observed repeat(
      Underway scenario, Action<T> action, Function<T, Observed> judge, Repeat repeat) {
    var tries = new Tries<>(scenario, action, judge);
    var began = scenario.look().now();
    var early = !repeat.throughout() && givingUp.limit().compareTo(repeat.time()) < 0;
    try {
      await(action.inWords())
          .pollInSameThread()
          .pollDelay(Duration.ZERO)
          .pollInterval(PACE)
          .atMost(repeat.time().plus(repeat.throughout() ? Duration.ZERO : PACE))
          .until(
              () ->
                  tries.succeed() != repeat.throughout()
                      || (early && isGivenUp(began, scenario.look())));
    } catch (ConditionTimeoutException e) {
      // What was seen last is the answer.
      return tries.last();
    }
    var last = tries.last();
    return givenUp && !last.asDemanded()
        ? Observed.unheard(last.demand(), givingUp.inWords(last.seen()))
        : last;
  }

  /** Something that is done again and again. */
  private static final class Tries<T> {
    private final Underway scenario;
    private final Action<T> action;
    private final Function<T, Observed> judge;
    private Observed last;

    Tries(Underway scenario, Action<T> action, Function<T, Observed> judge) {
      this.scenario = scenario;
      this.action = action;
      this.judge = judge;
      this.last = Observed.unheard(action.inWords(), "it was not done yet");
    }

    boolean succeed() throws InterruptedException {
      var unused = scenario.look();
      try {
        last = judge.apply(scenario.perform(action));
      } catch (ActionProblem e) {
        // An answer that came is more than none that did not.
        if (!e.isUnheard() || last.unheard()) {
          last = new Observed(last.demand(), false, String.valueOf(e.getMessage()), e.isUnheard());
        }
      }
      return last.asDemanded();
    }

    Observed last() {
      return last;
    }
  }

  // What still moves may come yet, on a slow machine or after a restart. Lines of a log are no
  // move.
  private boolean isGivenUp(Instant began, Recording.Look look) {
    givenUp |= givingUp.isDue(began, look.history(), look.now());
    return givenUp;
  }

  // Past the moment by which it should have been decided, look again every now and then: the
  // expectation gives up on a silent witness by itself, and nothing announces silence.
  private static Instant wakeBy(Verdict.StillOpen open, Instant now) {
    var again = now.plusSeconds(1);
    return open.decidedBy().isAfter(now) ? earlier(open.decidedBy(), again) : again;
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }
}
