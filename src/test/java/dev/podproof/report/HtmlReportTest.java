package dev.podproof.report;

import static org.assertj.core.api.BDDAssertions.then;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.podproof.lifecycle.Histories;
import dev.podproof.recorder.Redaction;
import dev.podproof.report.ScenarioResult.Place;
import dev.podproof.timeline.StepWindow;
import dev.podproof.timeline.Timeline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HtmlReportTest {
  private static final String HOSTILE =
      "</script><script>alert(1)</script><!-- \u0000 \u001b[31mred\u001b[0m \u2028 \uD800 & \"'";

  @TempDir private Path folder;

  private static ScenarioResult scenario(int line, Outcome outcome, String because) {
    return new ScenarioResult(
        new Place("f", "Scenario " + line, "features/a.feature", line),
        List.of("@slow"),
        List.of(new StepResult("Then so", line + 1, outcome, Duration.ofSeconds(2), because)),
        Duration.ofSeconds(2));
  }

  private static Timeline timeline(String logLine, int times, UnaryOperator<String> redact) {
    var pod = Histories.aPod("init", "app").at("1s").starts("init");
    for (int i = 0; i < times; i++) {
      pod = pod.logs("init", logLine);
    }
    var history =
        pod.at("2s").exits("init", 0).at("3s").starts("app").becomesReady("app").history();
    var step = new StepWindow("Then so", 2, "ok", Histories.at(0), Histories.at(4));
    return Timeline.of(history, List.of(step), redact);
  }

  private String page(ScenarioResult scenario, Timeline timeline) throws IOException {
    try (var report = HtmlReport.in(folder)) {
      report.add(scenario, Optional.of(timeline));
      report.write(
          new RunResult(
              Histories.ZERO,
              Duration.ofSeconds(3),
              HOSTILE,
              new RunResult.Requests(0, 0),
              List.of(scenario)));
    }
    return Files.readString(folder.resolve("report.html"));
  }

  private static JsonNode detail(String page) throws IOException {
    var from = page.indexOf("id=\"d0\">") + "id=\"d0\">".length();
    return new JsonMapper().readTree(page.substring(from, page.indexOf("</script>", from)));
  }

  @Test
  void nothing_that_the_cluster_says_can_become_markup() throws IOException {
    var page =
        page(
            scenario(1, Outcome.VIOLATED, HOSTILE), timeline(HOSTILE, 1, UnaryOperator.identity()));

    then(page).doesNotContain("alert(1)</script>").doesNotContain("\u0000", "\u001b", "\u2028");
    then(page.split("</script>", -1)).hasSize(4);
    then(detail(page).at("/steps/0/because").asText()).startsWith("</script><script>alert(1)");
  }

  @Test
  void the_page_asks_nothing_of_the_network() throws IOException {
    var page = page(scenario(1, Outcome.SATISFIED, ""), timeline("x", 1, UnaryOperator.identity()));

    then(page).contains("default-src 'none'").doesNotContain("src=\"", "@import", "https://");
    then(page).doesNotContain("<!--put");
  }

  @Test
  void a_satisfied_scenario_takes_less_than_20_KB_however_much_was_logged() throws IOException {
    var page =
        page(
            scenario(1, Outcome.SATISFIED, "y".repeat(100_000)),
            timeline("x".repeat(100_000), 50, UnaryOperator.identity()));

    then(detail(page).toString()).hasSizeLessThan(20_000);
    then(detail(page).get("cut").asBoolean()).isTrue();
  }

  @Test
  void a_page_grows_by_less_than_20_KB_with_each_satisfied_scenario() throws IOException {
    var one = page(1);

    then((page(11) - one) / 10).isLessThan(20_000);
  }

  private long page(int scenarios) throws IOException {
    var all = new ArrayList<ScenarioResult>();
    try (var report = HtmlReport.in(folder)) {
      for (int i = 0; i < scenarios; i++) {
        var scenario = scenario(2 * i, Outcome.SATISFIED, "y".repeat(100_000));
        all.add(scenario);
        report.add(
            scenario, Optional.of(timeline("x".repeat(100_000), 50, UnaryOperator.identity())));
      }
      report.write(
          new RunResult(
              Histories.ZERO, Duration.ofSeconds(3), "", new RunResult.Requests(0, 0), all));
    }
    return Files.size(folder.resolve("report.html"));
  }

  @Test
  void a_line_of_10_MB_is_cut_with_a_note() throws IOException {
    var page =
        page(
            scenario(1, Outcome.VIOLATED, "no"),
            timeline("z".repeat(10_000_000), 1, UnaryOperator.identity()));

    then(detail(page).at("/timeline/pods/0/lanes/0/logs/0/tail/0/1").asText())
        .isEqualTo("z".repeat(400) + " ... (9999600 more characters)");
  }

  @Test
  void the_value_of_a_Secret_is_hidden_before_a_line_is_cut() throws IOException {
    var secret = "hunter2hunter2";
    var page =
        page(
            scenario(1, Outcome.VIOLATED, "no"),
            timeline("x".repeat(395) + secret, 1, Redaction.of(List.of(secret, "no"))));

    then(page).doesNotContain("hunte");
  }

  @Test
  void what_was_written_for_the_page_only_is_removed() throws IOException {
    page(scenario(1, Outcome.SATISFIED, ""), timeline("x", 1, UnaryOperator.identity()));

    then(folder.toFile().list()).containsExactly("report.html");
  }
}
