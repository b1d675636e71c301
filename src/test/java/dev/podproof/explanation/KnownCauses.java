package dev.podproof.explanation;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The causes that explanations must name: which there are, which scenario produces each, and what
 * is said of it.
 */
public final class KnownCauses {
  static final List<Path> FOLDERS =
      List.of(Path.of("src/test/resources/explanations"), Path.of("src/test/resources/broken"));

  private static final Path RESOURCES = FOLDERS.get(0);

  private KnownCauses() {}

  /**
   * A cause.
   *
   * @param scenario that produces it; empty where none can
   * @param blocker what must be named
   * @param without why no scenario can produce it; empty where one does
   */
  public record KnownCause(String cause, String scenario, String blocker, String without) {
    public KnownCause {
      scenario = scenario == null ? "" : scenario;
      blocker = blocker == null ? "" : blocker;
      without = without == null ? "" : without;
    }

    public boolean isProduced() {
      return !scenario.isEmpty();
    }
  }

  /** What a run said. */
  record Kept(String cluster, Map<String, List<String>> said) {}

  /** The causes in the order of the table. */
  public static List<KnownCause> all() {
    return yaml("causes.yaml", new TypeReference<List<KnownCause>>() {});
  }

  /** What must be said in each scenario, by its name. */
  public static Map<String, String> said() {
    var said = new TreeMap<String, String>();
    yaml("said.yaml", new TypeReference<Map<String, Map<String, String>>>() {})
        .values()
        .forEach(said::putAll);
    return said;
  }

  /** What was said in a run, as it is kept for the table: the first lines of each explanation. */
  public static String kept(String cluster, Map<String, String> said) throws IOException {
    var lines = new TreeMap<String, List<String>>();
    said.forEach((scenario, text) -> lines.put(scenario, firstLines(text)));
    return new JsonMapper()
            .writerWithDefaultPrettyPrinter()
            .writeValueAsString(new Kept(cluster, lines))
        + "\n";
  }

  static Kept kept() throws IOException {
    return new JsonMapper().readValue(RESOURCES.resolve("said.json").toFile(), Kept.class);
  }

  /** The first three lines of the chain that an explanation names, without their label. */
  public static List<String> firstLines(String explanation) {
    var lines = new ArrayList<String>();
    var inChain = false;
    for (var line : explanation.lines().toList()) {
      inChain = line.startsWith("blocked") || (inChain && line.startsWith(" "));
      if (inChain && lines.size() < 3) {
        lines.add(line.replaceFirst("^blocked", "").strip());
      }
    }
    return lines;
  }

  /** Where a scenario of that name stands, as file and line; empty where there is none. */
  static String place(String scenario) throws IOException {
    for (var folder : FOLDERS) {
      try (var files = Files.list(folder)) {
        for (var file : files.filter(f -> f.toString().endsWith(".feature")).sorted().toList()) {
          var line = Files.readAllLines(file).indexOf("  Scenario: " + scenario);
          if (line >= 0) {
            return file + ":" + (line + 1);
          }
        }
      }
    }
    return "";
  }

  private static <T> T yaml(String name, TypeReference<T> type) {
    try {
      return new YAMLMapper().readValue(RESOURCES.resolve(name).toFile(), type);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
