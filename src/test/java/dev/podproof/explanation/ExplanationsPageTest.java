package dev.podproof.explanation;

import static org.assertj.core.api.BDDAssertions.then;

import dev.podproof.recorder.Captured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The page shows in full what is said of each broken pod that a real cluster showed: a message that
 * changes changes the page.
 */
class ExplanationsPageTest {
  private static final Path RESOURCES = Path.of("src/test/resources/explanations");
  private static final Path PAGE = Path.of("docs/explanations.md");
  private static final Path WRITTEN = Path.of("target/explanations.md");

  /** Those that are shown beside kubectl describe; the last five make no family of their own. */
  private static final List<String> SIDE_BY_SIDE =
      List.of(
          "A Service has no endpoints, and one pod nearly matches",
          "A dependency's name does not resolve",
          "A claim that nobody binds",
          "A sidecar's startup probe does not pass",
          "A Job is kept alive by an ordinary container",
          "A root user where none may be",
          "A program that ends at once",
          "A directory that the node does not have",
          "A port of the node that is taken",
          "A script that is not there");

  @Test
  void the_page_shows_what_we_say() throws IOException {
    var page = page();
    Files.createDirectories(WRITTEN.getParent());
    Files.writeString(WRITTEN, page);

    then(Files.readString(PAGE))
        .as("where the change is meant: cp " + WRITTEN + " " + PAGE)
        .isEqualTo(page);
  }

  @ParameterizedTest
  @MethodSource("captures")
  void an_explanation_is_short_and_names_the_cause_and_the_next_step(Captured captured) {
    var failure = explain(captured);
    var lines = failure.inWords().lines().toList();

    then(lines).hasSizeBetween(4, 13).allMatch(line -> line.length() <= 160);
    then(failure.blocked()).isNotEmpty().noneMatch(line -> line.startsWith("no known cause"));
    then(failure.next()).isNotEmpty();
  }

  /** An empty column, or the error of the command that was to fill it, compares nothing. */
  @ParameterizedTest
  @MethodSource("sideBySide")
  void beside_it_stands_what_kubectl_describe_tells_of_the_pod(Captured captured) {
    var pod = captured.history().pods().get(0).name();

    then(captured.describe())
        .startsWith("Name:")
        .containsPattern("(?m)^Name: +" + Pattern.quote(pod) + "$")
        .contains("\nConditions:\n", "\nContainers:\n");
  }

  static Stream<Captured> sideBySide() throws IOException {
    return captures().filter(captured -> SIDE_BY_SIDE.contains(captured.name()));
  }

  static Stream<Captured> captures() throws IOException {
    var captures = new ArrayList<Captured>();
    try (var files = Files.list(RESOURCES.resolve("captured"))) {
      for (var file : files.sorted().toList()) {
        captures.add(Captured.read(file));
      }
    }
    return captures.stream();
  }

  private static Failure explain(Captured captured) {
    return captured.history().pods().stream()
        .filter(pod -> !pod.name().equals("db") && !pod.name().equals("first"))
        .findFirst()
        .map(
            pod ->
                Explanation.ofPod(
                    captured.history(), pod, captured.now(), UnaryOperator.identity()))
        .orElseGet(
            () ->
                Explanation.ofNoPod(captured.history(), captured.now(), UnaryOperator.identity()));
  }

  private static String page() throws IOException {
    var page = new StringBuilder();
    page.append("# What a failure says of a broken pod\n\n");
    page.append(
        "Each pod was shown by a real cluster (upstream Kubernetes 1.37); the text is what Podproof says of it.\n");
    page.append(
        "The scenarios stand in `src/test/resources/explanations` and `src/test/resources/broken`.\n");
    page.append(CausesTable.inMarkdown());
    for (var captured : captures().toList()) {
      page.append("\n## ").append(captured.name()).append("\n\n");
      page.append("```gherkin\n").append(scenario(captured.name())).append("```\n\n");
      page.append("```text\n").append(explain(captured).inWords()).append("\n```\n");
    }
    page.append("\n# Beside kubectl describe\n\n");
    page.append(
        "What `kubectl describe pod` printed of ten of them at the same moment; what we say stands above.\n");
    for (var captured : sideBySide().toList()) {
      page.append("\n## ")
          .append(captured.name())
          .append(": kubectl describe, ")
          .append(captured.describe().lines().count())
          .append(" lines; ours, ")
          .append(explain(captured).inWords().lines().count())
          .append("\n\n");
      page.append("```text\n").append(captured.describe().stripTrailing()).append("\n```\n");
    }
    return page.toString();
  }

  private static String scenario(String name) throws IOException {
    try (var files = Files.list(RESOURCES)) {
      for (var file : files.filter(f -> f.toString().endsWith(".feature")).sorted().toList()) {
        var found =
            Pattern.compile(
                    "^  Scenario: " + Pattern.quote(name) + "\n(.*?)(?=\n  Scenario|\\z)",
                    Pattern.DOTALL | Pattern.MULTILINE)
                .matcher(Files.readString(file));
        if (found.find()) {
          return found.group(1).stripIndent().stripTrailing() + "\n";
        }
      }
    }
    throw new IllegalArgumentException("no scenario is named " + name);
  }
}
