package dev.podproof.run;

import static org.assertj.core.api.BDDAssertions.then;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.commons.text.StringEscapeUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Values of Secrets that a cluster says again in logs, environments, arguments, annotations,
 * events, messages and a ConfigMap stand in nothing that Podproof writes, whichever way it writes.
 *
 * <p>WritersTest holds the list of classes that write: one that is new there is to be added here.
 */
class SecretsIT {
  private static final String FEATURE = "src/test/resources/secrets/secrets.feature";

  /** Parts of the values, so that a value that was cut is found as well. */
  private static final List<String> PARTS =
      List.of(
          "unter2",
          "z9-odd",
          "rst-line-of-a",
          "ond-line-of-a",
          "rom-the-data",
          // In base64: of the first, at each place where it may stand in a group, and of the
          // others.
          "HVudGVyMi1hbmQtbW9y",
          "h1bnRlcjItYW5kLW1vcm",
          "odW50ZXIyLWFuZC1tb3Jl",
          "cSI8Jj4nXMO8LyB6OS1vZG",
          "ZnJvbS10aGUtZGF0YS03",
          "Zmlyc3QtbGluZS1vZi1hLWtleQ");

  private static final Pattern UNICODE = Pattern.compile("\\\\u([0-9a-fA-F]{4})");

  private static final Path CACHE =
      Path.of(
          System.getenv()
              .getOrDefault(
                  "PODPROOF_CACHE",
                  System.getenv().getOrDefault("XDG_CACHE_HOME", System.getenv("HOME") + "/.cache")
                      + "/podproof"));

  @TempDir private Path folder;

  @Test
  void no_writer_tells_the_value_of_a_Secret() throws Exception {
    var all =
        run(
            "github",
            Map.of("GITHUB_ACTIONS", "true", "GITHUB_STEP_SUMMARY", file("summary.md")),
            "--report-dir",
            file("reports"),
            "--evidence",
            "all",
            "--repeat-count",
            "2",
            "--timeline",
            "--verbose",
            "--tap",
            file("run.tap"),
            "--plugin",
            "html:" + file("cucumber.html"),
            "--plugin",
            "message:" + file("cucumber.ndjson"),
            "--plugin",
            "json:" + file("cucumber.json"),
            "--plugin",
            "junit:" + file("cucumber.xml"),
            "--plugin",
            "testng:" + file("testng.xml"),
            "--plugin",
            "pretty:" + file("pretty.txt"),
            "--plugin",
            "usage:" + file("usage.txt"),
            "--plugin",
            "timeline:" + file("cucumber-timeline"));

    then(all.exitCode()).as(all.output()).isEqualTo(1);
    then(all.output()).contains("8 scenarios: 6 violated, 2 unusable");
    run("gitlab", Map.of("GITLAB_CI", "true"), "--name", "command");
    run("teamcity", Map.of("TEAMCITY_VERSION", "2026"), "--name", "command", "--quiet");
    for (var bundle : bundles()) {
      then(said("judge" + bundle.getFileName(), Map.of(), "judge", bundle.toString()).exitCode())
          .isNotZero();
      said("timeline" + bundle.getFileName(), Map.of(), "timeline", bundle.toString());
    }

    then(findings()).as("places that tell a value").isEmpty();
    then(written())
        .contains(
            "reports/report.html",
            "reports/junit.xml",
            "reports/results.json",
            "reports/rerun.txt",
            "run.tap",
            "summary.md",
            "cucumber.html",
            "cucumber.ndjson");
    then(read(folder.resolve("reports/report.html"))).contains("[hidden: value of a Secret]");
    then(read(folder.resolve("cucumber.ndjson"))).contains("[hidden: value of a Secret]");
  }

  private String file(String name) {
    return folder.resolve(name).toString();
  }

  private Launched run(String name, Map<String, String> environment, String... more)
      throws IOException, InterruptedException {
    var arguments = new ArrayList<>(List.of("run", FEATURE));
    arguments.addAll(List.of(more));
    return said(name, environment, arguments.toArray(String[]::new));
  }

  // What is said on the screen is kept as a file beside the others.
  private Launched said(String name, Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    var launched = Launched.finish(Launched.start(environment, arguments));
    Files.writeString(folder.resolve("screen-" + name + ".txt"), launched.output());
    return launched;
  }

  private List<Path> bundles() throws IOException {
    try (var bundles = Files.list(folder.resolve("reports/evidence"))) {
      return bundles.sorted().toList();
    }
  }

  private List<String> written() throws IOException {
    try (var files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(one -> folder.relativize(one).toString())
          .toList();
    }
  }

  private List<String> findings() throws IOException {
    var findings = new ArrayList<String>();
    keepWhatOutlivesARun();
    for (var name : written()) {
      var text = read(folder.resolve(name));
      for (var form : List.of(text, plain(text))) {
        for (var part : PARTS) {
          var at = form.indexOf(part);
          if (at >= 0) {
            findings.add(name + ": " + form.substring(Math.max(0, at - 60), at + part.length()));
          }
        }
      }
    }
    return findings;
  }

  // A value may stand escaped: as characters of JSON, XML, HTML or a URL.
  private static String plain(String text) {
    var unicode =
        UNICODE
            .matcher(text)
            .replaceAll(
                one ->
                    java.util.regex.Matcher.quoteReplacement(
                        String.valueOf((char) Integer.parseInt(one.group(1), 16))));
    var plain = StringEscapeUtils.unescapeHtml4(unicode);
    return URLDecoder.decode(
        plain.replaceAll("%(?![0-9a-fA-F]{2})", "%25"), StandardCharsets.UTF_8);
  }

  private void keepWhatOutlivesARun() throws IOException {
    for (var name : List.of("durations.json", "podproof.log")) {
      if (Files.exists(CACHE.resolve(name))) {
        Files.copy(CACHE.resolve(name), folder.resolve(name));
      }
    }
  }

  private static String read(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
  }
}
