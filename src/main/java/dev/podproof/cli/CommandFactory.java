package dev.podproof.cli;

import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Makes commands and hands them the environment, which nobody else reads. */
record CommandFactory(Map<String, String> environment) implements IFactory {
  @Override
  public <K> K create(Class<K> type) throws Exception {
    return type == RunCommand.class
        ? type.cast(new RunCommand(environment))
        : CommandLine.defaultFactory().create(type);
  }
}
