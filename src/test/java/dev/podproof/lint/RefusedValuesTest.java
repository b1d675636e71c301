package dev.podproof.lint;

import static org.assertj.core.api.BDDAssertions.then;

import dev.podproof.lint.workload.YamlValue;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Values that the API server refuses because of their type, or for want of them. */
class RefusedValuesTest {
  private static final String POD = "apiVersion: v1\nkind: Pod\nmetadata: {name: web}\n";

  @TempDir Path folder;

  @Test
  void a_text_that_yaml_takes_for_something_else() throws IOException {
    then(refused(
            POD
                + "spec: {containers: [{name: a, image: \"i:1\", env: [{name: P, value: 8080}, {name: D, value: true}, {name: T, value: \"1\"}]}]}\n"))
        .containsExactly(
            "4:61: Pod web has the number 8080 where spec.containers[0].env[0].value takes a text; put it in quotes",
            "4:85: Pod web has true where spec.containers[0].env[1].value takes a text; put it in quotes");
    then(refused(
            POD.replace("{name: web}", "{name: web, labels: {version: 1.5}}")
                + "spec: {containers: [{name: a, image: \"i:1\"}]}\n"))
        .containsExactly(
            "3:32: Pod web has the number 1.5 where metadata.labels.version takes a text; put it in quotes");
  }

  @Test
  void numbers_truths_lists_and_objects() throws IOException {
    then(refused(
            POD
                + "spec:\n  terminationGracePeriodSeconds: \"5\"\n  hostNetwork: \"true\"\n  volumes: 3\n  securityContext: [1]\n  containers: [{name: a, image: \"i:1\"}]\n"))
        .containsExactly(
            "5:3: Pod web has the text 5 where spec.terminationGracePeriodSeconds takes a whole number",
            "6:3: Pod web has the text true where spec.hostNetwork takes true or false",
            "7:3: Pod web has the number 3 where spec.volumes takes a list",
            "8:3: Pod web has a list where spec.securityContext takes an object");
  }

  @Test
  void words_that_kubectl_takes_for_true_or_false_and_numbers_that_are_none() throws IOException {
    then(refused(
            POD
                + "spec:\n  terminationGracePeriodSeconds: 30s\n  priority: 1.5\n  containers:\n"
                + "    - name: a\n      image: \"i:1\"\n      env:\n        - {name: DEBUG, value: on}\n        - {name: MODE, value: 0644}\n        - {name: DAY, value: 2001-01-01}\n"))
        .containsExactly(
            "5:3: Pod web has the text 30s where spec.terminationGracePeriodSeconds takes a whole number",
            "6:3: Pod web has the number 1.5 where spec.priority takes a whole number",
            "11:25: Pod web has on, which YAML reads as true, where spec.containers[0].env[0].value takes a text; put it in quotes",
            "12:24: Pod web has the number 0644 where spec.containers[0].env[1].value takes a text; put it in quotes");
  }

  @Test
  void quantities() throws IOException {
    then(refused(
            POD
                + "spec:\n  containers:\n    - name: a\n      image: \"i:1\"\n      resources:\n"
                + "        requests: {cpu: 0.5, memory: 512MB}\n        limits: {cpu: 500mi, memory: 1.5Gi, ephemeral-storage: 1e9}\n"
                + "  volumes:\n    - {name: v, emptyDir: {sizeLimit: 64 Mi}}\n"))
        .containsExactly(
            "9:30: Pod web has the text 512MB where spec.containers[0].resources.requests.memory takes a quantity, such as 500m or 64Mi",
            "10:18: Pod web has the text 500mi where spec.containers[0].resources.limits.cpu takes a quantity, such as 500m or 64Mi",
            "12:28: Pod web has the text 64 Mi where spec.volumes[0].emptyDir.sizeLimit takes a quantity, such as 500m or 64Mi");
  }

  @Test
  void a_number_is_what_kubectl_reads() throws IOException {
    var pod =
        POD
            + "spec: {terminationGracePeriodSeconds: 010, containers: [{name: a, image: \"i:1\", lifecycle: {preStop: {sleep: {seconds: 9}}}}]}\n";

    then(findings(pod, "grace-shorter-than-prestop")).hasSize(1);
    then(findings(pod.replace("010", "10"), "grace-shorter-than-prestop")).isEmpty();
  }

  @Test
  void what_is_required() throws IOException {
    then(refused("apiVersion: v1\nkind: Pod\nmetadata: {}\nspec: {}\n"))
        .containsExactly("3:1: Pod (unnamed) has no name", "4:1: Pod (unnamed) has no container");
  }

  @Test
  void what_is_as_it_should_be() throws IOException {
    then(refused(
            POD
                + "spec:\n  hostNetwork: yes\n  volumes: [{name: s, secret: {secretName: s, defaultMode: 0400}}]\n"
                + "  containers: [{name: a, image: \"i:1\", resources: {limits: {cpu: 1, memory: 1Gi}}, livenessProbe: {httpGet: {port: 80}}, volumeMounts: [{name: s, mountPath: /s}]}]\n"))
        .isEmpty();
  }

  @Test
  void a_text_in_another_encoding() throws IOException {
    var file =
        Files.write(folder.resolve("a.yaml"), "a: \u00e9\n".getBytes(StandardCharsets.ISO_8859_1));

    then(Lint.of(
                List.of(file.toString()),
                InputStream.nullInputStream(),
                YamlValue.absent("podproof.yaml"))
            .findings())
        .extracting(finding -> finding.message())
        .containsExactly("it is no text in UTF-8 or UTF-16");
  }

  private List<String> refused(String text) throws IOException {
    return findings(text, "refused-by-api");
  }

  private List<String> findings(String text, String rule) throws IOException {
    var file = Files.writeString(folder.resolve("a.yaml"), text);
    return Lint.of(
            List.of(file.toString()),
            InputStream.nullInputStream(),
            YamlValue.absent("podproof.yaml"))
        .findings()
        .stream()
        .filter(finding -> finding.rule().id().equals(rule))
        .map(
            finding ->
                finding.place().line() + ":" + finding.place().column() + ": " + finding.message())
        .toList();
  }
}
