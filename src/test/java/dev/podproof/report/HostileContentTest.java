package dev.podproof.report;

import static org.assertj.core.api.BDDAssertions.then;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.podproof.report.ScenarioResult.Place;
import dev.podproof.report.build.BuildLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Whatever a container says, every format stays what it is and a reader of it gets the words. */
class HostileContentTest {
  private static final String LONGEST_NAME = "p".repeat(253);

  private static final String HOSTILE =
      "expected  \u001b[2J\u001b[31mred\u001b[0m </script><script>alert(1)</script> ]]> <!-- & \" ' "
          + "\u0000 \uD800 \uDC00x \u2028 \u202Eabc "
          + LONGEST_NAME
          + "\n::error::x\n##teamcity[testFailed name='x']\nok 2 - x\n...\n";

  private static final String SEEN =
      "expected  \uFFFD[2J\uFFFD[31mred\uFFFD[0m </script><script>alert(1)</script> ]]> <!-- & \" ' "
          + "\uFFFD \uFFFD \uFFFDx \uFFFD \uFFFDabc "
          + LONGEST_NAME;

  @TempDir private Path folder;

  private static RunResult run(String because) {
    var step = new StepResult("Then so", 5, Outcome.VIOLATED, Duration.ofMillis(1234), because);
    var scenario =
        new ScenarioResult(
            new Place("f", "It </script> ]]> \u001b[0m", "a.feature", 3),
            List.of("@slow"),
            List.of(step),
            Duration.ofSeconds(2));
    return new RunResult(
        Instant.parse("2026-01-01T00:00:00Z"),
        Duration.ofSeconds(3),
        "a cluster",
        new RunResult.Requests(7, 2),
        List.of(scenario));
  }

  private Document junit(String because) throws Exception {
    JUnitXml.write(run(because), folder);
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(folder.resolve("junit.xml").toFile());
  }

  private static List<String> console(String because, Map<String, String> environment) {
    var lines = new ArrayList<String>();
    var run = run(because);
    var console =
        new ConsoleReport(
            Screen.plain(lines::add), false, BuildLog.of(environment, Clock.systemUTC()));
    var own = console.ofScenario(true);
    var scenario = run.scenarios().get(0);
    own.begins(scenario.place());
    scenario.steps().forEach(own::decided);
    own.ended(scenario);
    own.release(scenario);
    console.results(run);
    return lines;
  }

  @Test
  void a_parser_of_XML_reads_the_words() throws Exception {
    var failure = (Element) junit(HOSTILE).getElementsByTagName("failure").item(0);

    then(failure.getTextContent())
        .contains("\uFFFD[31mred\uFFFD[0m </script><script>alert(1)</script> ]]> <!-- & \" '")
        .contains(LONGEST_NAME);
    then(failure.getAttribute("message")).contains("]]> <!-- & \" ' \uFFFD \uFFFD");
  }

  @Test
  void a_parser_of_JSON_reads_the_words() throws IOException {
    ResultsJson.write(run(HOSTILE), folder);

    var read = new JsonMapper().readTree(folder.resolve("results.json").toFile());

    then(read.at("/scenarios/0/steps/0/because").asText())
        .startsWith(
            "expected  \u001b[2J\u001b[31mred\u001b[0m </script><script>alert(1)</script> ]]>")
        .contains(LONGEST_NAME)
        .endsWith("ok 2 - x\n...\n");
  }

  @Test
  void no_script_of_a_container_is_a_script_of_the_page() throws IOException {
    try (var report = HtmlReport.in(folder)) {
      var run = run(HOSTILE);
      report.add(run.scenarios().get(0), Optional.empty());
      report.write(run);
    }
    var page = Files.readString(folder.resolve("report.html"));

    then(page.split("<script", -1)).hasSize(4);
    then(page).doesNotContain("<!-- &", "\u0000", "\u001b", "\u2028", "alert(1)</script>");
  }

  @Test
  void a_parser_of_YAML_reads_the_words_in_TAP() {
    var tap = Tap.text(run(HOSTILE));
    var yaml = tap.substring(tap.indexOf("---\n") + 4, tap.lastIndexOf("  ...\n"));

    then(tap.lines().filter(line -> line.startsWith("ok ") || line.startsWith("not ok ")))
        .hasSize(1);
    then(new Load(LoadSettings.builder().build()).loadFromString(yaml))
        .extracting("message")
        .asString()
        .contains(SEEN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "GITHUB_ACTIONS", "GITLAB_CI", "TEAMCITY_VERSION"})
  void the_console_and_every_build_log_has_the_words_and_none_of_the_commands(String variable) {
    var lines =
        String.join(
            "\n", console(HOSTILE, variable.isEmpty() ? Map.of() : Map.of(variable, "true")));

    then(lines)
        .contains(SEEN)
        .doesNotContain("\u0000", "\u2028", "\u202E", "\u001b[2J", "\u001b[31m");
    if (variable.equals("TEAMCITY_VERSION")) {
      then(lines).doesNotContain("##teamcity[testFailed name='x'");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "GITHUB_ACTIONS", "GITLAB_CI", "TEAMCITY_VERSION"})
  void a_line_of_10_MB_is_cut_on_the_console_and_in_every_build_log(String variable) {
    var environment = variable.isEmpty() ? Map.<String, String>of() : Map.of(variable, "true");

    var lines = console("z".repeat(10_000_000), environment);

    then(String.join("\n", lines)).hasSizeLessThan(30_000).contains(" more characters)");
  }

  @Test
  void a_line_of_10_MB_is_cut_in_every_file() throws Exception {
    var large = run("z".repeat(10_000_000));

    then(Tap.text(large)).hasSizeLessThan(20_000).contains(" more characters)");
    then(JUnitXml.text(large)).hasSizeLessThan(20_000).contains(" more characters)");
    then(ResultsJson.text(large)).hasSizeLessThan(20_000).contains(" more characters)");
  }
}
