package dev.podproof.action;

import dev.podproof.namespace.ScenarioNamespace;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.HttpURLConnection;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.apache.commons.lang3.exception.ExceptionUtils;

/**
 * Runs a script in a container's shell and waits for its end.
 *
 * @param told the script as it stands in the scenario's sentence; empty where it stands below it
 */
public record RunCommand(String pod, String container, String script, String told)
    implements Action<RunCommand.Result> {
  /** What is said where a connection is answered with another status than the one it asked for. */
  private static final Pattern REFUSED = Pattern.compile("status code (?:4\\d\\d|500)\\b");

  private static final Duration LIMIT = Duration.ofSeconds(60);

  /** A script that stands in the sentence. */
  public static RunCommand inLine(String pod, String container, String script) {
    return new RunCommand(pod, container, script, script + " ");
  }

  /** A script that stands below the sentence. */
  public static RunCommand below(String pod, String container, String script) {
    return new RunCommand(pod, container, script, "");
  }

  /** What a command printed and how it ended. */
  public record Result(int exitCode, String output, String error) {}

  @Override
  public String inWords() {
    return "run " + told + "in container " + container + " of pod " + pod;
  }

  /** {@inheritDoc} A command that ends with another code than 0 is a result, not a problem. */
  @Override
  public Result perform(ScenarioNamespace namespace) throws InterruptedException {
    return execute(namespace, pod, container, List.of("sh", "-c", script));
  }

  /** Runs a command, shell or not. */
  static Result execute(
      ScenarioNamespace namespace, String pod, String container, List<String> command)
      throws InterruptedException {
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
              + command.get(command.size() - 1),
          e);
    } catch (ExecutionException | KubernetesClientException e) {
      throw problem(pod, container, e);
    }
  }

  // The API server and the kubelet say so where there is nothing to run a command in; a connection
  // that breaks tells nothing.
  private static ActionProblem problem(String pod, String container, Exception e) {
    var said = ExceptionUtils.getRootCauseMessage(e);
    var words =
        "no command can be run in container "
            + container
            + " of pod "
            + pod
            + ": "
            + said
            + "\n  wait until it runs: Then container \""
            + container
            + "\" is running";
    var refused =
        ExceptionUtils.getThrowableList(e).stream()
            .anyMatch(
                one ->
                    one instanceof KubernetesClientException client
                        && client.getCode() >= HttpURLConnection.HTTP_BAD_REQUEST);
    return refused
            || REFUSED.matcher(said).find()
            || said.contains("container not found")
            || said.contains("not running")
        ? new ActionProblem(words, e)
        : ActionProblem.unheard(words, e);
  }
}
