package dev.podproof.explanation;

import static org.assertj.core.api.BDDAssertions.then;

import dev.podproof.explanation.KnownCauses.KnownCause;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every cause has a scenario or a reason for none, and was named when it was last run. */
class KnownCausesTest {
  static List<KnownCause> causes() {
    return KnownCauses.all();
  }

  @ParameterizedTest
  @MethodSource("causes")
  void a_cause_has_a_scenario_or_a_reason_for_none(KnownCause cause) throws IOException {
    then(cause.isProduced()).isNotEqualTo(!cause.without().isEmpty());
    then(cause.isProduced()).isEqualTo(!KnownCauses.place(cause.scenario()).isEmpty());
    then(cause.isProduced()).isEqualTo(!cause.blocker().isEmpty());
  }

  @ParameterizedTest
  @MethodSource("causes")
  void the_blocker_stood_in_the_first_three_lines_of_the_chain(KnownCause cause)
      throws IOException {
    if (cause.isProduced()) {
      then(KnownCauses.kept().said().get(cause.scenario()))
          .isNotEmpty()
          .anyMatch(line -> line.contains(cause.blocker()));
    }
  }

  @Test
  void every_scenario_has_its_words_and_every_words_their_scenario() throws IOException {
    var scenarios = new TreeSet<String>();
    for (var folder : KnownCauses.FOLDERS) {
      try (var files = Files.list(folder)) {
        for (var file : files.filter(f -> f.toString().endsWith(".feature")).toList()) {
          Files.readAllLines(file).stream()
              .filter(line -> line.startsWith("  Scenario: "))
              .forEach(line -> scenarios.add(line.substring("  Scenario: ".length())));
        }
      }
    }

    then(KnownCauses.said().keySet()).isEqualTo(scenarios);
    then(KnownCauses.kept().said().keySet()).isEqualTo(scenarios);
  }

  @Test
  void the_first_lines_are_those_of_the_chain() {
    var said =
        """
        expected  a
        but       b
        blocked   one
                  two
                  three
                  four
        timeline  c
        next      d
                  e""";

    then(KnownCauses.firstLines(said)).containsExactly("one", "two", "three");
    then(KnownCauses.firstLines("expected  a\nnext      d\n          e")).isEmpty();
  }
}
