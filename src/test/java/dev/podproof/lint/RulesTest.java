package dev.podproof.lint;

import static org.assertj.core.api.BDDAssertions.then;

import dev.podproof.lint.rule.About;
import dev.podproof.lint.rule.Basis;
import dev.podproof.lint.rule.Rule;
import dev.podproof.lint.rule.Rules;
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

/** Each rule finds its fault, in these words, and leaves its cure alone. */
class RulesTest {
  private static final Path PAIRS = Path.of("src/test/resources/lint/rule");
  private static final Path SCENARIOS = Path.of("features/lint/behaviours.feature");

  @TestFactory
  Stream<DynamicTest> a_fault_is_found_and_its_cure_is_clean() {
    return Rules.ALL.stream()
        .map(Rule::about)
        .map(rule -> DynamicTest.dynamicTest(rule.id(), () -> holds(rule)));
  }

  private static void holds(About rule) throws IOException {
    var pair = PAIRS.resolve(rule.id());
    var fault = lint(pair.resolve("fault.yaml"));
    then(fault.findings())
        .extracting(finding -> finding.rule().id(), finding -> finding.message())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                rule.id(), Files.readString(pair.resolve("expected.txt")).strip()));
    then(lint(pair.resolve("clean.yaml")).findings()).isEmpty();
  }

  @Test
  void the_page_has_the_rules_as_they_are() throws IOException {
    then(Files.readString(Path.of("docs/lint.md")))
        .as("write the table anew: ./podproof lint --rules")
        .contains("<!-- generated -->\n" + RulesTable.markdown() + "<!-- end -->\n");
  }

  @TestFactory
  Stream<DynamicTest> what_claims_to_be_proved_has_a_scenario_for_fault_and_cure()
      throws IOException {
    var scenarios = Files.readString(SCENARIOS);
    return Rules.ALL.stream()
        .map(Rule::about)
        .filter(rule -> rule.basis() == Basis.PROVED)
        .map(
            rule ->
                DynamicTest.dynamicTest(
                    rule.id(),
                    () ->
                        then(List.of("fault.yaml", "clean.yaml"))
                            .allMatch(name -> applies(scenarios, rule, name))));
  }

  // By its path, or word for word where only a text can be tried.
  private static boolean applies(String scenarios, About rule, String name) {
    var file = PAIRS.resolve(rule.id()).resolve(name);
    try {
      return scenarios.contains("\"" + file + "\"")
          || scenarios.contains(Files.readString(file).indent(6));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Lint.Result lint(Path file) {
    return Lint.of(
        List.of(file.toString()), InputStream.nullInputStream(), YamlValue.absent("podproof.yaml"));
  }
}
