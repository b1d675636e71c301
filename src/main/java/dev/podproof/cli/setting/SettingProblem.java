package dev.podproof.cli.setting;

import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** A setting that cannot be used; the message says where it stands. */
public final class SettingProblem extends ParameterException {
  private static final long serialVersionUID = 1L;

  SettingProblem(CommandLine command, String message) {
    super(command, message);
  }
}
