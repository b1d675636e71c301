package dev.podproof.report;

import static org.assertj.core.api.BDDAssertions.then;

import com.deque.html.axecore.selenium.AxeBuilder;
import dev.podproof.lifecycle.Histories;
import dev.podproof.repetition.Difference;
import dev.podproof.repetition.Repetition;
import dev.podproof.repetition.Spread;
import dev.podproof.repetition.Statistics;
import dev.podproof.repetition.StepRate;
import dev.podproof.report.ScenarioResult.Place;
import dev.podproof.timeline.StepWindow;
import dev.podproof.timeline.Timeline;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** The page in a browser, as a person uses it: Debian's Chromium, without a window. With -Pfull. */
@Tag("full")
class PageInBrowserIT {
  private static final String HOSTILE =
      "</script><script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\"> "
          + "\u0000 \u001b[31mred\u001b[0m \uD800 \u2028 ]]>";

  @TempDir private static Path folder;
  private static ChromeDriver browser;

  @BeforeAll
  static void start() {
    var logging = new LoggingPreferences();
    logging.enable(LogType.BROWSER, Level.ALL);
    var options = new ChromeOptions();
    options.setBinary("/usr/bin/chromium");
    options.addArguments(
        "--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--window-size=1280,900");
    options.setCapability("goog:loggingPrefs", logging);
    var driver =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(new File("/usr/bin/chromedriver"))
            .usingAnyFreePort()
            .build();
    browser = new ChromeDriver(driver, options);
  }

  @AfterAll
  static void stop() {
    browser.quit();
  }

  @AfterEach
  void nothing_was_complained_of() {
    then(browser.manage().logs().get(LogType.BROWSER).getAll()).isEmpty();
  }

  private static ScenarioResult scenario(int number) {
    var outcome =
        number % 10 == 3
            ? Outcome.VIOLATED
            : number % 10 == 7 ? Outcome.SKIPPED : Outcome.SATISFIED;
    var steps = new ArrayList<StepResult>();
    for (int i = 1; i < 8; i++) {
      steps.add(
          new StepResult(
              "Then step " + i, 10 * number + i, Outcome.SATISFIED, Duration.ofSeconds(i), "seen"));
    }
    steps.add(
        new StepResult(
            "Then the last step",
            10 * number + 8,
            outcome,
            Duration.ofSeconds(8),
            outcome == Outcome.SATISFIED ? "seen" : HOSTILE));
    return new ScenarioResult(
        new Place(
            "f", "Scenario " + number, "features/area" + number % 5 + ".feature", 10 * number),
        number % 2 == 0 ? List.of("@even") : List.of("@odd", "@slow"),
        steps,
        Duration.ofSeconds(8));
  }

  private static Timeline timeline(ScenarioResult scenario) {
    var pod = Histories.aPod("init", "sidecar", "app").at("0.4s").starts("init");
    for (int i = 0; i < 30; i++) {
      pod = pod.logs("init", "line " + i + " " + HOSTILE);
    }
    var history =
        pod.at("2s")
            .exits("init", 0)
            .at("2.5s")
            .starts("sidecar")
            .at("3s")
            .starts("app")
            .becomesReady("app")
            .history();
    var windows = new ArrayList<StepWindow>();
    for (var step : scenario.steps()) {
      double at = step.at().toSeconds();
      windows.add(
          new StepWindow(
              step.text(),
              step.line(),
              step.outcome().inWords(),
              Histories.at(at - 1),
              Histories.at(at)));
    }
    return Timeline.of(history, windows, UnaryOperator.identity());
  }

  private static String report(int scenarios) throws IOException {
    var where = folder.resolve("of-" + scenarios);
    var all = new ArrayList<ScenarioResult>();
    try (var report = HtmlReport.in(where)) {
      for (int i = 1; i <= scenarios; i++) {
        var one = scenario(i);
        all.add(one);
        report.add(one, Optional.of(timeline(one)));
      }
      report.write(
          new RunResult(
              Instant.parse("2026-01-01T00:00:00Z"),
              Duration.ofSeconds(3),
              "a cluster",
              new RunResult.Requests(0, 0),
              all));
    }
    return where.resolve("report.html").toUri().toString();
  }

  /** Milliseconds until the page was there, by the browser's own clock. */
  private static double open(String address) {
    browser.get("about:blank");
    browser.get(address);
    return number("return performance.getEntriesByType('navigation')[0].loadEventEnd");
  }

  /** Milliseconds from a script until what it changed was drawn. */
  private static double drawn(String script) {
    return ((Number)
            Objects.requireNonNull(
                browser.executeAsyncScript(
                    "const done = arguments[0], began = performance.now();"
                        + script
                        + ";requestAnimationFrame(() => setTimeout(() => done(performance.now() - began)))")))
        .doubleValue();
  }

  private static double number(String script) {
    return ((Number) Objects.requireNonNull(browser.executeScript(script))).doubleValue();
  }

  private static String text(String id) {
    return browser.findElement(By.id(id)).getText();
  }

  private static long shown() {
    return browser.findElements(By.cssSelector("#scenarios > li")).stream()
        .filter(WebElement::isDisplayed)
        .count();
  }

  private static WebElement opened() {
    return browser.findElement(By.cssSelector("details[open]"));
  }

  private static void type(CharSequence... keys) {
    new Actions(browser).sendKeys(keys).perform();
  }

  @Test
  void verdicts_areas_tags_and_words_narrow_the_list_and_Escape_clears_them() throws IOException {
    open(report(20));
    then(text("shown")).isEqualTo("20 of 20");

    browser.findElement(By.cssSelector("#verdicts button.violated")).click();
    then(text("shown")).isEqualTo("2 of 20");
    then(shown()).isEqualTo(2);

    type(Keys.ESCAPE);
    browser.findElement(By.cssSelector("#tag option[value='@even']")).click();
    then(text("shown")).isEqualTo("10 of 20");
    browser.findElement(By.cssSelector("#area option[value='features/area2.feature']")).click();
    then(text("shown")).isEqualTo("2 of 20");

    type(Keys.ESCAPE);
    type("/");
    type("scenario area4 14");
    then(text("shown")).isEqualTo("1 of 20");
    type(" nothing");
    then(text("none")).isEqualTo("No scenario is like that.");
    type(Keys.ESCAPE);
    then(text("shown")).isEqualTo("20 of 20");
  }

  @Test
  void a_link_leads_to_a_step_also_from_one_scenario_to_the_next() throws IOException {
    var page = report(20);
    open(page + "#features/area2.feature:120@125");

    then(opened().findElement(By.cssSelector("tr.here")).getText()).contains("Then step 5");
    then(opened().findElement(By.cssSelector(".name")).getText()).isEqualTo("Scenario 12");

    browser.executeScript("location.hash = 'features/area3.feature:30@38'");
    then(browser.findElement(By.cssSelector("tr.here")).getText()).contains("Then the last step");
  }

  @Test
  void a_link_that_leads_nowhere_leaves_the_list() throws IOException {
    open(report(20) + "#features/gone.feature:1@2");
    then(text("shown")).isEqualTo("20 of 20");

    open(report(20) + "#100%");
    then(text("shown")).isEqualTo("20 of 20");
  }

  @Test
  void keys_go_from_scenario_to_scenario_open_them_and_go_through_the_timeline()
      throws IOException {
    open(report(20));

    type("f");
    type(Keys.ENTER);
    then(opened().findElement(By.cssSelector(".name")).getText()).isEqualTo("Scenario 3");
    then(opened().findElement(By.cssSelector("pre.why")).getText())
        .contains("rerun     podproof run features/area3.feature:30");

    browser.executeScript("document.querySelector('details[open] .hit[tabindex=\"0\"]').focus()");
    type(Keys.ARROW_RIGHT);
    then(text("tip")).startsWith("Then step 2");
    type(Keys.ENTER);
    then(opened().findElement(By.cssSelector(".picked")).getText()).startsWith("Then step 2");
  }

  @Test
  void whatever_is_pointed_at_tells_its_witnesses() throws IOException {
    open(report(20) + "#features/area3.feature:30");
    var running = opened().findElement(By.cssSelector("g.hit.app rect.running"));

    new Actions(browser).scrollToElement(running).moveToElement(running).perform();

    then(text("tip"))
        .isEqualTo("running\nbegan at +3.00s, and did not end\nstart: runtime, API, arrival");
  }

  @Test
  void nothing_that_a_container_says_is_run_or_drawn_as_markup() throws IOException {
    open(report(20) + "#features/area3.feature:30@38");

    then(browser.getTitle()).isEqualTo("not ok \u2013 Podproof report");
    then(browser.findElements(By.tagName("img"))).isEmpty();
    then(opened().findElement(By.cssSelector("pre.why")).getText())
        .contains("</script><script>document.title='owned'</script><img src=x");
  }

  private static String reportOfRepetitions() throws IOException {
    var where = folder.resolve("repeated");
    var all = new ArrayList<ScenarioResult>();
    var place = scenario(3).place();
    try (var report = HtmlReport.in(where)) {
      for (int i = 1; i <= 3; i++) {
        var one = scenario(i == 2 ? 3 : 1);
        var repetition =
            new ScenarioResult(place.as(new Repetition(i, 3)), one.tags(), one.steps(), one.took());
        all.add(repetition);
        report.add(repetition, Optional.of(timeline(one)));
      }
      var first =
          new Difference(
              "container app of pod web exits",
              Duration.ofSeconds(2),
              "exited 0 at +2.00s " + HOSTILE,
              "exited 1 at +2.00s");
      var statistics =
          new Statistics(
              3,
              2,
              1,
              List.of(new StepRate("Then so", 31, 2, 3)),
              List.of(
                  new Spread(
                      "container app of pod web exits",
                      3,
                      Duration.ofMillis(1900),
                      Duration.ofMillis(2000),
                      Duration.ofMillis(2500),
                      Duration.ZERO)),
              Optional.of(
                  new Statistics.Parting(1, 2, Optional.of(first), true, Optional.empty())));
      report.write(
          new RunResult(
              Instant.parse("2026-01-01T00:00:00Z"),
              Duration.ofSeconds(3),
              "a cluster",
              new RunResult.Requests(0, 0),
              all,
              List.of(new Repeated(place, statistics))));
    }
    return where.resolve("report.html").toUri().toString();
  }

  @Test
  void repetitions_stand_together_beneath_what_they_come_to() throws IOException {
    var page = reportOfRepetitions();
    open(page);

    then(browser.findElements(By.cssSelector("#scenarios > li .name")).stream())
        .extracting(WebElement::getText)
        .containsExactly(
            "Scenario 3",
            "Scenario 3 (repetition 1 of 3)",
            "Scenario 3 (repetition 2 of 3)",
            "Scenario 3 (repetition 3 of 3)");
    then(text("shown")).isEqualTo("3 of 3");
    then(opened().getText())
        .contains("2 of 3 ok")
        .contains(
            "container app of pod web exits, which parts all 2 that were satisfied from all 1 that were not")
        .contains("repetition 2 (not satisfied)  exited 1 at +2.00s")
        .contains("+1.90s\n+2.00s\n+2.50s".replace("\n", " "));
    then(new AxeBuilder().analyze(browser).getViolations()).isEmpty();

    browser.findElement(By.cssSelector("#verdicts button.satisfied")).click();
    then(text("shown")).isEqualTo("2 of 3");
    type("/");
    type("nothing of the kind");
    then(shown()).isZero();

    open(page + "#features/area3.feature:30~2@38");
    then(browser.findElement(By.cssSelector("li.violated.repetition tr.here")).getText())
        .contains("Then the last step");
  }

  @Test
  void axe_finds_nothing_in_the_list_nor_in_an_open_scenario_in_light_and_dark()
      throws IOException {
    var page = report(20);
    for (var address : List.of(page, page + "#features/area3.feature:30@38")) {
      open(address);
      then(new AxeBuilder().analyze(browser).getViolations()).isEmpty();
      browser.findElement(By.id("theme")).click();
      then(new AxeBuilder().analyze(browser).getViolations()).isEmpty();
    }
  }

  @Test
  void a_report_of_100_scenarios_opens_within_a_second_and_one_of_1000_does_all_within_one()
      throws IOException {
    var hundred = open(report(100));
    var thousand = open(report(1_000));
    var filtered = drawn("document.querySelector('#verdicts button.violated').click()");
    var cleared = drawn("document.querySelector('#verdicts button.violated').click()");
    var searched =
        drawn(
            "const s = document.getElementById('search'); s.value = 'area3 99';"
                + "s.dispatchEvent(new Event('input'))");
    System.out.printf(
        "page: 100 scenarios open in %.0f ms, 1000 in %.0f ms; filter %.0f ms, clear %.0f ms, search %.0f ms%n",
        hundred, thousand, filtered, cleared, searched);

    then(text("shown")).isEqualTo("2 of 1000");
    then(List.of(hundred, thousand, filtered, cleared, searched))
        .allMatch(milliseconds -> milliseconds < 1_000);
  }
}
