package dev.podproof.report;

import dev.podproof.report.ScenarioResult.Place;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * A run as JUnit XML: a test case a scenario. Violated is a failure; undecided, refused and lost
 * are errors; skipped is skipped. The document is as docs/schema/junit.xsd promises, which has no
 * more than the schemas of Surefire and of Jenkins' xUnit plugin have.
 */
public final class JUnitXml {
  private static final int LONGEST_MESSAGE = 1_000;

  private JUnitXml() {}

  /** Writes junit.xml into a folder that exists. */
  public static void write(RunResult run, Path folder) throws IOException {
    Files.writeString(folder.resolve("junit.xml"), text(run));
  }

  /** The document. */
  static String text(RunResult run) {
    var text = new StringWriter();
    try {
      var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      suite(xml, run);
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("writing XML into memory cannot fail", e);
    }
    return text + "\n";
  }

  private static void suite(XMLStreamWriter xml, RunResult run) throws XMLStreamException {
    var errors =
        run.count(Outcome.UNDECIDED)
            + run.count(Outcome.INFRASTRUCTURE)
            + run.count(Outcome.UNUSABLE);
    xml.writeStartElement("testsuite");
    xml.writeAttribute("name", "podproof");
    xml.writeAttribute("tests", Integer.toString(run.scenarios().size()));
    xml.writeAttribute("failures", Long.toString(run.count(Outcome.VIOLATED)));
    xml.writeAttribute("errors", Long.toString(errors));
    xml.writeAttribute("skipped", Long.toString(run.count(Outcome.SKIPPED)));
    xml.writeAttribute("time", seconds(run.took()));
    xml.writeAttribute("timestamp", run.began().toString());
    var names = names(run.scenarios());
    for (var scenario : run.scenarios()) {
      testCase(xml, scenario, names.getOrDefault(scenario.place(), ""));
    }
    xml.writeEndElement();
  }

  private static void testCase(XMLStreamWriter xml, ScenarioResult scenario, String name)
      throws XMLStreamException {
    var place = scenario.place();
    xml.writeStartElement("testcase");
    xml.writeAttribute("classname", valid(place.feature()));
    xml.writeAttribute("name", valid(name));
    xml.writeAttribute("time", seconds(scenario.took()));
    var element = element(scenario.outcome());
    if (element.isPresent()) {
      var step = scenario.unsatisfied().orElseThrow();
      xml.writeStartElement(element.get());
      xml.writeAttribute("message", valid(firstLine(step)));
      xml.writeAttribute("type", scenario.outcome().name().toLowerCase(Locale.ROOT));
      xml.writeCharacters(
          valid(
              scenario.outcome() == Outcome.SKIPPED
                  ? step.because()
                  : ConsoleReport.explanation(scenario, step)));
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  // The rows of an outline may all have its name, and a reader takes cases of one name for one.
  private static Map<Place, String> names(List<ScenarioResult> scenarios) {
    var count = new HashMap<String, Integer>();
    scenarios.forEach(one -> count.merge(named(one.place()), 1, Integer::sum));
    return scenarios.stream()
        .map(ScenarioResult::place)
        .distinct()
        .collect(
            Collectors.toMap(
                place -> place,
                place ->
                    place.title()
                        + (count.getOrDefault(named(place), 1) > 1
                            ? " (line " + place.line() + ")"
                            : "")));
  }

  private static String named(Place place) {
    return place.feature() + "\n" + place.title();
  }

  private static Optional<String> element(Outcome outcome) {
    return switch (outcome) {
      case SATISFIED -> Optional.empty();
      case VIOLATED -> Optional.of("failure");
      case SKIPPED -> Optional.of("skipped");
      case UNDECIDED, UNUSABLE, INFRASTRUCTURE -> Optional.of("error");
    };
  }

  private static String firstLine(StepResult step) {
    var because = step.because().lines().findFirst().orElse("");
    return step.text() + ": " + Printable.cut(because, LONGEST_MESSAGE);
  }

  /** XML 1.0 has no control characters but these three, nor halves of surrogate pairs. */
  static String valid(String text) {
    var valid = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              var allowed =
                  c == '\t'
                      || c == '\n'
                      || c == '\r'
                      || (c >= 0x20 && c <= 0xD7FF)
                      || (c >= 0xE000 && c <= 0xFFFD)
                      || c >= 0x10000;
              valid.appendCodePoint(allowed ? c : 0xFFFD);
            });
    return valid.toString();
  }

  private static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.3f", duration.toMillis() / 1000.0);
  }
}
