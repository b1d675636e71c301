package dev.podproof.recorder;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.text.StringEscapeUtils;

/** The forms in which a value comes along in logs, objects and messages. */
final class Disguises {
  /** What is left of a value in base64 without its edges; less would be found in any text. */
  private static final int SHORTEST_CORE = 6;

  private Disguises() {}

  /** The value itself, quoted and encoded in the usual ways. */
  static Set<String> of(String value) {
    var forms = new LinkedHashSet<String>();
    quoted(value).forEach(forms::add);
    // An annotation that holds an object as JSON is quoted again where it is shown as JSON.
    quoted(value).flatMap(Disguises::quoted).forEach(forms::add);
    encoded(value).forEach(forms::add);
    return forms;
  }

  private static Stream<String> quoted(String value) {
    var json = json(value);
    return Stream.of(
        value,
        json,
        // encoding/json of Go escapes what HTML would read, and so does the API server.
        json.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026"),
        StringEscapeUtils.escapeJson(value),
        StringEscapeUtils.escapeJson(value).replace("\\/", "/"),
        StringEscapeUtils.escapeXml10(value),
        StringEscapeUtils.escapeXml10(value).replace("&apos;", "&#39;").replace("&quot;", "&#34;"),
        StringEscapeUtils.escapeHtml4(value),
        // A quotation mark within single quotes, as shells and as YAML have it.
        value.replace("'", "'\\''"),
        value.replace("'", "''"));
  }

  private static String json(String value) {
    return value
        .replace("\\", "\\\\")
        .replace("\"", "\\\"")
        .replace("\n", "\\n")
        .replace("\r", "\\r")
        .replace("\t", "\\t");
  }

  private static Stream<String> encoded(String value) {
    var bytes = value.getBytes(StandardCharsets.UTF_8);
    var form = URLEncoder.encode(value, StandardCharsets.UTF_8);
    var percent = form.replace("+", "%20");
    var hex = HexFormat.of().formatHex(bytes);
    return Stream.concat(
        Stream.of(
            form,
            percent,
            lower(form),
            lower(percent),
            // What RFC 3986 leaves as it is, and what a path may have.
            percent.replace("%7E", "~"),
            percent.replace("%7E", "~").replace("%2F", "/"),
            hex,
            hex.toUpperCase(Locale.ROOT)),
        Stream.of(Base64.getEncoder(), Base64.getUrlEncoder())
            .flatMap(encoder -> base64(bytes, encoder)));
  }

  private static String lower(String percent) {
    return Pattern.compile("%[0-9A-F]{2}")
        .matcher(percent)
        .replaceAll(hex -> hex.group().toLowerCase(Locale.ROOT));
  }

  // Alone, with and without padding; and within more that was encoded, such as user:password, where
  // it begins at one of three places in a group of three bytes.
  private static Stream<String> base64(byte[] bytes, Base64.Encoder encoder) {
    return Stream.concat(
        Stream.of(encoder.encodeToString(bytes), encoder.withoutPadding().encodeToString(bytes)),
        Stream.of(0, 1, 2)
            .map(before -> core(bytes, before, encoder))
            .filter(core -> core.length() >= SHORTEST_CORE));
  }

  // Six bits a character: those that are of the value alone, whatever stands before and after it.
  private static String core(byte[] bytes, int before, Base64.Encoder encoder) {
    var shifted = new byte[before + bytes.length];
    System.arraycopy(bytes, 0, shifted, before, bytes.length);
    var text = encoder.withoutPadding().encodeToString(shifted);
    return text.substring((before * 8 + 5) / 6, shifted.length * 8 / 6);
  }

  /** All forms of all of them, the longest first. */
  static List<String> longestFirst(Stream<String> values) {
    return values
        .flatMap(value -> of(value).stream())
        .distinct()
        .sorted(Comparator.comparing(String::length).reversed())
        .toList();
  }
}
