package dev.podproof.steps;

import dev.podproof.expectation.Amount;
import dev.podproof.expectation.ExitMatch;
import dev.podproof.expectation.TextMatch;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What stands behind the verb of a sentence: numbers, reasons, texts in quotes. */
record Words(String text) {
  static final String QUOTED = "\"[^\"]*\"";
  static final String NTH = "(?: for the \\d+(?:st|nd|rd|th) time)?";
  static final String REASON = "reason " + QUOTED + "(?: or " + QUOTED + ")*";
  static final String EXIT =
      "(?: with (?:code|a code other than) \\d+(?: or \\d+)*)?(?: (?:and|with) " + REASON + ")?";
  static final String SAYING = "(?: saying (?:a text matching )?" + QUOTED + ")?";

  private static final Pattern TIME = Pattern.compile("for the (\\d+)(?:st|nd|rd|th) time");
  private static final Pattern CODES =
      Pattern.compile("with (?:code|(a code other than)) (\\d+(?: or \\d+)*)");
  private static final Pattern REASONS = Pattern.compile(REASON);
  private static final Pattern QUOTES = Pattern.compile("\"([^\"]*)\"");
  private static final Pattern PHASE = Pattern.compile("Pending|Running|Succeeded|Failed|Unknown");
  private static final Pattern NUMBER = Pattern.compile("\\d+");

  /**
   * A sentence about what the scenario does, such as I freeze sidecar "proxy", in the words that
   * the action has for itself, for which a container is a container.
   */
  static String ofAction(String sentence) {
    return sentence
        .substring("I ".length())
        .replaceAll("(?:init container|sidecar|ephemeral container) (?=\")", "container ")
        .replace("\"", "");
  }

  /** Which time is meant; 1 where none is said. */
  int nth() {
    var time = TIME.matcher(unquoted());
    return time.find() ? Integer.parseInt(time.group(1)) : 1;
  }

  /** The text with nothing in its quotes: what stands there is no word of the sentence. */
  String unquoted() {
    return text.replaceAll(QUOTED, "\"\"");
  }

  ExitMatch exit() {
    var codes = CODES.matcher(unquoted());
    if (!codes.find()) {
      return new ExitMatch(List.of(), reasons());
    }
    var numbers = numbers(codes.group(2));
    return codes.group(1) == null
        ? new ExitMatch(numbers, reasons())
        : new ExitMatch(List.of(), numbers, reasons());
  }

  List<String> reasons() {
    var reasons = REASONS.matcher(text);
    return reasons.find() ? quotes(reasons.group()) : List.of();
  }

  /** The text in quotes after a word. */
  Optional<String> after(String word) {
    var quoted = Pattern.compile(Pattern.quote(word) + " \"([^\"]*)\"").matcher(text);
    return quoted.find() ? Optional.of(quoted.group(1)) : Optional.empty();
  }

  /** What a message must have. */
  Optional<TextMatch> saying() {
    return after("saying")
        .map(TextMatch::containing)
        .or(() -> after("saying a text matching").map(TextMatch::pattern));
  }

  /** The names in the text in quotes, with commas between them. */
  List<String> names() {
    return Arrays.stream(quoted().split(",")).map(String::trim).toList();
  }

  /** How many, with its bound; exactly so many where none is said. */
  Amount amount() {
    return Arrays.stream(Amount.Kind.values())
        .filter(kind -> unquoted().contains(kind.inWords() + " "))
        .findFirst()
        .map(kind -> new Amount(kind, number()))
        .orElseGet(() -> Amount.exactly(number()));
  }

  /** A pod's phase. */
  String phase() {
    return PHASE.matcher(text).results().map(MatchResult::group).findFirst().orElseThrow();
  }

  /** The names in a text in quotes after a word, with commas between them. */
  Optional<List<String>> namesAfter(String word) {
    return after(word).map(names -> Arrays.stream(names.split(",")).map(String::trim).toList());
  }

  String quoted() {
    return quotes(text).get(0);
  }

  String lastQuoted() {
    var all = quotes(text);
    return all.get(all.size() - 1);
  }

  /** The numbers after a word, with "or" between them. */
  List<Integer> numbersAfter(String word) {
    var found = Pattern.compile(word + " (\\d+(?: or \\d+)*)").matcher(unquoted());
    return found.find() ? numbers(found.group(1)) : List.of();
  }

  TextMatch match() {
    return unquoted().contains("a line matching")
        ? TextMatch.pattern(quoted())
        : TextMatch.containing(quoted());
  }

  /** The first number outside quotes. */
  int number() {
    return numbers(unquoted()).get(0);
  }

  private static List<Integer> numbers(String text) {
    return NUMBER.matcher(text).results().map(MatchResult::group).map(Integer::parseInt).toList();
  }

  private static List<String> quotes(String text) {
    return QUOTES.matcher(text).results().map(match -> match.group(1)).toList();
  }
}
