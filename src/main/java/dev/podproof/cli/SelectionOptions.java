package dev.podproof.cli;

import dev.podproof.settings.RunSettings.Selection;
import picocli.CommandLine.Option;

/** The options that choose scenarios. */
final class SelectionOptions {
  @Option(
      names = "--tags",
      paramLabel = "EXPRESSION",
      description = "Only scenarios whose tags match, such as \"@slow and not @wip\".")
  private String tags = "";

  @Option(
      names = "--name",
      paramLabel = "REGEX",
      description = "Only scenarios whose name matches.")
  private String name = "";

  /** What they choose. */
  Selection selection(boolean dryRun, boolean failFast, int repetitions) {
    return new Selection(tags, name, dryRun, failFast, repetitions);
  }
}
