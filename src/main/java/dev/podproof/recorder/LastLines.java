package dev.podproof.recorder;

import dev.podproof.cluster.NodeAccess;
import dev.podproof.lifecycle.Observation;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the last lines of a container's log from the node when its task is deleted: by then all of
 * it is written, and the kubelet has not removed it yet. A log that is followed through the API
 * ends without its last lines where its pod is being deleted. Thread-safe.
 *
 * <p>The files are the kubelet's (Kubernetes: logging architecture), their lines the runtime's
 * (kubernetes/kubernetes, pkg/kubelet/kuberuntime/logs: stamp, stream, F for a whole line, text).
 */
final class LastLines implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(LastLines.class);
  private static final int MOST = 500;
  private static final Pattern LINE = Pattern.compile("line (\\S+) (\\S+) \\S+ F (.*)");

  private static final String SHELL =
      "while read -r id namespace uid container; do "
          + "file=$(ls -t /var/log/pods/${namespace}_*_$uid/$container/*.log 2>/dev/null | head -n 1); "
          + "[ -z \"$file\" ] || tail -n "
          + MOST
          + " \"$file\" | sed \"s|^|line $id |\"; done";

  private final Map<String, Recording> asked = new ConcurrentHashMap<>();
  private final LastingConversation shell;

  LastLines(NodeAccess node, ScheduledExecutorService retries) {
    this.shell = new LastingConversation(node, SHELL, this::told, retries);
  }

  /** Has the end of that container's log read into the recording. */
  void read(String containerId, ContainerNames.Name name, Recording recording) {
    asked.put(containerId, recording);
    shell.say(containerId + " " + name.namespace() + " " + name.podUid() + " " + name.container());
  }

  private void told(String text) {
    var line = LINE.matcher(text);
    if (!line.matches()) {
      return;
    }
    var recording = asked.get(line.group(1));
    if (recording != null) {
      try {
        var stamp = OffsetDateTime.parse(line.group(2)).toInstant();
        recording.append(at -> new Observation.LogLine(at, line.group(1), stamp, line.group(3)));
      } catch (DateTimeException e) {
        log.debug("not a line of a log: {}", text);
      }
    }
  }

  @Override
  public void close() {
    shell.close();
  }
}
