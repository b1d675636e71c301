package dev.podproof.run;

import static org.assertj.core.api.BDDAssertions.then;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The catalogue of behaviours and the use cases hold on a real cluster. */
class CatalogueIT {
  private static final List<String> WHOLE = List.of("features/catalogue", "features/usecases");

  @Test
  @Tag("sample")
  void an_example_of_each_row_is_satisfied() throws Exception {
    var one = catalogue("one", CatalogueScenario.oneOfEachRow());

    then(one.run().exitCode()).as(one.run().output()).isZero();
    then(one.results().path("scenarios")).hasSameSizeAs(CatalogueScenario.oneOfEachRow());
  }

  /** The page that comes of it, for docs/, lies in target/. */
  @Test
  @Tag("full")
  void every_behaviour_is_satisfied() throws Exception {
    var with = catalogue("with-runtime", WHOLE);
    var without = catalogue("without-runtime", WHOLE, "--without-runtime");
    Files.writeString(
        Path.of("target/catalogue.md"),
        CataloguePage.of(with.results(), without.results(), OtherVersion.kept()));

    then(with.run().exitCode()).as(with.run().output()).isZero();
    // A worse witness may leave open what a better one decides, and turns nothing red.
    then(without.run().exitCode()).as(without.run().output()).isIn(0, 3);
  }

  /**
   * With -Dpodproof.other-kubernetes=1.34.4, say, for which there is a node image. What the page
   * tells of it, for src/test/resources/catalogue/, lies in target/.
   */
  @Test
  @Tag("full")
  @EnabledIfSystemProperty(named = "podproof.other-kubernetes", matches = ".+")
  void every_behaviour_is_satisfied_on_another_version_or_skipped_there() throws Exception {
    var version = System.getProperty("podproof.other-kubernetes");
    var other = catalogue("other-version", WHOLE, "--cluster=node", "--kubernetes=" + version);
    Files.writeString(Path.of("target/other-version.json"), OtherVersion.of(other.results()));

    then(other.run().exitCode()).as(other.run().output()).isZero();
  }

  private static Ran catalogue(String name, Collection<String> features, String... options)
      throws IOException, InterruptedException {
    var reports = Path.of("target/reports/catalogue", name);
    var arguments =
        Stream.of(
                Stream.of("run", "--parallel=6", "--report-dir=" + reports),
                Stream.of(options),
                features.stream())
            .flatMap(Function.identity());
    var run = Launched.podproof(arguments.toArray(String[]::new));
    return new Ran(run, new JsonMapper().readTree(reports.resolve("results.json").toFile()));
  }

  private record Ran(Launched run, JsonNode results) {}
}
