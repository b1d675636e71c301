package dev.podproof.mutation.operator;

import dev.podproof.lifecycle.ContainerRole;
import dev.podproof.lint.workload.PodContainer;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Changes of scripts. The first group of each pattern is what is changed. */
final class ScriptChanges {
  static final Operator DROP_TRAP =
      new ScriptChange(
          "drop-trap",
          "removes a trap from a script",
          true,
          Pattern.compile(
              "(\\btrap\\s+(?:'[^']*'|\"[^\"]*\"|\\S+)(?:[ \\t]+(?:SIG)?[A-Z0-9]+)+[ \\t]*(?:(?:;|&&)[ \\t]*|(?=\\n)))"),
          match -> "removes " + match.group(1).replaceFirst("[;&\\s]+$", ""),
          match -> "",
          ScriptChanges::stops);

  static final Operator DROP_EXEC =
      new ScriptChange(
          "drop-exec",
          "removes exec from a script, whose shell stays the first process then",
          true,
          Pattern.compile("(?:^|[;&|\\n]\\s*|\\b(?:do|then|else)\\s+)(exec[ \\t]+)(?=[a-z/$\"'])"),
          match -> "removes exec",
          match -> "",
          ScriptChanges::stops);

  static final Operator LENGTHEN_SLEEP =
      new ScriptChange(
          "lengthen-sleep",
          "makes a sleep in a script ten times as long",
          true,
          Pattern.compile("\\bsleep\\s+(\\d{1,3})(?![\\d.])"),
          match -> "lengthens \"sleep " + match.group(1) + "\" to " + tenfold(match) + " s",
          ScriptChanges::tenfold,
          (subject, container, match) ->
              Stream.of(
                      isSwift(subject, container, match),
                      container.role() == ContainerRole.INIT
                          ? List.<String>of()
                          : stops(subject, container, match))
                  .flatMap(List::stream)
                  .toList());

  static final Operator CHANGE_EXIT_CODE =
      new ScriptChange(
          "change-exit-code",
          "lets a script exit with 0 where it fails, and with 1 where it does not",
          false,
          Pattern.compile("\\bexit\\s+(\\d{1,3})\\b"),
          match -> "changes \"exit " + match.group(1) + "\" to exit " + otherCode(match),
          ScriptChanges::otherCode,
          (subject, container, match) ->
              List.of("Then " + subject.named(container) + " exits with code " + match.group(1)));

  static final Operator CHANGE_PATH =
      new ScriptChange(
          "change-path",
          "changes a path in a command",
          false,
          Pattern.compile(
              "(?<![\\w./:$}-])((?!/(?:bin|sbin|usr|dev|proc|sys|lib)\\b)/[\\w.-]+(?:/[\\w.-]+)*)(?![\\w/*])"),
          match -> "changes " + match.group(1) + " to " + elsewhere(match),
          ScriptChanges::elsewhere,
          (subject, container, match) ->
              List.of(
                  container.staysUp()
                      ? "Then file \"FILE\" in " + subject.within(container) + " contains \"TEXT\""
                      : subject.works(container)));

  static final Operator CHANGE_PORT =
      new ScriptChange(
          "change-port",
          "changes a port in a command",
          false,
          Pattern.compile(
              "(?:\\bnc\\s[^;&|\\n]*?\\s|(?:localhost|127\\.0\\.0\\.1|//[\\w.-]+):|-p[ =]?)(\\d{2,5})(?![\\w.])"),
          match -> "changes port " + match.group(1) + " to " + nextPort(match),
          ScriptChanges::nextPort,
          ScriptChanges::isSwift);

  private ScriptChanges() {}

  private static String tenfold(MatchResult match) {
    return String.valueOf(Long.parseLong(match.group(1)) * 10);
  }

  private static String otherCode(MatchResult match) {
    return Long.parseLong(match.group(1)) == 0 ? "1" : "0";
  }

  private static String elsewhere(MatchResult match) {
    return match.group(1) + "-elsewhere";
  }

  private static String nextPort(MatchResult match) {
    return String.valueOf(Long.parseLong(match.group(1)) + 1);
  }

  private static List<String> stops(Subject subject, PodContainer container, MatchResult match) {
    return List.of(
        "Then " + subject.named(container) + " exits at most 5s after " + subject.deletion());
  }

  private static List<String> isSwift(Subject subject, PodContainer container, MatchResult match) {
    var named = subject.named(container);
    return List.of(
        container.role() == ContainerRole.INIT
            ? "Then " + named + " completes within 10s"
            : "Then " + named + " logs \"TEXT\" within 10s");
  }
}
