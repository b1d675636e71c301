package dev.podproof.run;

import static org.awaitility.Awaitility.await;

import dev.podproof.report.ConsoleReport;
import dev.podproof.report.Outcome;
import dev.podproof.report.ScenarioResult;
import dev.podproof.report.ScenarioResult.Place;
import dev.podproof.report.Screen;
import dev.podproof.report.StepResult;
import dev.podproof.report.build.BuildLog;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the view shows of a run in which nothing runs yet; scenarios that run need a cluster. */
@Timeout(30)
class LiveViewTest {
  private static final Place FIRST = new Place("f", "one", "a.feature", 3);
  private static final Place SECOND = new Place("f", "two", "a.feature", 9);

  private final List<List<String>> shown = new CopyOnWriteArrayList<>();

  private final Screen screen =
      new Screen() {
        @Override
        public void print(String text) {
          throw new AssertionError("nothing stays: " + text);
        }

        @Override
        public void show(List<String> lines) {
          shown.add(lines);
        }

        @Override
        public boolean isLive() {
          return true;
        }

        @Override
        public String painted(Outcome outcome, String text) {
          return text;
        }
      };

  private LiveView view(boolean quiet) {
    return new LiveView(
        new ConsoleReport(screen, quiet, BuildLog.NONE),
        SessionFactory::new,
        new Repetitions(1),
        Durations.in(Path.of("target/no-such-cache")).forecast(List.of(FIRST, SECOND), 1));
  }

  private static ScenarioResult ended(Place place, Outcome outcome) {
    var step = new StepResult("Then so", 4, outcome, Duration.ZERO, "");
    return new ScenarioResult(place, List.of(), List.of(step), Duration.ofSeconds(1));
  }

  private void awaitShown(String line) {
    await().until(() -> !shown.isEmpty() && shown.get(shown.size() - 1).equals(List.of(line)));
  }

  @Test
  void it_counts_what_has_ended_and_goes_at_the_end() {
    var view = view(false);

    view.begin();
    awaitShown("0 of 2 done, 0 running, 0 failed");
    view.ended(ended(FIRST, Outcome.SATISFIED));
    awaitShown("1 of 2 done, 0 running, 0 failed");
    view.ended(ended(SECOND, Outcome.UNDECIDED));
    awaitShown("2 of 2 done, 0 running, 1 failed");

    view.close();
    await().until(() -> shown.get(shown.size() - 1).isEmpty());
  }

  @Test
  void a_quiet_run_shows_nothing_that_changes() {
    var view = view(true);

    view.begin();
    view.ended(ended(FIRST, Outcome.SATISFIED));
    view.close();

    org.assertj.core.api.BDDAssertions.then(shown).allMatch(List::isEmpty);
  }
}
