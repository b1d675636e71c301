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
              "\\b(?:pg_isready|redis-cli|mysqladmin)\\b[^;\\n]*?-h\\s*"
                  + HOST
                  + "(?:[^;\\n]*?\\s-[pP]\\s*(\\d+))?"),
          Pattern.compile("\\bnslookup\\s+" + HOST + "()"),
          Pattern.compile("\\bwait-for(?:-it)?(?:\\.sh)?\\s+" + HOST + ":(\\d+)"));

  static List<ServiceAddress> in(String script) {
    return FORMS.stream()
        .flatMap(form -> form.matcher(script).results())
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
