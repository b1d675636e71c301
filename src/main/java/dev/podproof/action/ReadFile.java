package dev.podproof.action;

import dev.podproof.namespace.ScenarioNamespace;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads a file as a container that runs sees it: with the image's own cat, and where it has none,
 * through the node, where the cluster gives access to it.
 *
 * <p>Through the node an absolute symbolic link on the way is not followed into the container.
 */
public record ReadFile(String pod, String container, String path)
    implements Action<RunCommand.Result> {
  /** What ends the last line: the exit code, also where the file does not end in a line end. */
  private static final Pattern ENDED = Pattern.compile("(.*)\\|(\\d+)");

  @Override
  public String inWords() {
    return "read file " + path + " of container " + container + " of pod " + pod;
  }

  /** {@inheritDoc} A file that is not there is a result, with what cat says of it. */
  @Override
  public RunCommand.Result perform(ScenarioNamespace namespace) throws InterruptedException {
    var own = RunCommand.execute(namespace, pod, container, List.of("cat", path));
    var node = namespace.cluster().node();
    // A cat that runs and fails says why.
    return own.exitCode() == 0 || !own.error().isBlank() || node.isEmpty()
        ? own
        : result(NodeAction.run(node.get(), script(namespace.name())));
  }

  private String script(String namespace) {
    var labels =
        " --label io.kubernetes.pod.namespace="
            + namespace
            + " --label io.kubernetes.pod.name="
            + pod
            + " --label io.kubernetes.container.name="
            + container;
    return "id=$(crictl ps -q"
        + labels
        + ") && [ -n \"$id\" ] || { echo 'the container does not run'; echo '|1'; exit; }; "
        + "pid=$(crictl inspect -o go-template --template '{{.info.pid}}' $id); "
        + "cd /proc/$pid/root && cat ."
        + quoted(path)
        + "; echo \"|$?\"";
  }

  private static String quoted(String path) {
    return "'" + path.replace("'", "'\\''") + "'";
  }

  /** What was read, from the lines that the script printed. */
  static RunCommand.Result result(List<String> lines) {
    var text = new ArrayList<>(lines);
    var ended = ENDED.matcher(text.isEmpty() ? "" : text.remove(text.size() - 1));
    if (!ended.matches()) {
      throw new ActionProblem(
          "the node did not say how reading ended: " + String.join("; ", lines));
    }
    if (!ended.group(1).isEmpty()) {
      text.add(ended.group(1));
    }
    var said = String.join("\n", text);
    var code = Integer.parseInt(ended.group(2));
    return code == 0 ? new RunCommand.Result(0, said, "") : new RunCommand.Result(code, "", said);
  }
}
