package dev.podproof.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * One run: what, how long, and what to tell of it.
 *
 * @param parallel how many scenarios run side by side; in a shared namespace it is one
 * @param features paths of feature files or folders, each with an optional :LINE
 */
public record RunSettings(
    List<String> features,
    Selection selection,
    int parallel,
    Waits waits,
    Output output,
    Leave leave,
    Evidence evidence) {
  public RunSettings {
    features = List.copyOf(features);
  }

  /** Manifests may reach nothing beyond their scenario's namespace, and no evidence is kept. */
  public RunSettings(
      List<String> features, Selection selection, int parallel, Waits waits, Output output) {
    this(features, selection, parallel, waits, output, new Leave(false, Set.of()), Evidence.NONE);
  }

  /** Of which scenarios evidence is kept, below the folder of the reports. */
  public enum Evidence {
    /** Of those that were neither satisfied nor skipped. */
    FAILED,
    /** Of all that were begun. */
    ALL,
    /** Of none. */
    NONE
  }

  /** What a dry run of these features needs: nothing is chosen, written or waited for. */
  public static RunSettings dry(List<String> features) {
    return new RunSettings(
        features,
        new Selection("", "", true, false),
        1,
        Waits.DEFAULTS,
        new Output(Files.NONE, false, false, false));
  }

  /**
   * What manifests may reach beyond their scenario's namespace.
   *
   * @param clusterScoped whether objects may be made that belong to no namespace
   * @param namespaces names of namespaces that stand for the scenario's own
   */
  public record Leave(boolean clusterScoped, Set<String> namespaces) {
    public Leave {
      namespaces = Set.copyOf(namespaces);
    }
  }

  /**
   * Which scenarios.
   *
   * @param tags a tag expression; empty for all
   * @param name a regular expression that the name must match in part; empty for all
   * @param dryRun whether to check everything that needs no cluster, and stop there
   * @param failFast whether scenarios are skipped that begin after one was not satisfied
   * @param repetitions how often each is run
   */
  public record Selection(
      String tags, String name, boolean dryRun, boolean failFast, int repetitions) {
    /** Each of them once. */
    public Selection(String tags, String name, boolean dryRun, boolean failFast) {
      this(tags, name, dryRun, failFast, 1);
    }
  }

  /** How long to wait; see the session. */
  public record Waits(Duration budget, Duration patience, Duration reportingDelay) {
    /** A minute, ten seconds, three seconds. */
    public static final Waits DEFAULTS =
        new Waits(Duration.ofSeconds(60), Duration.ofSeconds(10), Duration.ofSeconds(3));
  }

  /**
   * Files that tell of a run.
   *
   * @param reportDir folder for report.html, junit.xml and results.json; the empty path for none
   * @param tap file for TAP; the empty path for none
   * @param plugins of Cucumber's, as it takes them, such as html:out.html
   */
  public record Files(Path reportDir, Path tap, List<String> plugins) {
    /** No files. */
    public static final Files NONE = new Files(Path.of(""), Path.of(""), List.of());

    public Files {
      plugins = List.copyOf(plugins);
    }
  }

  /**
   * What to tell.
   *
   * @param timeline whether to print each scenario's timeline
   * @param timings whether to print how long the phases took
   * @param strict whether a run in which everything was skipped is undecided
   */
  public record Output(Files files, boolean timeline, boolean timings, boolean strict) {}
}
