package dev.podproof.cli;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** podproof completion: words that a shell offers. */
@Command(
    name = "completion",
    description = "Prints a script that completes commands and options in a shell.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "In a shell that is open: source <(podproof completion bash). For every new one put that line",
      "into ~/.bashrc or ~/.zshrc."
    })
final class CompletionCommand implements Callable<Integer> {
  @Spec private CommandLine.Model.@Nullable CommandSpec spec;

  @SuppressWarnings("UnusedVariable") // Others are refused; one script serves both.
  @Parameters(paramLabel = "SHELL", description = "bash or zsh.")
  private Shell shell = Shell.BASH;

  /** Shells that know the words of bash. */
  private enum Shell {
    BASH,
    ZSH
  }

  @Override
  public Integer call() {
    var root = Objects.requireNonNull(spec).root();
    var out = spec.commandLine().getOut();
    // Where zsh reads it, it asks for zsh's own bashcompinit first.
    out.print(AutoComplete.bash(root.name(), root.commandLine()));
    out.flush();
    return 0;
  }
}
