package dev.podproof.lint.workload;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The address of a Service in a script.
 *
 * @param namespace empty where it is the pod's own
 * @param port the usual one where none is named; empty where it is not of concern
 * @param spoken what is spoken there
 */
public record ServiceAddress(String name, String namespace, String port, Spoken spoken) {
  private static final String HOST = "([a-zA-Z][\\w.-]*)";
  private static final List<Form> FORMS =
      List.of(
          new Form("\\bnc\\s+(?:-\\S+\\s+(?:\\d+\\s+)?)*" + HOST + "\\s+(\\d+)", Spoken.TCP),
          new Form("\\bhttp://" + HOST + "(?::(\\d+))?", Spoken.HTTP, "80"),
          new Form("\\bhttps://" + HOST + "(?::(\\d+))?", Spoken.HTTP, "443"),
          new Form("\\bgit://" + HOST + "(?::(\\d+))?", Spoken.OTHER, "9418"),
          client("pg_isready", "5432", Spoken.POSTGRES),
          client("psql", "5432", Spoken.OTHER),
          client("redis-cli", "6379", Spoken.OTHER),
          client("mysql|mysqladmin|mariadb", "3306", Spoken.OTHER),
          client("mongosh", "27017", Spoken.OTHER),
          new Form("\\b(?:nslookup|getent\\s+a?hosts)\\s+" + HOST + "()", Spoken.NAME),
          new Form("/dev/tcp/" + HOST + "/(\\d+)", Spoken.TCP),
          new Form("\\btelnet\\s+" + HOST + "\\s+(\\d+)", Spoken.TCP),
          new Form("\\btcp://" + HOST + ":(\\d+)", Spoken.TCP),
          new Form("\\bwait-for(?:-it)?(?:\\.sh)?\\s+" + HOST + ":(\\d+)", Spoken.TCP));

  /** The pod's own namespace behind a name, as a variable or read from the pod's token. */
  private static final Pattern OWN_NAMESPACE =
      Pattern.compile("\\.\\$(?:\\([^)]*\\)|\\{[^}]*\\}|\\w+)(?:\\.svc[\\w.]*)?");

  private static final Pattern QUOTED_WORD = Pattern.compile("[\"']([\\w.:-]+)[\"']");

  /** What is asked of the address. */
  public enum Spoken {
    /** That its name resolves. */
    NAME,
    /** That a connection is accepted. */
    TCP,
    /** That a request is answered. */
    HTTP,
    /** That a PostgreSQL server, whichever, takes connections. */
    POSTGRES,
    /** More than that, such as a query of a database. */
    OTHER
  }

  private record Form(Pattern pattern, Spoken spoken, String usual) {
    Form(String regex, Spoken spoken) {
      this(regex, spoken, "");
    }

    Form(String regex, Spoken spoken, String usual) {
      this(Pattern.compile(regex), spoken, usual);
    }

    Stream<ServiceAddress> in(String script) {
      return pattern.matcher(script).results().flatMap(match -> of(match, this));
    }
  }

  private static Form client(String programs, String usual, Spoken spoken) {
    return new Form(
        "\\b(?:"
            + programs
            + ")\\b[^;\\n]*?\\s(?:-h|--host)[=\\s]*"
            + HOST
            + "(?:[^;\\n]*?\\s(?:-[pP]|--port)[=\\s]*(\\d+))?",
        spoken,
        usual);
  }

  /** All that a container's script names, itself or by its variables, in a fixed order. */
  public static List<ServiceAddress> of(PodContainer container, ManifestSet all) {
    var script = container.script().text();
    return in(Environment.of(container, all).in(script));
  }

  /** All that a script names, in a fixed order. */
  static List<ServiceAddress> in(String script) {
    var plain = QUOTED_WORD.matcher(OWN_NAMESPACE.matcher(script).replaceAll("")).replaceAll("$1");
    return FORMS.stream().flatMap(form -> form.in(plain)).distinct().toList();
  }

  // A name with dots may be a domain of the world, unless it says that it is a Service's.
  private static Stream<ServiceAddress> of(MatchResult match, Form form) {
    var host = match.group(1);
    var isService = !host.contains(".") || host.matches("[^.]+\\.[^.]+\\.svc(?:\\..*)?");
    return isService && !host.equals("localhost")
        ? Stream.of(
            new ServiceAddress(
                host.replaceAll("\\..*", ""),
                host.contains(".") ? host.split("\\.", 3)[1] : "",
                Optional.ofNullable(match.group(2))
                    .filter(port -> !port.isEmpty())
                    .orElse(form.usual),
                form.spoken))
        : Stream.empty();
  }

  /** Such as Service db on port 5432. */
  public String inWords() {
    return "Service " + name + (port.isEmpty() ? "" : " on port " + port);
  }
}
