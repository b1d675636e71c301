package dev.podproof.cli;

import dev.podproof.report.Screen;
import dev.podproof.run.Explain;
import dev.podproof.run.UsageProblem;
import dev.podproof.run.WatchPod;
import dev.podproof.settings.ClusterChoice.Existing;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jline.terminal.Terminal;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The commands about one pod of a cluster that exists. They only read. */
abstract class PodCommands implements Callable<Integer> {
  private final Map<String, String> environment;
  private final Supplier<Optional<Terminal>> terminal;

  @Spec private CommandLine.Model.@Nullable CommandSpec spec;

  @Parameters(paramLabel = "POD", description = "The pod's name, also as pod/NAME.")
  private String pod = "";

  @Option(
      names = {"-n", "--namespace"},
      paramLabel = "NAME",
      description = "Its namespace; default the context's.")
  private String namespace = "";

  @Option(
      names = "--kubeconfig",
      paramLabel = "FILE",
      description = "Where the cluster is named; default as for kubectl.")
  private String kubeconfig = "";

  @Option(
      names = "--context",
      paramLabel = "NAME",
      description = "The context in it; default its current one.")
  private String context = "";

  @Mixin private ScreenOptions screen = new ScreenOptions();

  @SuppressWarnings("UnusedVariable") // ProblemHandler asks the parsed command line for it
  @Option(names = "--verbose", description = "Show causes with their stack traces.")
  private boolean verbose;

  PodCommands(Map<String, String> environment, Supplier<Optional<Terminal>> terminal) {
    this.environment = environment;
    this.terminal = terminal;
  }

  abstract int execute(Existing where, Map<String, String> environment, Screen screen, String pod)
      throws InterruptedException;

  @Override
  public Integer call() throws InterruptedException {
    var name = pod.replaceFirst("^(pods?|po)/", "");
    if (name.contains("/")) {
      throw new UsageProblem(
          pod + " is no pod\n  name one: podproof " + command() + " NAME, or pod/NAME");
    }
    var out = Objects.requireNonNull(spec).commandLine().getOut();
    try (var shown = screen.open(terminal.get(), out, environment)) {
      return execute(new Existing(kubeconfig, context, namespace, false), environment, shown, name);
    }
  }

  private String command() {
    return Objects.requireNonNull(spec).name();
  }

  /** podproof explain. */
  @Command(
      name = "explain",
      description =
          "Tells why a pod of a cluster that exists does not go on, and what to try. Only reads.",
      mixinStandardHelpOptions = true,
      footer = {
        "",
        "Exit codes: 0 a cause is named or the pod is well, 2 no such pod, 3 no cause is known, 4 no cluster."
      })
  static final class ExplainPod extends PodCommands {
    ExplainPod(Map<String, String> environment, Supplier<Optional<Terminal>> terminal) {
      super(environment, terminal);
    }

    @Override
    int execute(Existing where, Map<String, String> environment, Screen screen, String pod) {
      return new Explain(where, environment, screen).execute(pod);
    }
  }

  /** podproof watch. */
  @Command(
      name = "watch",
      description =
          "Tells what changes in the life of a pod of a cluster that exists, until it ends. Only reads.",
      mixinStandardHelpOptions = true,
      footer = {
        "",
        "Exit codes: 0 the pod succeeded or is gone, 1 it failed, 2 no such pod, 4 no cluster."
      })
  static final class Watch extends PodCommands {
    Watch(Map<String, String> environment, Supplier<Optional<Terminal>> terminal) {
      super(environment, terminal);
    }

    @Override
    int execute(Existing where, Map<String, String> environment, Screen screen, String pod)
        throws InterruptedException {
      return new WatchPod(where, environment, screen).execute(pod);
    }
  }
}
