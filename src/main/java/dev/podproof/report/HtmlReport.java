package dev.podproof.report;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.podproof.timeline.Timeline;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A run as one page of HTML that needs no network: an index, and the details of each scenario as
 * JSON that the page reads when a reader opens it.
 *
 * <p>Details are written as each scenario ends, so that memory holds the index alone. What the
 * cluster said reaches the page as JSON only, and the page shows it as text only. Thread-safe.
 */
public final class HtmlReport implements AutoCloseable {
  private static final String PAGE = "report.html";
  private static final JsonMapper JSON = ScriptJson.mapper();

  private final Path folder;
  private final Path details;
  private final OutputStream written;
  private final List<Entry> index = new ArrayList<>();

  /** One scenario in the index. */
  private record Entry(int id, ScenarioResult scenario) {}

  private HtmlReport(Path folder, Path details, OutputStream written) {
    this.folder = folder;
    this.details = details;
    this.written = written;
  }

  /** A report that will stand in this folder, which is made where it is missing. */
  public static HtmlReport in(Path folder) throws IOException {
    Files.createDirectories(folder);
    var details = Files.createTempFile(folder, "report", ".part");
    return new HtmlReport(folder, details, Files.newOutputStream(details));
  }

  /** Writes a scenario's details; without a timeline where nothing was begun on a cluster. */
  public synchronized void add(ScenarioResult scenario, Optional<Timeline> timeline)
      throws IOException {
    var id = index.size();
    index.add(new Entry(id, scenario));
    script("d" + id, ScenarioDetail.of(scenario, timeline, JSON));
  }

  /** Writes the page. */
  public synchronized void write(RunResult run) throws IOException {
    written.flush();
    try (var page = Files.newOutputStream(folder.resolve(PAGE))) {
      for (var part : resource("report.html").split("(?=<!--put )|(?<=-->)", -1)) {
        put(page, part, run);
      }
    }
  }

  private void put(OutputStream page, String part, RunResult run) throws IOException {
    switch (part) {
      case "<!--put style-->" -> page.write(utf8(resource("report.css")));
      case "<!--put script-->" -> page.write(utf8(resource("report.js")));
      case "<!--put index-->" -> page.write(JSON.writeValueAsBytes(index(run)));
      case "<!--put details-->" -> Files.copy(details, page);
      default -> page.write(utf8(part));
    }
  }

  private ObjectNode index(RunResult run) {
    var root = JSON.createObjectNode();
    root.put("began", run.began().toString());
    root.put("seconds", run.took().toMillis() / 1000.0);
    root.put("cluster", run.cluster());
    var scenarios = root.putArray("scenarios");
    index.stream()
        .sorted(
            Comparator.comparing((Entry one) -> one.scenario().place().file())
                .thenComparing(one -> one.scenario().place().line())
                .thenComparing(one -> one.scenario().place().repetition().number()))
        .forEach(entry -> add(scenarios.addObject(), entry));
    root.set("repeated", RepetitionJson.of(run.repeated(), JSON));
    return root;
  }

  private static void add(ObjectNode node, Entry entry) {
    var scenario = entry.scenario();
    node.put("id", entry.id());
    node.put("name", scenario.place().scenario());
    node.put("file", scenario.place().file());
    node.put("line", scenario.place().line());
    node.put("repetition", scenario.place().repetition().number());
    scenario.tags().forEach(node.putArray("tags")::add);
    node.put("outcome", scenario.outcome().name().toLowerCase(Locale.ROOT));
    node.put("seconds", scenario.took().toMillis() / 1000.0);
  }

  private void script(String id, byte[] json) throws IOException {
    written.write(utf8("<script type=\"application/json\" id=\"" + id + "\">"));
    written.write(json);
    written.write(utf8("</script>\n"));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String resource(String name) throws IOException {
    try (InputStream stream = HtmlReport.class.getResourceAsStream(name)) {
      return new String(
          java.util.Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Removes what was written for the page only. */
  @Override
  public synchronized void close() throws IOException {
    try {
      written.close();
    } finally {
      Files.deleteIfExists(details);
    }
  }
}
