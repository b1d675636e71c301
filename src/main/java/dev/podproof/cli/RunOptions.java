package dev.podproof.cli;

import dev.podproof.cli.setting.Settings;
import dev.podproof.settings.RunSettings;
import dev.podproof.settings.RunSettings.Leave;
import dev.podproof.settings.RunSettings.Output;
import dev.podproof.settings.RunSettings.Selection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of every command that runs scenarios. */
final class RunOptions {
  /** Most of a scenario is waiting; two for each processor keep a node of that size busy. */
  private static final int LANES_PER_PROCESSOR = 2;

  @Option(
      names = "--allow-cluster-scoped",
      description =
          "Let scenarios make objects that belong to no namespace; they are removed at the scenario's end.")
  private boolean clusterScoped;

  @Option(
      names = "--namespace-map",
      paramLabel = "NAME=scenario",
      split = Settings.SEPARATOR,
      description =
          "Let a namespace that manifests name stand for the scenario's own; may be repeated.")
  private Map<String, String> namespaceMap = Map.of();

  @Option(
      names = "--timeline",
      description = "Print the timeline of each scenario's pods after it, in 100 columns.")
  private boolean timeline;

  @Option(names = "--timings", description = "Tell how long the phases took.")
  private boolean timings;

  @Option(
      names = {"-q", "--quiet"},
      description = "Tell only what was not satisfied, and the summary.")
  private boolean quiet;

  @Option(names = "--strict", description = "Exit 3 where every scenario was skipped.")
  private boolean strict;

  @Mixin private WaitOptions waits = new WaitOptions(LANES_PER_PROCESSOR);

  boolean isQuiet() {
    return quiet;
  }

  boolean isStrict() {
    return strict;
  }

  /** The settings of a run of these features. */
  RunSettings settings(List<String> selected, Selection selection, FileOptions files) {
    return new RunSettings(
        selected,
        selection,
        waits.parallel(),
        waits.waits(),
        new Output(files.files(), timeline, timings, strict),
        new Leave(clusterScoped, mapped()),
        files.evidence());
  }

  private Set<String> mapped() {
    namespaceMap.forEach(
        (name, to) -> {
          if (!to.equals("scenario")) {
            throw new IllegalArgumentException(
                "--namespace-map is "
                    + name
                    + "="
                    + to
                    + "; a namespace can stand for the scenario's own only: "
                    + name
                    + "=scenario");
          }
        });
    return namespaceMap.keySet();
  }
}
