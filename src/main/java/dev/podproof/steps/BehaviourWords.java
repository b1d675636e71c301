package dev.podproof.steps;

import dev.podproof.cluster.image.Behaviour;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Behaviours in the words in which steps declare them after an image's name. */
public final class BehaviourWords {
  private static final String TIME = "(\\d+(?:\\.\\d+)?)(ms|s|m)";

  /**
   * The ports of a server and the paths that it answers beside its own, each of characters that
   * mean nothing to a shell.
   */
  static final String SERVED =
      "port \\d{1,5}(?: and \\d{1,5})*(?: at \"/[\\w./~%-]*\"(?: or \"/[\\w./~%-]*\")*)?";

  private static final List<Phrase> PHRASES =
      List.of(
          new Phrase(
              "serves HTTP on port 8080",
              "serves HTTP on (" + SERVED + ")",
              found -> served(found.group(1))),
          new Phrase(
              "writes a line to \"/var/log/app.log\" every 1s, beginning after 2s",
              "writes a line to \"([^\"]+)\" every " + TIME + "(?:, beginning after " + TIME + ")?",
              found -> new Behaviour.WritesLines(found.group(1), time(found, 2), time(found, 4))),
          new Phrase(
              "exits with code 3 after 2s",
              "exits with code (\\d{1,3}) after " + TIME,
              found -> new Behaviour.Exits(Integer.parseInt(found.group(1)), time(found, 2))));

  private BehaviourWords() {}

  /** An example of what can be said, its pattern, and what it means. */
  private record Phrase(
      String example, String pattern, Function<MatchResult, Behaviour> behaviour) {
    Optional<Behaviour> in(String words) {
      var found = Pattern.compile(pattern).matcher(words);
      return found.matches() ? Optional.of(behaviour.apply(found)) : Optional.empty();
    }
  }

  /**
   * The behaviour in these words.
   *
   * @throws IllegalArgumentException naming what can be said if none is
   */
  public static Behaviour parse(String words) {
    return PHRASES.stream()
        .flatMap(phrase -> phrase.in(words.strip()).stream())
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no stand-in \""
                        + words
                        + "\"; one "
                        + String.join(", or ", examples().toList())));
  }

  /** An example of each. */
  public static Stream<String> examples() {
    return PHRASES.stream().map(Phrase::example);
  }

  /** A regular expression that all of them match, and nothing else. */
  public static String pattern() {
    return "^(?:" + String.join("|", PHRASES.stream().map(Phrase::pattern).toList()) + ")$";
  }

  /** A server, such as: port 8080 and 9090 at "/healthz" or "/ready". */
  static Behaviour.ServesHttp served(String words) {
    return new Behaviour.ServesHttp(
        found("(?<=port |and )\\d+", words).map(Integer::valueOf).toList(),
        found("(?<=(?:at|or) \")[^\"]*", words).toList());
  }

  private static Stream<String> found(String pattern, String words) {
    return Pattern.compile(pattern).matcher(words).results().map(MatchResult::group);
  }

  private static Duration time(MatchResult found, int group) {
    if (found.group(group) == null) {
      return Duration.ZERO;
    }
    var unit = found.group(group + 1);
    var millis = unit.equals("ms") ? 1 : unit.equals("s") ? 1_000 : 60_000;
    return Duration.ofMillis(
        new BigDecimal(found.group(group)).multiply(BigDecimal.valueOf(millis)).longValue());
  }
}
