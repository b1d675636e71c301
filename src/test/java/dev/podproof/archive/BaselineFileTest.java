package dev.podproof.archive;

import static dev.podproof.lifecycle.Histories.aPod;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.BDDAssertions.then;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.podproof.baseline.Attempts;
import dev.podproof.baseline.Baseline;
import dev.podproof.baseline.Comparison;
import dev.podproof.baseline.Course;
import dev.podproof.baseline.CourseReader;
import dev.podproof.baseline.PatternOf;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A baseline as a file. */
class BaselineFileTest {
  private static final Baseline.Name NAME = new Baseline.Name("web.feature", "It waits", 1);

  @TempDir Path folder;

  private static Course course(double pause, int restarts) {
    var histories =
        aPod("init", "app")
            .at("0s")
            .acts("apply Pod web")
            .at("1s")
            .starts("init")
            .at("2s")
            .exits("init", 0)
            .at(2 + pause + "s")
            .starts("app")
            .reports("BackOff", "app", "words");
    for (int i = 0; i < restarts; i++) {
      histories.at(10 + i + "s").exits("app", 1).at(10.5 + i + "s").starts("app");
    }
    return CourseReader.read(histories.at("40s").heard().history(), "satisfied");
  }

  private static Baseline baseline() {
    var pattern = PatternOf.courses(List.of(course(0.5, 0), course(0.75, 1)));
    return new Baseline(Set.of("v1.37.2"), Map.of(NAME, pattern));
  }

  @Test
  void it_reads_as_what_happened_a_line_for_each_thing() {
    then(BaselineFile.text(baseline()))
        .isEqualTo(
            """
            # How scenarios usually go, as podproof baseline save saw it; podproof baseline compare tells what is different.
            # "took" is in seconds from the last of "after", from the least to the most of all runs.
            version: 1
            kubernetes: [v1.37.2]
            scenarios:
            - feature: web.feature
              scenario: It waits
              runs: 2
              outcomes: [satisfied]
              containers: {web/app: container, web/init: init container}
              course:
              - {what: apply Pod web, by: podproof}
              - what: web/init started
                after: [apply Pod web]
                took: 1
              - what: web/init exited
                after: [web/init started]
                took: 1
                how: [exited 0]
              - what: web/app started
                after: [web/init exited]
                took: 0.50..0.75
              - what: web/app exited
                after: [web/app started]
                took: 7.25
                how: [exited 1]
                in: 1
              - what: web/app started (2)
                after: [web/app exited]
                took: 0.5
                in: 1
              restarts: {web/app: 0..1}
              events:
                web/app: {BackOff: 1}
            """);
  }

  @Test
  void it_is_as_the_published_schema_says() throws IOException {
    var written = new YAMLMapper().readTree(BaselineFile.text(baseline()));

    then(Schemas.problems("baseline", written.toString())).isEmpty();
    then(Schemas.problems("baseline", written.toString().replace("0.50..0.75", "half a second")))
        .isNotEmpty();
    then(Schemas.problems("baseline", written.toString().replace("\"course\"", "\"way\"")))
        .isNotEmpty();
  }

  @Test
  void what_was_written_is_read_again() throws IOException {
    var file = Files.writeString(folder.resolve("b.yaml"), BaselineFile.text(baseline()));

    var read = BaselineFile.read(file);

    then(BaselineFile.text(read)).isEqualTo(BaselineFile.text(baseline()));
    then(Comparison.of(
            read.scenarios().get(NAME), Attempts.alone(List.of(course(0.5, 0), course(0.75, 1)))))
        .isEmpty();
  }

  @Test
  void what_is_no_baseline_is_refused_with_its_place() throws IOException {
    refused("version: 1\nscenario: []\n", ": this is no baseline: Unrecognized field \"scenario\"");
    refused("version: 7\n", " is of version 7; this Podproof reads version 1\n  save it anew");
    refused(
        "version: 1\nscenarios:\n- {feature: f, scenario: s, runs: 1, course: [{what: a, took: long}]}\n",
        ": this is no baseline: \"long\" is no range; expected one such as 0.41..0.63, or a number");
    refused("a: [\n", ":1: this is no baseline: while parsing a flow node");
    refused("", ": this is no baseline: ");
    assertThatThrownBy(() -> BaselineFile.read(folder.resolve("none.yaml")))
        .isInstanceOf(BundleProblem.class)
        .hasMessage(
            "there is no baseline "
                + folder
                + "/none.yaml\n  podproof baseline save REPORT_DIR -o "
                + folder
                + "/none.yaml makes one");
  }

  private void refused(String text, String message) throws IOException {
    var file = Files.writeString(folder.resolve("bad.yaml"), text);

    assertThatThrownBy(() -> BaselineFile.read(file))
        .isInstanceOf(BundleProblem.class)
        .hasMessageStartingWith(file + message);
  }
}
