package dev.podproof.cluster.image;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What a stand-in does, as a script for a POSIX shell with BusyBox's applets.
 *
 * <p>The scripts end at once when they are asked to (SIGTERM): what takes time runs in the
 * background and is waited for, since a shell handles a signal only between its commands.
 */
public sealed interface Behaviour {
  /** The script; it goes on until it is stopped, unless the behaviour is to exit. */
  String script();

  /** The behaviour in words, such as "serves HTTP on port 8080". */
  String inWords();

  /** Ends at once on SIGTERM. */
  private static String trapped(String script) {
    return "trap 'exit 0' TERM INT; " + script;
  }

  private static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.3f", duration.toMillis() / 1000.0);
  }

  /**
   * Answers HTTP requests for the files of /www, where index.html is a greeting.
   *
   * @param ports one at least, each of which answers the same
   * @param paths what else is answered, each with a slash at its beginning
   */
  record ServesHttp(List<Integer> ports, List<String> paths) implements Behaviour {
    public ServesHttp {
      ports = List.copyOf(ports);
      paths = List.copyOf(paths);
    }

    /** At one port. */
    public ServesHttp(int port, List<String> paths) {
      this(List.of(port), paths);
    }

    @Override
    public String script() {
      return trapped(
          "mkdir -p /www; [ -e /www/index.html ] || echo hello > /www/index.html; "
              + paths.stream().map(ServesHttp::made).collect(Collectors.joining())
              + ports.stream()
                  .map(port -> "httpd -f -p " + port + " -h /www & ")
                  .collect(Collectors.joining())
              + "wait $!");
    }

    private static String made(String path) {
      return "f='/www"
          + path.replaceAll("/+$", "/index.html")
          + "'; mkdir -p \"${f%/*}\"; echo ok > \"$f\"; ";
    }

    @Override
    public String inWords() {
      return "serves HTTP on port "
          + ports.stream().map(String::valueOf).collect(Collectors.joining(" and "))
          + (paths.isEmpty()
              ? ""
              : paths.stream().collect(Collectors.joining("\" or \"", " at \"", "\"")));
    }
  }

  /** Appends "line 1", "line 2", ... to a file; the folder must exist, as for any app. */
  record WritesLines(String file, Duration every, Duration after) implements Behaviour {
    @Override
    public String script() {
      return trapped(
          "sleep "
              + seconds(after)
              + " & wait $!; n=1; while echo \"line $n\" >> "
              + file
              + "; do n=$((n+1)); sleep "
              + seconds(every)
              + " & wait $!; done; exit 1");
    }

    @Override
    public String inWords() {
      return "writes a line every "
          + seconds(every)
          + "s to "
          + file
          + (after.isZero() ? "" : ", beginning after " + seconds(after) + "s");
    }
  }

  /** Ends with a code after a time. */
  record Exits(int code, Duration after) implements Behaviour {
    @Override
    public String script() {
      return trapped("sleep " + seconds(after) + " & wait $!; exit " + code);
    }

    @Override
    public String inWords() {
      return "exits with code " + code + " after " + seconds(after) + "s";
    }
  }
}
