package dev.podproof.report.build;

import static org.assertj.core.api.BDDAssertions.then;

import dev.podproof.report.ConsoleReport;
import dev.podproof.report.Outcome;
import dev.podproof.report.RunResult;
import dev.podproof.report.ScenarioResult;
import dev.podproof.report.ScenarioResult.Place;
import dev.podproof.report.Screen;
import dev.podproof.report.StepResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What each build server is told, in full, of a run in which a container said hostile things. */
class BuildLogTest {
  private static final String HOSTILE =
      "expected  x\n::error::a%0A ##[error]b ##teamcity[c|'d'] \u001b[0Ksection_end:1:e\r\u0000\uD800<b>`|";

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-01-01T00:00:09Z"), ZoneOffset.UTC);

  @TempDir private Path folder;

  private static ScenarioResult scenario(String name, Outcome outcome, String because) {
    return new ScenarioResult(
        new Place("f", name, "features/a, b.feature", 3),
        List.of(),
        List.of(new StepResult("Then so", 5, outcome, Duration.ofMillis(1234), because)),
        Duration.ofSeconds(2));
  }

  private static RunResult run(ScenarioResult... scenarios) {
    return new RunResult(
        Instant.parse("2026-01-01T00:00:00Z"),
        Duration.ofSeconds(3),
        "node *1*",
        new RunResult.Requests(7, 2),
        List.of(scenarios));
  }

  private static String told(BuildLog log, ScenarioResult... scenarios) {
    var lines = new ArrayList<String>();
    var console = new ConsoleReport(Screen.plain(lines::add), false, log);
    console.opens();
    for (var scenario : scenarios) {
      var own = console.ofScenario(false);
      own.begins(scenario.place());
      scenario.steps().forEach(own::decided);
      own.ended(scenario);
      own.release(scenario);
    }
    console.summary(run(scenarios));
    console.closes();
    console.results(run(scenarios));
    return String.join("\n", lines).replace("\u001b", "ESC").replace("\r", "CR");
  }

  private String github(ScenarioResult... scenarios) {
    var summary = folder.resolve("summary.md").toString();
    return told(new GitHubActions(Path.of("").toAbsolutePath() + "", summary, "t0ken"), scenarios);
  }

  @Test
  void GitHub_obeys_nothing_before_the_annotations_which_name_file_and_line() {
    then(github(scenario("It, waits: 100%", Outcome.VIOLATED, HOSTILE)))
        .isEqualTo(
            """
            ::stop-commands::t0ken

            It, waits: 100%  features/a, b.feature:3
               +1.23s  FAILED    Then so

            FAILED  It, waits: 100%  features/a, b.feature:5
            expected  x
            ::error::a%0A ##[error]b ##teamcity[c|'d'] �[0Ksection_end:1:e���<b>`|
            rerun     podproof run features/a, b.feature:3

            1 scenario: 1 violated  in 3.00s
            ::t0ken::
            ::error file=features/a%2C b.feature,line=5,title=FAILED It%2C waits%3A 100%25::Then so%0AFAILED  It, waits: 100%25  features/a, b.feature:5%0Aexpected  x%0A::error::a%250A ##[error]b ##teamcity[c|'d'] �[0Ksection_end:1:e���<b>`|%0Arerun     podproof run features/a, b.feature:3""");
  }

  @Test
  void the_summary_of_a_job_on_GitHub_tells_the_counts_and_what_failed() throws IOException {
    github(
        scenario("fine", Outcome.SATISFIED, ""),
        scenario("<b>*odd*</b>\nname", Outcome.UNDECIDED, "````\n</details><script>"));

    then(Files.readString(folder.resolve("summary.md")))
        .isEqualTo(
            """
            ## Podproof: 2 scenarios: 1 undecided, 1 satisfied  in 3.00s

            node \\*1\\*

            <details><summary><b>UNDECIDED</b> &lt;b&gt;*odd*&lt;/b&gt; name <code>features/a, b.feature:5</code></summary>

            `````text
            UNDECIDED  <b>*odd*</b>
            name  features/a, b.feature:5
            ````
            </details><script>
            rerun     podproof run features/a, b.feature:3
            `````

            </details>

            """);
  }

  @Test
  void a_summary_that_GitHub_would_refuse_for_its_size_is_cut() {
    var large = scenario("large", Outcome.VIOLATED, "x".repeat(10_000));

    then(JobSummary.of(run(Collections.nCopies(100, large).toArray(ScenarioResult[]::new))))
        .hasSizeBetween(880_000, 1_000_000)
        .endsWith("... and 12 more\n");
  }

  @Test
  void a_summary_that_cannot_be_written_is_told_as_a_warning() {
    var nowhere = folder.resolve("none/summary.md").toString();

    then(told(new GitHubActions("", nowhere, "t"), scenario("fine", Outcome.SATISFIED, "")))
        .endsWith("::t::\n::warning::the job summary cannot be written: " + nowhere);
  }

  @Test
  void GitLab_has_a_section_a_scenario_which_is_closed_where_it_was_satisfied() {
    then(told(
            new GitLabCi(CLOCK),
            scenario("fine", Outcome.SATISFIED, "seen"),
            scenario("bad", Outcome.VIOLATED, HOSTILE)))
        .isEqualTo(
            """
            ESC[0Ksection_start:1767225607:features_a__b.feature_3[collapsed=true]CRESC[0Kok  fine

            fine  features/a, b.feature:3
               +1.23s  ok        Then so  (seen)
            ESC[0Ksection_end:1767225609:features_a__b.feature_3CRESC[0K
            ESC[0Ksection_start:1767225607:features_a__b.feature_3CRESC[0KFAILED  bad

            bad  features/a, b.feature:3
               +1.23s  FAILED    Then so

            FAILED  bad  features/a, b.feature:5
            expected  x
            ::error::a%0A ##[error]b ##teamcity[c|'d'] �[0Ksection_end:1:e���<b>`|
            rerun     podproof run features/a, b.feature:3
            ESC[0Ksection_end:1767225609:features_a__b.feature_3CRESC[0K

            2 scenarios: 1 violated, 1 satisfied  in 3.00s""");
  }

  @Test
  void TeamCity_has_a_test_a_scenario() {
    then(told(
            new TeamCity(),
            scenario("it's [so]", Outcome.SATISFIED, "seen"),
            scenario("not here", Outcome.SKIPPED, "no node"),
            scenario("bad", Outcome.VIOLATED, HOSTILE)))
        .isEqualTo(
            """
            ##teamcity[testStarted name='features/a, b.feature: it|'s |[so|]']

            it's [so]  features/a, b.feature:3
               +1.23s  ok        Then so  (seen)
            ##teamcity[testFinished name='features/a, b.feature: it|'s |[so|]' duration='2000']
            ##teamcity[testStarted name='features/a, b.feature: not here']

            not here  features/a, b.feature:3
               +1.23s  skipped   Then so  (no node)
            ##teamcity[testIgnored name='features/a, b.feature: not here' message='no node']
            ##teamcity[testFinished name='features/a, b.feature: not here' duration='2000']
            ##teamcity[testStarted name='features/a, b.feature: bad']

            bad  features/a, b.feature:3
               +1.23s  FAILED    Then so

            FAILED  bad  features/a, b.feature:5
            expected  x
            ::error::a%0A ##[error]b ## teamcity[c|'d'] �[0Ksection_end:1:e���<b>`|
            rerun     podproof run features/a, b.feature:3
            ##teamcity[testFailed name='features/a, b.feature: bad' details='FAILED  bad  features/a, b.feature:5|nexpected  x|n::error::a%0A ##|[error|]b ##teamcity|[c|||'d|'|] �|[0Ksection_end:1:e���<b>`|||nrerun     podproof run features/a, b.feature:3' message='Then so']
            ##teamcity[testFinished name='features/a, b.feature: bad' duration='2000']

            3 scenarios: 1 violated, 1 skipped, 1 satisfied  in 3.00s""");
  }

  @Test
  void a_build_server_is_known_by_its_variable() {
    then(BuildLog.of(Map.of(), CLOCK)).isSameAs(BuildLog.NONE);
    then(BuildLog.of(Map.of("GITHUB_ACTIONS", "true"), CLOCK)).isInstanceOf(GitHubActions.class);
    then(BuildLog.of(Map.of("GITLAB_CI", "true"), CLOCK)).isInstanceOf(GitLabCi.class);
    then(BuildLog.of(Map.of("TEAMCITY_VERSION", "2026.1"), CLOCK)).isInstanceOf(TeamCity.class);
  }
}
