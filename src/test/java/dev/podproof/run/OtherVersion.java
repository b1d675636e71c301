package dev.podproof.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * What is kept of a run of the catalogue on another version of Kubernetes, whose node image takes
 * too long to build in every build: which verdict each row had.
 */
final class OtherVersion {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Path KEPT = Path.of("src/test/resources/catalogue/other-version.json");

  private OtherVersion() {}

  static JsonNode kept() {
    try {
      return JSON.readTree(Files.readString(KEPT));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is to be kept, of the results of such a run. */
  static String of(JsonNode results) {
    var kept = JSON.createObjectNode();
    kept.put("cluster", results.path("cluster").asText());
    kept.put("scenarios", results.path("scenarios").size());
    kept.put("seconds", results.path("seconds").asLong());
    var rows = kept.putObject("rows");
    CataloguePage.verdicts(CataloguePage.rows(results)).forEach(rows::put);
    return kept.toPrettyString() + "\n";
  }

  /**
   * The part of the page about it.
   *
   * @param rows the verdicts of the rows on the page
   */
  static String section(JsonNode kept, Map<String, String> rows) {
    var section = new StringBuilder();
    var different = 0;
    for (var row : rows.entrySet()) {
      var other = kept.path("rows").path(row.getKey()).asText("not run");
      if (!other.equals(row.getValue())) {
        different++;
        section.append(String.format("| %s | %s | %s |%n", row.getKey(), row.getValue(), other));
      }
    }
    return "\n## On another version\n\nOn "
        + kept.path("cluster").asText()
        + ", in a run of its own of "
        + kept.path("scenarios").asInt()
        + " scenarios, "
        + (rows.size() - different)
        + " rows had the same verdict, and these another:\n\n| Row | Above | There |\n|---|---|---|\n"
        + section;
  }
}
