package dev.podproof.lint.rule;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The address of a Service in a script.
 *
 * @param port empty where none is named
 */
record ServiceAddress(String name, String port) {
  private static final String HOST = "([a-zA-Z][\\w.-]*)";
  private static final List<Pattern> FORMS =
      List.of(
          Pattern.compile("\\bnc\\s+(?:-\\S+\\s+(?:\\d+\\s+)?)*" + HOST + "\\s+(\\d+)"),
          Pattern.compile("\\bhttps?://" + HOST + "(?::(\\d+))?"),
          Pattern.compile(
              "\\b(?:pg_isready|psql|redis-cli|mysql|mysqladmin|mariadb|mongosh)\\b[^;\\n]*?\\s(?:-h|--host)[=\\s]*"
                  + HOST
                  + "(?:[^;\\n]*?\\s(?:-[pP]|--port)[=\\s]*(\\d+))?"),
          Pattern.compile("\\b(?:nslookup|getent\\s+a?hosts)\\s+" + HOST + "()"),
          Pattern.compile("/dev/tcp/" + HOST + "/(\\d+)"),
          Pattern.compile("\\btelnet\\s+" + HOST + "\\s+(\\d+)"),
          Pattern.compile("\\btcp://" + HOST + ":(\\d+)"),
          Pattern.compile("\\bwait-for(?:-it)?(?:\\.sh)?\\s+" + HOST + ":(\\d+)"));

  /** The pod's own namespace behind a name, as a variable or read from the pod's token. */
  private static final Pattern OWN_NAMESPACE =
      Pattern.compile("\\.\\$(?:\\([^)]*\\)|\\{[^}]*\\}|\\w+)(?:\\.svc[\\w.]*)?");

  static List<ServiceAddress> in(String script) {
    var plain = OWN_NAMESPACE.matcher(script).replaceAll("");
    return FORMS.stream()
        .flatMap(form -> form.matcher(plain).results())
        .flatMap(match -> of(match.group(1), Optional.ofNullable(match.group(2)).orElse("")))
        .distinct()
        .toList();
  }

  // A name with dots may be a domain of the world, unless it says that it is a Service's.
  private static Stream<ServiceAddress> of(String host, String port) {
    var isService = !host.contains(".") || host.matches("[^.]+\\.[^.]+\\.svc(?:\\..*)?");
    return isService && !host.equals("localhost")
        ? Stream.of(new ServiceAddress(host.replaceAll("\\..*", ""), port))
        : Stream.empty();
  }

  String inWords() {
    return "Service " + name + (port.isEmpty() ? "" : " on port " + port);
  }
}
