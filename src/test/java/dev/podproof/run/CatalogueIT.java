package dev.podproof.run;

import static org.assertj.core.api.BDDAssertions.then;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The catalogue of behaviours and the use cases hold on a real cluster. Runs with -Pfull. */
@Tag("full")
class CatalogueIT {
  /** The page that comes of it, for docs/, lies in target/. */
  @Test
  void every_behaviour_is_satisfied() throws Exception {
    var with = catalogue("with-runtime");
    var without = catalogue("without-runtime", "--without-runtime");
    Files.writeString(
        Path.of("target/catalogue.md"), CataloguePage.of(with.results(), without.results()));

    then(with.run().exitCode()).as(with.run().output()).isZero();
    // A worse witness may leave open what a better one decides, and turns nothing red.
    then(without.run().exitCode()).as(without.run().output()).isIn(0, 3);
  }

  private static Ran catalogue(String name, String... options)
      throws IOException, InterruptedException {
    var reports = Path.of("target/reports/catalogue", name);
    var arguments =
        new java.util.ArrayList<>(
            java.util.List.of(
                "run",
                "features/catalogue",
                "features/usecases",
                "--parallel=6",
                "--report-dir=" + reports));
    arguments.addAll(java.util.List.of(options));
    var run = Launched.podproof(arguments.toArray(String[]::new));
    return new Ran(run, new JsonMapper().readTree(reports.resolve("results.json").toFile()));
  }

  private record Ran(Launched run, JsonNode results) {}
}
