package dev.podproof.report;

import static org.assertj.core.api.BDDAssertions.then;

import dev.podproof.lifecycle.Histories;
import dev.podproof.timeline.StepWindow;
import dev.podproof.timeline.Timeline;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class TextTimelineTest {
  @Test
  void a_pod_is_drawn_in_a_hundred_columns_of_ASCII() {
    var history =
        Histories.aPod("init", "app")
            .acts("apply web.yaml \u00e9" + "x".repeat(200))
            .at("1s")
            .starts("init")
            .at("2s")
            .exits("init", 0)
            .at("3s")
            .starts("app")
            .at("4s")
            .exits("app", 1)
            .history();
    var steps = List.of(new StepWindow("When", 3, "ok", Histories.at(0), Histories.at(4)));

    var lines = TextTimeline.of(Timeline.of(history, steps, UnaryOperator.identity()));

    then(lines).allMatch(line -> line.length() <= 100 && line.matches("[ -~]*"));
    then(lines.get(0)).startsWith(" ".repeat(24) + "0s").endsWith("+4.00s");
    then(lines)
        .anyMatch(line -> line.startsWith("  init    init          ...") && line.contains("==="));
    then(lines).anyMatch(line -> line.startsWith("  app     app") && line.endsWith("=x"));
  }

  @Test
  void a_run_that_is_shorter_than_a_column_is_still_drawn() {
    var history =
        Histories.aPod("init")
            .at("1s")
            .starts("init")
            .at("1.01s")
            .exits("init", 1)
            .at("60s")
            .acts("x")
            .history();

    var lines = TextTimeline.of(Timeline.of(history, List.of(), UnaryOperator.identity()));

    then(lines).anyMatch(line -> line.startsWith("  init    init") && line.contains("x-"));
  }
}
