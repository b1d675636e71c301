package dev.podproof.cluster;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.model.Frame;
import com.github.dockerjava.api.model.StreamType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** Commands in the node's container, through Docker's exec. */
final class DockerNodeAccess implements NodeAccess {
  private final DockerClient docker;
  private final String containerId;

  DockerNodeAccess(DockerClient docker, String containerId) {
    this.docker = docker;
    this.containerId = containerId;
  }

  @Override
  public Conversation converse(List<String> command, Consumer<String> line, Runnable ended) {
    var exec =
        docker
            .execCreateCmd(containerId)
            .withAttachStdin(true)
            .withAttachStdout(true)
            .withAttachStderr(true)
            .withCmd(command.toArray(String[]::new))
            .exec();
    var input = new Lines();
    var callback = new LineCallback(line, ended);
    docker.execStartCmd(exec.getId()).withStdIn(input).exec(callback);
    return new DockerConversation(input);
  }

  /** A conversation over one hijacked connection. */
  private record DockerConversation(Lines input) implements Conversation {
    @Override
    public void say(String line) throws IOException {
      input.add(line);
    }

    // The command ends when its input does, and the connection with it. To cut the connection from
    // this side as well would only make the client's own thread complain.
    @Override
    public void close() {
      input.close();
    }
  }

  /** Cuts what the command prints into lines. Called by one thread at a time. */
  private static final class LineCallback extends ResultCallback.Adapter<Frame> {
    private final Consumer<String> line;
    private final Runnable ended;
    private final AtomicBoolean finished = new AtomicBoolean();
    private final ByteArrayOutputStream begun = new ByteArrayOutputStream();

    LineCallback(Consumer<String> line, Runnable ended) {
      this.line = line;
      this.ended = ended;
    }

    @Override
    public void onNext(Frame frame) {
      if (frame.getStreamType() == StreamType.STDERR) {
        return;
      }
      for (byte next : frame.getPayload()) {
        if (next == '\n') {
          line.accept(begun.toString(StandardCharsets.UTF_8));
          begun.reset();
        } else {
          begun.write(next);
        }
      }
    }

    @Override
    public void onError(Throwable failure) {
      super.onError(failure);
      finish();
    }

    @Override
    public void onComplete() {
      super.onComplete();
      finish();
    }

    private void finish() {
      if (finished.compareAndSet(false, true)) {
        ended.run();
      }
    }
  }

  /** A standard input that waits for lines until it is closed. */
  private static final class Lines extends InputStream {
    private static final byte[] END = new byte[0];
    private final BlockingQueue<byte[]> waiting = new LinkedBlockingQueue<>();
    private byte[] current = new byte[0];
    private int position;
    private boolean over;

    void add(String line) throws IOException {
      if (over) {
        throw new IOException("the conversation is over");
      }
      waiting.add((line + "\n").getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public int read() throws IOException {
      var one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      while (position == current.length) {
        if (over) {
          return -1;
        }
        advance();
      }
      var count = Math.min(length, current.length - position);
      System.arraycopy(current, position, into, offset, count);
      position += count;
      return count;
    }

    private void advance() throws IOException {
      try {
        current = waiting.take();
        position = 0;
        over = current == END;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException("interrupted while waiting for a line");
      }
    }

    @Override
    public void close() {
      waiting.add(END);
    }
  }
}
