package dev.podproof.lint.workload;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The address of a Service in a script.
 *
 * @param port empty where none is named
 * @param spoken what is spoken there
 */
public record ServiceAddress(String name, String port, Spoken spoken) {
  private static final String HOST = "([a-zA-Z][\\w.-]*)";
  private static final List<Form> FORMS =
      List.of(
          new Form("\\bnc\\s+(?:-\\S+\\s+(?:\\d+\\s+)?)*" + HOST + "\\s+(\\d+)", Spoken.TCP),
          new Form("\\bhttps?://" + HOST + "(?::(\\d+))?", Spoken.HTTP),
          new Form("\\bgit://" + HOST + "(?::(\\d+))?", Spoken.OTHER),
          new Form(
              "\\b(?:pg_isready|psql|redis-cli|mysql|mysqladmin|mariadb|mongosh)\\b[^;\\n]*?\\s(?:-h|--host)[=\\s]*"
                  + HOST
                  + "(?:[^;\\n]*?\\s(?:-[pP]|--port)[=\\s]*(\\d+))?",
              Spoken.OTHER),
          new Form("\\b(?:nslookup|getent\\s+a?hosts)\\s+" + HOST + "()", Spoken.NAME),
          new Form("/dev/tcp/" + HOST + "/(\\d+)", Spoken.TCP),
          new Form("\\btelnet\\s+" + HOST + "\\s+(\\d+)", Spoken.TCP),
          new Form("\\btcp://" + HOST + ":(\\d+)", Spoken.TCP),
          new Form("\\bwait-for(?:-it)?(?:\\.sh)?\\s+" + HOST + ":(\\d+)", Spoken.TCP));

  /** The pod's own namespace behind a name, as a variable or read from the pod's token. */
  private static final Pattern OWN_NAMESPACE =
      Pattern.compile("\\.\\$(?:\\([^)]*\\)|\\{[^}]*\\}|\\w+)(?:\\.svc[\\w.]*)?");

  /** What is asked of the address. */
  public enum Spoken {
    /** That its name resolves. */
    NAME,
    /** That a connection is accepted. */
    TCP,
    /** That a request is answered. */
    HTTP,
    /** More than that, such as a query of a database. */
    OTHER
  }

  private record Form(Pattern pattern, Spoken spoken) {
    Form(String regex, Spoken spoken) {
      this(Pattern.compile(regex), spoken);
    }

    Stream<ServiceAddress> in(String script) {
      return pattern.matcher(script).results().flatMap(match -> of(match, spoken));
    }
  }

  /** All that a script names, in a fixed order. */
  public static List<ServiceAddress> in(String script) {
    var plain = OWN_NAMESPACE.matcher(script).replaceAll("");
    return FORMS.stream().flatMap(form -> form.in(plain)).distinct().toList();
  }

  // A name with dots may be a domain of the world, unless it says that it is a Service's.
  private static Stream<ServiceAddress> of(MatchResult match, Spoken spoken) {
    var host = match.group(1);
    var isService = !host.contains(".") || host.matches("[^.]+\\.[^.]+\\.svc(?:\\..*)?");
    return isService && !host.equals("localhost")
        ? Stream.of(
            new ServiceAddress(
                host.replaceAll("\\..*", ""),
                Optional.ofNullable(match.group(2)).orElse(""),
                spoken))
        : Stream.empty();
  }

  /** Such as Service db on port 5432. */
  public String inWords() {
    return "Service " + name + (port.isEmpty() ? "" : " on port " + port);
  }
}
