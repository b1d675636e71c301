package dev.podproof.action;

import dev.podproof.namespace.ScenarioNamespace;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/** Runs a command in a container and waits for its end. */
public record RunCommand(String pod, String container, List<String> command)
    implements Action<RunCommand.Result> {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  public RunCommand {
    command = List.copyOf(command);
  }

  /** A script for the container's shell. */
  public static RunCommand script(String pod, String container, String script) {
    return new RunCommand(pod, container, List.of("sh", "-c", script));
  }

  /** What a command printed and how it ended. */
  public record Result(int exitCode, String output, String error) {}

  @Override
  public String inWords() {
    return "run a command in container " + container + " of pod " + pod;
  }

  /** {@inheritDoc} A command that ends with another code than 0 is a result, not a problem. */
  @Override
  public Result perform(ScenarioNamespace namespace) throws InterruptedException {
    try {
      var result = namespace.exec(pod, container, command, LIMIT);
      return new Result(result.exitCode(), result.output(), result.error());
    } catch (TimeoutException e) {
      throw new ActionProblem(
          "the command in container "
              + container
              + " of pod "
              + pod
              + " had not ended after "
              + LIMIT.toSeconds()
              + "s: "
              + command,
          e);
    } catch (ExecutionException | KubernetesClientException e) {
      throw new ActionProblem(
          "no command can be run in container "
              + container
              + " of pod "
              + pod
              + ": "
              + e.getMessage()
              + "\n  wait until it runs: Then container \""
              + container
              + "\" is running",
          e);
    }
  }
}
