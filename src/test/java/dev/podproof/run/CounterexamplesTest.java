package dev.podproof.run;

import static org.assertj.core.api.BDDAssertions.then;

import dev.podproof.cli.Podproof;
import io.cucumber.gherkin.GherkinParser;
import io.cucumber.messages.types.PickleStep;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every row of the catalogue has a counterpart that must go red. */
class CounterexamplesTest {
  @TempDir Path folder;

  @Test
  void every_row_has_at_least_one() throws Exception {
    then(Counterexample.all())
        .extracting(Counterexample::row)
        .hasSameElementsAs(CatalogueScenario.rows());
    then(Counterexample.all()).extracting(one -> one.file(folder)).doesNotHaveDuplicates();
  }

  @Test
  void each_says_what_is_broken_and_what_must_be_said_of_it() throws Exception {
    then(Counterexample.all())
        .allSatisfy(
            one -> {
              then(one.broken()).isNotBlank();
              then(one.change()).isNotEmpty();
              then(one.red()).isNotBlank();
              then(one.because()).as(one.row()).hasSizeGreaterThan(5);
            });
  }

  @Test
  void each_fits_its_scenario_and_is_understood() throws Exception {
    for (var one : Counterexample.all()) {
      one.write(folder);
      then(steps(one.file(folder)))
          .as(one.row() + " has the step that must go red")
          .anyMatch(step -> step.startsWith(one.red()));
    }
    var said = new StringWriter();
    var out = new PrintWriter(said, true);

    var code =
        Podproof.run(new String[] {"run", "--dry-run", folder.toString()}, out, out, Map.of());

    then(code).as(said.toString()).isZero();
  }

  private static List<String> steps(Path feature) throws IOException {
    return GherkinParser.builder()
        .includeSource(false)
        .includeGherkinDocument(false)
        .build()
        .parse(feature)
        .flatMap(envelope -> envelope.getPickle().stream())
        .flatMap(pickle -> pickle.getSteps().stream())
        .map(PickleStep::getText)
        .toList();
  }
}
