package dev.podproof.cluster;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/** Commands on the node. Thread-safe. */
public interface NodeAccess {
  /** The containerd client on the node, told where K3s puts the socket. */
  String CTR = "ctr -a /run/k3s/containerd/containerd.sock";

  /**
   * Starts a command and stays in touch with it.
   *
   * @param line is given each line of its standard output, without the end of line, in order
   * @param ended is called once when the command or the connection has ended
   */
  Conversation converse(List<String> command, Consumer<String> line, Runnable ended);

  /** A running command. */
  interface Conversation extends AutoCloseable {
    /**
     * Writes a line to its standard input.
     *
     * @throws IOException if the command no longer listens
     */
    void say(String line) throws IOException;

    /** Ends its standard input, at which the command is to end. Twice is harmless. */
    @Override
    void close();
  }
}
