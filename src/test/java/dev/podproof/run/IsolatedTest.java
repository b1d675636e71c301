package dev.podproof.run;

import static org.assertj.core.api.BDDAssertions.then;

import dev.podproof.report.ConsoleReport;
import dev.podproof.session.PodSession;
import dev.podproof.session.SessionSettings;
import dev.podproof.session.StepProblem;
import dev.podproof.settings.RunSettings;
import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.EventPublisher;
import io.cucumber.plugin.event.TestCaseStarted;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A scenario that is tagged @isolated runs alone, and the others go on beside one another. */
class IsolatedTest implements ConcurrentEventListener {
  private static final int LANES = 2;
  private static final SessionSettings WAITS =
      new SessionSettings(Duration.ZERO, Duration.ZERO, Duration.ZERO);

  @TempDir Path folder;

  private final ThreadLocal<String> scenario = ThreadLocal.withInitial(() -> "");
  private final CountDownLatch isolatedBegan = new CountDownLatch(1);
  private volatile boolean beganBesideAnother;

  @Test
  @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void it_waits_until_the_others_have_ended_and_they_wait_for_it() throws Exception {
    var feature =
        Files.writeString(
            folder.resolve("some.feature"),
            """
            Feature: some
              Scenario: one
                When I delete the pod
              @isolated
              Scenario: alone
                When I delete the pod
              Scenario: two
                When I delete the pod
            """);
    var settings = RunSettings.dry(List.of(feature.toString()));
    var factories = ThreadLocal.withInitial(SessionFactory::new);
    var collector =
        new Collector(
            factories::get,
            (number, failed, scenario) -> session(),
            new ConsoleReport(line -> {}),
            new Lanes(LANES),
            new Repetitions(1),
            Hidden.NOTHING,
            settings,
            (result, timeline) -> {},
            new EvidenceKeeper(settings, WAITS));

    Gherkin.run(settings, false, LANES, factories::get, List.of(collector, this));

    then(collector.results()).hasSize(3);
    then(isolatedBegan.getCount()).isZero();
    then(beganBesideAnother).isFalse();
  }

  @Override
  public void setEventPublisher(EventPublisher publisher) {
    publisher.registerHandlerFor(
        TestCaseStarted.class, event -> scenario.set(event.getTestCase().getName()));
  }

  private PodSession session() {
    return new PodSession(
        () -> {
          if (scenario.get().equals("alone")) {
            isolatedBegan.countDown();
          } else if (isolatedBegan.getCount() > 0) {
            beganBesideAnother |= isWithin(Duration.ofMillis(300), isolatedBegan);
          }
          throw StepProblem.skip("that is all");
        },
        "unused",
        WAITS,
        List.of());
  }

  private static boolean isWithin(Duration time, CountDownLatch latch) {
    try {
      return latch.await(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
