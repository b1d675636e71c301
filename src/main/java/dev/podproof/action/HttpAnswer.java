package dev.podproof.action;

import dev.podproof.action.RunCommand.Result;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a request over HTTP was answered with.
 *
 * @param status 0 where there was no answer
 * @param headers a line each, such as: Content-Type: text/html
 * @param trouble why there was no answer; empty where there was one
 */
public record HttpAnswer(int status, List<String> headers, String body, String trouble) {
  private static final Pattern STATUS = Pattern.compile("HTTP/\\d(?:\\.\\d)? (\\d{3})");
  private static final Pattern HEADER = Pattern.compile("\\s*([A-Za-z][A-Za-z0-9-]*:.*)");
  private static final int OK = 200;

  public HttpAnswer {
    headers = List.copyOf(headers);
  }

  static HttpAnswer none(String trouble) {
    return new HttpAnswer(0, List.of(), "", trouble);
  }

  /**
   * What wget or curl tell: the body on standard output, and the lines before it on the other. A
   * redirection is followed, so the last status counts.
   */
  static HttpAnswer told(Result result) {
    var status =
        STATUS
            .matcher(result.error())
            .results()
            .map(match -> Integer.parseInt(match.group(1)))
            .reduce((earlier, later) -> later);
    if (status.isEmpty() && result.exitCode() != 0) {
      return none(result.error().isBlank() ? "nothing came" : result.error().strip());
    }
    var headers =
        result.error().lines().map(HEADER::matcher).filter(java.util.regex.Matcher::matches);
    return new HttpAnswer(
        status.orElse(OK),
        headers.map(line -> line.group(1).strip()).toList(),
        result.output(),
        "");
  }

  /** Whether there was an answer, whatever it said. */
  public boolean isThere() {
    return status > 0;
  }

  /** Whether a header has a value, such as: Content-Type: text/html; its name in any case. */
  public boolean has(String header) {
    var wanted = header.split(":", 2);
    return headers.stream()
        .map(line -> line.split(":", 2))
        .anyMatch(
            line ->
                line[0]
                        .strip()
                        .toLowerCase(Locale.ROOT)
                        .equals(wanted[0].strip().toLowerCase(Locale.ROOT))
                    && (wanted.length < 2 || line[1].contains(wanted[1].strip())));
  }
}
