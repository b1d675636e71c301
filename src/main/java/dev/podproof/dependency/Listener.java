package dev.podproof.dependency;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/**
 * What runs in the pod behind a dependency, as commands for a shell with BusyBox's applets. Each
 * port has a listener of its own, {@code tcpsvd}, which runs a small script for each connection.
 */
final class Listener {
  /** Ends the listener of a port and every connection that it has. */
  private static final String CLOSE =
      """
      port=$1 pid=/tmp/$1.pid hex=$(printf :%04X $1)
      if [ -e $pid ]; then kill -9 -$(cat $pid) 2>/dev/null; rm $pid; fi
      while grep -qi "$hex 00000000:0000 0A " /proc/net/tcp; do :; done
      """;

  /** The listener holds on to nothing of the connection over which it was started. */
  private static final String OPEN =
      """
      printf %s "$3" >/tmp/$port.answer; printf %s "$4" >/tmp/$port.reply
      setsid tcpsvd $2 -l dependency 0.0.0.0 $port sh /tmp/$port.answer $5 /tmp/$port.reply </dev/null >/dev/null 2>&1 &
      echo $! >$pid
      until grep -qi "$hex 00000000:0000 0A " /proc/net/tcp; do
        kill -0 $! 2>/dev/null || { echo "nothing can listen on port $port" >&2; exit 1; }
      done
      """;

  // Linux drops what asks for a connection where the queue of those not yet accepted is full
  // (net/ipv4/tcp_input.c,
  // tcp_conn_request; tcp_abort_on_overflow is off by default): its length is the listening
  // socket's rx_queue.
  private static final String FILL =
      """
      until grep -qi "$hex 00000000:0000 0A 00000000:0000000[2-9]" /proc/net/tcp; do
        (timeout 1 nc 127.0.0.1 $port </dev/null >/dev/null 2>&1) & sleep 0.1
      done
      """;

  private static final String MANY = "-c 500 -b 128";
  private static final String ONE = "-c 1 -b 1";
  private static final String SAY_NOTHING = "exec cat >/dev/null";
  private static final String HOLD = "while :; do sleep 3600; done";

  /** Reads one request to its end, and then replies. */
  private static final String REPLY =
      """
      read -r request || exit 0
      length=0
      while read -r header; do
        header=$(printf %s "$header" | tr -d '\\r')
        [ -n "$header" ] || break
        case $header in [Cc]ontent-[Ll]ength:*) length=$((${header#*:})) ;; esac
      done
      [ $length -eq 0 ] || head -c $length >/dev/null
      sleep $1
      cat $2
      """;

  private Listener() {}

  /**
   * The command that brings a port into a state; when it has ended, the port answers so.
   *
   * @throws IllegalArgumentException if a pod cannot bring it about, such as that there is no pod
   */
  static List<String> command(int port, DependencyState state) {
    if (state instanceof DependencyState.Answering answer) {
      return replies(port, answer);
    }
    if (state == DependencyState.Plain.REFUSING) {
      return shell(CLOSE, port, "", "", "", Duration.ZERO);
    }
    if (state == DependencyState.Plain.ACCEPTING) {
      return replies(port, new DependencyState.Answering(200, "", Duration.ZERO));
    }
    if (state == DependencyState.Plain.SILENT) {
      return shell(CLOSE + OPEN, port, MANY, SAY_NOTHING, "", Duration.ZERO);
    }
    if (state == DependencyState.Plain.DROPPING) {
      return shell(CLOSE + OPEN + FILL, port, ONE, HOLD, "", Duration.ZERO);
    }
    throw new IllegalArgumentException(state.inWords());
  }

  private static List<String> replies(int port, DependencyState.Answering answer) {
    return shell(CLOSE + OPEN, port, MANY, REPLY, response(answer), answer.after());
  }

  /** What goes over the wire; the reason phrase may be empty (RFC 9112, section 4). */
  static String response(DependencyState.Answering answer) {
    return "HTTP/1.1 "
        + answer.status()
        + " \r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: "
        + answer.body().getBytes(StandardCharsets.UTF_8).length
        + "\r\nConnection: close\r\n\r\n"
        + answer.body();
  }

  private static List<String> shell(
      String script, int port, String options, String answer, String reply, Duration after) {
    var seconds = String.valueOf(after.toMillis() / 1000.0);
    return List.of("sh", "-c", script, "sh", String.valueOf(port), options, answer, reply, seconds);
  }
}
