package dev.podproof.recorder;

import static org.assertj.core.api.BDDAssertions.then;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class RedactionTest {
  private static final String VALUE = "p<ä>&\"s's\\w/o rd~1";
  private static final String MASK = "[hidden: value of a Secret]";

  private static String shown(String value, String text) {
    return Redaction.of(List.of(value)).apply(text);
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  @TestFactory
  Stream<DynamicTest> a_value_is_hidden_in_every_form() {
    return Stream.of(
            VALUE,
            "p<ä>&\\\"s's\\\\w/o rd~1",
            "p\\u003cä\\u003e\\u0026\\\"s's\\\\w/o rd~1",
            "p<\\u00E4>&\\\"s's\\\\w\\/o rd~1",
            "p<ä>&\\\\\\\"s's\\\\\\\\w/o rd~1",
            "p&lt;ä&gt;&amp;&quot;s&apos;s\\w/o rd~1",
            "p&lt;ä&gt;&amp;&#34;s&#39;s\\w/o rd~1",
            "p&lt;&auml;&gt;&amp;&quot;s's\\w/o rd~1",
            "p<ä>&\"s'\\''s\\w/o rd~1",
            "p<ä>&\"s''s\\w/o rd~1",
            "p\\u003cä\\u003e\\u0026\\\"s''s\\\\w/o rd~1",
            "p%3C%C3%A4%3E%26%22s%27s%5Cw%2Fo+rd%7E1",
            "p%3c%c3%a4%3e%26%22s%27s%5cw%2fo%20rd%7e1",
            "p%3C%C3%A4%3E%26%22s%27s%5Cw/o%20rd~1",
            "703cc3a43e262273277 3".replace(" ", "") + "5c772f6f2072647e31",
            base64(VALUE),
            base64(VALUE).replace("=", ""))
        .map(
            form ->
                DynamicTest.dynamicTest(
                    form,
                    () ->
                        then(shown(VALUE, "before " + form + " after"))
                            .isEqualTo("before " + MASK + " after")));
  }

  @TestFactory
  Stream<DynamicTest> a_value_is_hidden_within_more_that_was_encoded() {
    return Stream.of("user:hunter2-hunter2", "ab:hunter2-hunter2\n", "x:hunter2-hunter2;more")
        .map(
            whole ->
                DynamicTest.dynamicTest(
                    whole,
                    () -> {
                      var shown = shown("hunter2-hunter2", "Basic " + base64(whole));
                      then(shown).contains(MASK);
                      then(decodedPieces(shown)).noneMatch(piece -> piece.contains("unter2"));
                    }));
  }

  // What somebody gets who decodes what is left, at each place where a group may begin.
  private static Stream<String> decodedPieces(String text) {
    return Stream.of(text.replace("Basic ", "").split("\\[.*?\\]"))
        .flatMap(piece -> Stream.of(piece, "A" + piece, "AA" + piece, "AAA" + piece))
        .map(piece -> piece.replaceAll("[^A-Za-z0-9+/]", ""))
        .map(piece -> piece.length() % 4 == 1 ? piece + "A" : piece)
        .map(piece -> new String(Base64.getDecoder().decode(piece), StandardCharsets.ISO_8859_1));
  }

  @Test
  void each_line_of_a_value_is_hidden_and_the_whole_with_its_lines_escaped() {
    var key = "-----BEGIN KEY-----\nMIIEvQIB\nab\n-----END KEY-----\n";

    then(shown(key, "MIIEvQIB")).isEqualTo(MASK);
    then(shown(key, "key=" + key)).isEqualTo("key=" + MASK + "\n");
    then(shown(key, "{\"key\":\"-----BEGIN KEY-----\\nMIIEvQIB\\nab\\n-----END KEY-----\\n\"}"))
        .isEqualTo("{\"key\":\"" + MASK + "\\n\"}");
  }

  @Test
  void a_value_of_less_than_four_characters_stays_for_it_stands_in_every_text() {
    then(shown("yes", "yes, and eWVz")).isEqualTo("yes, and eWVz");
    then(Redaction.of(List.of("eWVz", "yes")).apply("yes, and eWVz")).isEqualTo("yes, and " + MASK);
  }

  @Test
  void a_value_that_is_a_word_of_the_mask_is_hidden_once() {
    then(Redaction.of(List.of("Secret", "value", "hidden")).apply("Secret, hidden"))
        .isEqualTo(MASK + ", " + MASK);
  }

  @Test
  void a_text_without_a_value_is_the_same_text() {
    var text = "nothing \uFDD0 to hide";

    then(shown("hunter2", text)).isSameAs(text);
  }

  @Test
  void of_values_that_are_parts_of_each_other_the_longest_is_hidden() {
    then(Redaction.of(List.of("pass", "password1")).apply("password1 pass"))
        .isEqualTo(MASK + " " + MASK);
  }
}
