package dev.podproof.archive;

import dev.podproof.lifecycle.History;
import dev.podproof.lifecycle.Listening;
import dev.podproof.lifecycle.Observation;
import dev.podproof.session.Remains;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What is kept of one scenario in a folder. Scenario, history and feature are enough to judge it
 * again; the rest is for people.
 *
 * @param feature the text of the feature file, with every line in its place
 */
public record Bundle(ScenarioRecord scenario, History history, String feature) {
  private static final String SCENARIO = "scenario.json";
  private static final String HISTORY = "history.json";
  private static final String FEATURE = "scenario.feature";

  /** The history as a document. */
  private record HistoryDocument(
      int version, Instant began, Listening listening, List<Observation> observations) {}

  /**
   * Writes the bundle into a folder that exists and is empty.
   *
   * @param redaction hides what nobody may be shown
   */
  public void write(Path folder, Remains remains, UnaryOperator<String> redaction)
      throws IOException {
    var json = ArchiveJson.writer(redaction);
    json.writeValue(folder.resolve(SCENARIO).toFile(), scenario);
    json.writeValue(
        folder.resolve(HISTORY).toFile(),
        new HistoryDocument(
            ArchiveJson.VERSION, history.began(), history.listening(), history.observations()));
    Files.writeString(folder.resolve(FEATURE), redaction.apply(feature));
    new Exhibits(history, folder, redaction).write(remains);
  }

  /**
   * Reads the bundle in a folder.
   *
   * @throws BundleProblem if there is none, or it cannot be read
   */
  public static Bundle read(Path folder) {
    var scenario = ArchiveJson.read(folder.resolve(SCENARIO), ScenarioRecord.class);
    var history = ArchiveJson.read(folder.resolve(HISTORY), HistoryDocument.class);
    try {
      return new Bundle(
          scenario,
          new History(history.began(), history.listening(), history.observations()),
          Files.readString(feature(folder)));
    } catch (IOException e) {
      throw new BundleProblem(
          "the bundle has no "
              + feature(folder)
              + " that can be read\n  take it from the run again; nothing was judged");
    }
  }

  /** Where the feature of the bundle in that folder stands. */
  public static Path feature(Path folder) {
    return folder.resolve(FEATURE);
  }
}
