package dev.podproof.report;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.BDDAssertions.then;

import dev.podproof.repetition.Repetition;
import dev.podproof.report.ScenarioResult.Place;
import java.io.StringReader;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.xml.sax.SAXException;

/** junit.xml is as its schema promises, whatever scenarios are called and however they end. */
class JUnitSchemaTest {
  private static ScenarioResult scenario(Place place, Outcome outcome) {
    return new ScenarioResult(
        place,
        List.of(),
        List.of(new StepResult("Then so", 5, outcome, Duration.ofMillis(1), "why\nand how")),
        Duration.ofSeconds(4_000));
  }

  private static Place named(String name, int line) {
    return new Place("features/a.feature", name, "features/a.feature", line);
  }

  private static String document(Stream<ScenarioResult> scenarios) {
    return JUnitXml.text(
        new RunResult(
            Instant.parse("2026-01-01T00:00:00.123456789Z"),
            Duration.ofMillis(1),
            "",
            new RunResult.Requests(0, 0),
            scenarios.toList()));
  }

  private static void validate(String document) throws Exception {
    SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
        .newSchema(Path.of("docs/schema/junit.xsd").toFile())
        .newValidator()
        .validate(new StreamSource(new StringReader(document)));
  }

  @ParameterizedTest
  @EnumSource(Outcome.class)
  void a_scenario_however_it_ends(Outcome outcome) throws Exception {
    validate(document(Stream.of(scenario(named("It", 3), outcome))));
  }

  @Test
  void a_run_without_a_scenario() throws Exception {
    validate(document(Stream.of()));
  }

  @Test
  void names_that_are_empty_long_or_full_of_control_characters() throws Exception {
    var names = List.of("", "x".repeat(100_000), "\u0000\u001b[31m\uD800\uFFFF ]]> <&\"'\t\n\r");

    validate(
        document(
            names.stream()
                .map(name -> scenario(named(name, names.indexOf(name)), Outcome.VIOLATED))));
  }

  @Test
  void rows_of_an_outline_that_all_have_its_name_are_told_apart_by_their_lines() throws Exception {
    var document =
        document(Stream.of(7, 8, 9).map(line -> scenario(named("It", line), Outcome.SATISFIED)));

    validate(document);
    then(document)
        .contains("name=\"It (line 7)\"")
        .contains("name=\"It (line 8)\"")
        .contains("name=\"It (line 9)\"");
  }

  @Test
  void repetitions_of_rows_of_one_name() throws Exception {
    validate(
        document(
            Stream.of(7, 8)
                .flatMap(
                    line ->
                        Stream.of(1, 2)
                            .map(number -> named("It", line).as(new Repetition(number, 2))))
                .map(place -> scenario(place, Outcome.SATISFIED))));
  }

  @Test
  void a_document_that_is_otherwise_is_refused() {
    var document = document(Stream.of(scenario(named("It", 3), Outcome.VIOLATED)));

    assertThatThrownBy(() -> validate(document.replace("<failure ", "<failure when=\"now\" ")))
        .isInstanceOf(SAXException.class);
    assertThatThrownBy(() -> validate(document.replace("tests=\"1\"", "tests=\"one\"")))
        .isInstanceOf(SAXException.class);
  }
}
