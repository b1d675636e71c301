package dev.podproof.manifest;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.BDDAssertions.then;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** The right-hand sides are what YAMLToJSON of sigs.k8s.io/yaml 1.6.0 prints for the left ones. */
class KubectlYamlTest {
  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '|',
      value = {
        "0644 => 420",
        "0o644 => 420",
        "-0o17 => -15",
        "0x1F => 31",
        "0b11 => 3",
        "089 => 89",
        "1_000 => 1000",
        "_1 => \"_1\"",
        "+5 => 5",
        "18446744073709551615 => 18446744073709551615",
        "1e3 => 1000",
        "1.0 => 1",
        "1e16 => 10000000000000000",
        "5. => 5",
        "-.5 => -0.5",
        "0b102 => \"0b102\"",
        "1.2.3 => \"1.2.3\"",
        "12:30:45 => \"12:30:45\"",
        "2001-01-01 => \"2001-01-01\"",
        "y => true",
        "Yes => true",
        "on => true",
        "ON => true",
        "N => false",
        "no => false",
        "Off => false",
        "yES => \"yES\"",
        "'yes' => \"yes\"",
        "\"0644\" => \"0644\"",
        "!!str 0644 => \"0644\"",
        "!!int \"0644\" => 420",
        "!mine bar => \"bar\"",
        "~ => null",
        "Null => null",
        "<< => \"<<\"",
        "{on: a, 0644: b, 1.50: c} => {\"true\":\"a\",\"420\":\"b\",\"1.5\":\"c\"}",
        "{'<<': {b: 1}} => {\"<<\":{\"b\":1}}",
      })
  void a_value_is_what_it_is_to_kubectl(String yaml, String json) throws Exception {
    then(json("a: " + yaml)).isEqualTo("{\"a\":" + json + "}");
  }

  @Test
  void a_merge_key_replaces_what_stands_before_it() throws Exception {
    var base = "x: &x {name: a, image: i}\n";

    then(json(base + "z: {<<: *x, name: b}")).endsWith("\"z\":{\"name\":\"b\",\"image\":\"i\"}}");
    then(json(base + "z: {name: b, <<: *x}")).endsWith("\"z\":{\"name\":\"a\",\"image\":\"i\"}}");
    then(json(base + "z: {name: b, <<: [*x, {image: j, k: l}]}"))
        .endsWith("\"z\":{\"name\":\"a\",\"image\":\"i\",\"k\":\"l\"}}");
  }

  @Test
  void each_alias_is_a_value_of_its_own() {
    var lists = (List<?>) value("[&a [1], *a]");

    then(lists.get(0)).isEqualTo(lists.get(1)).isNotSameAs(lists.get(1));
  }

  @Test
  void what_kubectl_cannot_read_is_told_with_its_place() {
    refused("a: 1\nb: 2\na: 3\n", "found duplicate key a");
    refused("on: 1\n'true': 3\n", "found duplicate key true");
    refused("? [a]\n: b\n", "expected the name of a field, found an object or a list");
    refused("a: {~: b}\n", "expected the name of a field, found nothing");
    refused("<<: a\n", "expected an object to merge, or a list of such");
    refused("a: &a [*a]\n", "its aliases have no bounds");
    refused("[".repeat(100_000), "it is nested too deeply");
  }

  @Test
  void a_wordcomment_and_a_wordtext_are_read_and_a_longer_file_is_refused() {
    var word = "x".repeat(KubectlYaml.LARGEST / 2 - 100);

    then(value("# " + word + "\na: '" + word + "'\n")).isEqualTo(Map.of("a", word));
    refused("#".repeat(KubectlYaml.LARGEST + 1), "it is larger than 16 MiB");
  }

  private static void refused(String yaml, String message) {
    assertThatThrownBy(() -> value(yaml))
        .isInstanceOf(YamlEngineException.class)
        .hasMessageContaining(message);
  }

  private static String json(String yaml) throws JsonProcessingException {
    return new ObjectMapper().writeValueAsString(value(yaml));
  }

  private static Object value(String yaml) {
    return KubectlYaml.value(KubectlYaml.documents("a.yaml", yaml).get(0));
  }
}
