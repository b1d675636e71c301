package dev.podproof.recorder;

import dev.podproof.cluster.NodeAccess;
import java.util.concurrent.ScheduledExecutorService;

/**
 * A shell on the node beside the container runtime: it tells the names behind container IDs and
 * makes events of our own. It answers in the order in which it is asked. Thread-safe.
 */
final class RuntimeShell implements AutoCloseable {
  private static final String CTR = NodeAccess.CTR;
  private static final String SCRIPT =
      CTR
          + " namespaces create podproof >/dev/null 2>&1\n"
          + "while read -r verb arg; do case $verb in\n"
          + "name) "
          + CTR
          + " -n k8s.io containers info $arg 2>/dev/null"
          + " | grep -E '\"io\\.(kubernetes|cri-containerd)\\.';"
          + " echo \"named $arg\";;\n"
          + "mark) "
          + CTR
          + " namespaces label podproof mark=$arg;;\n"
          + "echo) echo \"echo $arg\";;\n"
          + "esac; done";

  private final LastingConversation conversation;

  /** Begins it, and begins it anew whenever it ends. */
  RuntimeShell(NodeAccess node, Answers answers, ScheduledExecutorService scheduler) {
    this.conversation = new LastingConversation(node, SCRIPT, new Lines(answers), scheduler);
  }

  /** What it says, on a thread of its own. */
  interface Answers {
    /** An echo that was asked for. */
    void echoed(int mark);

    /** A label of the container whose name was asked for, as containerd writes it. */
    void labelled(String line);

    /** All labels of that container have been told; none where it is not there any more. */
    void named(String containerId);

    /** A new one took its place: what the last one had not answered is not answered any more. */
    void begunAnew();
  }

  /** Asks for the labels of a container. */
  void askName(String containerId) {
    conversation.say("name " + containerId);
  }

  /** Makes an event in the runtime's stream. */
  void mark(int mark) {
    conversation.say("mark " + mark);
  }

  /** Asks for an echo. */
  void echo(int mark) {
    conversation.say("echo " + mark);
  }

  @Override
  public void close() {
    conversation.close();
  }

  private record Lines(Answers answers) implements LastingConversation.Listener {
    @Override
    public void told(String line) {
      if (line.startsWith("echo ")) {
        answers.echoed(Integer.parseInt(line.substring("echo ".length())));
      } else if (line.startsWith("named ")) {
        answers.named(line.substring("named ".length()));
      } else {
        answers.labelled(line);
      }
    }

    @Override
    public void begunAnew() {
      answers.begunAnew();
    }
  }
}
