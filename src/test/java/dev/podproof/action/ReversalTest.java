package dev.podproof.action;

import static org.assertj.core.api.BDDAssertions.then;

import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReversalTest {
  @Test
  void a_field_is_given_back_what_it_was() {
    then(reversal("spec: {unschedulable: true}", "spec: {unschedulable: false, podCIDR: 10.0.0.0}"))
        .isEqualTo("{\"spec\":{\"unschedulable\":false}}");
  }

  @Test
  void a_field_that_was_not_there_is_removed() {
    then(reversal("spec: {taints: [{key: a}]}", "spec: {}"))
        .isEqualTo("{\"spec\":{\"taints\":null}}");
    then(reversal("metadata: {labels: {disk: ssd}}", "metadata: {name: node}"))
        .isEqualTo("{\"metadata\":{\"labels\":null}}");
  }

  @Test
  void a_field_that_was_removed_comes_back_and_a_list_as_a_whole() {
    then(reversal("spec: {taints: null}", "spec: {taints: [{key: a}, {key: b}]}"))
        .isEqualTo("{\"spec\":{\"taints\":[{\"key\":\"a\"},{\"key\":\"b\"}]}}");
  }

  private static String reversal(String change, String before) {
    return Serialization.asJson(Reversal.of(read(change), read(before)));
  }

  private static Map<?, ?> read(String yaml) {
    return Serialization.unmarshal(yaml, Map.class);
  }
}
