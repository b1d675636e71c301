package dev.podproof.cli;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jline.terminal.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/**
 * Makes commands and hands them the environment, which nobody else reads, and the terminal, if
 * there is one.
 *
 * @param folder where the search for podproof.yaml begins
 * @param standardInput what - stands for
 */
record CommandFactory(
    Map<String, String> environment,
    Supplier<Optional<Terminal>> terminal,
    Path folder,
    InputStream standardInput)
    implements IFactory {
  /** With the standard input of the process. */
  CommandFactory(
      Map<String, String> environment, Supplier<Optional<Terminal>> terminal, Path folder) {
    this(environment, terminal, folder, System.in);
  }

  @Override
  public <K> K create(Class<K> type) throws Exception {
    if (type == RunCommand.class) {
      return type.cast(new RunCommand(environment, terminal));
    }
    if (type == CheckCommand.class) {
      return type.cast(new CheckCommand(environment, terminal, standardInput));
    }
    if (type == ScaffoldCommand.class) {
      return type.cast(new ScaffoldCommand(environment, standardInput));
    }
    if (type == MutateCommand.class) {
      return type.cast(new MutateCommand(environment, terminal));
    }
    if (type == PodCommands.ExplainPod.class) {
      return type.cast(new PodCommands.ExplainPod(environment, terminal));
    }
    if (type == ConfigCommand.class) {
      return type.cast(new ConfigCommand(() -> Podproof.commandLine(this)));
    }
    return type == PodCommands.Watch.class
        ? type.cast(new PodCommands.Watch(environment, terminal))
        : CommandLine.defaultFactory().create(type);
  }
}
