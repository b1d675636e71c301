package dev.podproof.lint;

import static org.assertj.core.api.BDDAssertions.then;

import dev.podproof.lint.workload.YamlValue;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Manifests as people write them: the clean ones take no finding, the others exactly theirs. */
class CorpusTest {
  private static final Path CORPUS = Path.of("src/test/resources/lint/corpus");
  private static final String EXPECTED = "# expected: ";

  @Test
  void the_clean_half_takes_no_finding() throws IOException {
    var result = lint(CORPUS.resolve("clean"));

    then(result.files()).isGreaterThanOrEqualTo(30);
    then(result.findings()).isEmpty();
  }

  @TestFactory
  Stream<DynamicTest> the_faulty_half_takes_exactly_the_named_findings() throws IOException {
    var files = files(CORPUS.resolve("faulty"));
    then(files).hasSizeGreaterThanOrEqualTo(30);
    return files.stream()
        .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> holds(file)));
  }

  private static void holds(Path file) throws IOException {
    var expected =
        Files.readAllLines(file).stream()
            .filter(line -> line.startsWith(EXPECTED))
            .map(line -> line.substring(EXPECTED.length()))
            .toList();

    then(expected).isNotEmpty();
    then(lint(file).findings())
        .extracting(finding -> finding.rule().id())
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  private static List<Path> files(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  private static Lint.Result lint(Path file) {
    return Lint.of(
        List.of(file.toString()), InputStream.nullInputStream(), YamlValue.absent("podproof.yaml"));
  }
}
