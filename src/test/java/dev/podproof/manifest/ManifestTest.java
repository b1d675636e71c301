package dev.podproof.manifest;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import org.junit.jupiter.api.Test;

class ManifestTest {
  private static final String POD = "apiVersion: v1\nkind: Pod\nmetadata: {name: web}\n";

  @Test
  void documents_know_where_they_stand() {
    var manifest =
        Manifest.parse("a.yaml", POD + "---\n# another one\n" + POD.replace("web", "db"));

    then(manifest.documents())
        .extracting(ManifestDocument::inWords)
        .containsExactly("Pod web (a.yaml:1)", "Pod db (a.yaml:6)");
  }

  @Test
  void a_list_is_its_items() {
    var list =
        "apiVersion: v1\nkind: List\nitems:\n- {apiVersion: v1, kind: Service, metadata: {name: s}}\n";

    then(Manifest.parse("a.yaml", list).documents())
        .extracting(ManifestDocument::kind)
        .containsExactly("Service");
  }

  @Test
  void what_is_not_YAML_is_told_with_line_and_column() {
    refused(
        "kind: [\n",
        "a.yaml:2:1: not YAML: expected the node content, but found '<stream end>'\n  mend that line; nothing was started");
  }

  @Test
  void what_is_no_object_is_told() {
    refused("- a\n", "a.yaml:1: expected an object with apiVersion and kind, found a list");
    refused(
        "",
        "a.yaml holds no object; expected at least one with apiVersion, kind and metadata.name");
    refused("kind: Pod\n", "a.yaml:1: expected an object with apiVersion, which is missing");
    refused("apiVersion: v1\nkind: Pod\n", "a.yaml:1: Pod has no metadata.name; give it one");
  }

  @Test
  void a_namespace_of_its_own_is_refused() {
    refused(
        POD.replace("name: web", "name: web, namespace: prod"),
        "a.yaml:1: Pod web names the namespace prod; every scenario has a namespace of its own\n  remove metadata.namespace");
  }

  @Test
  void near_names_are_found_and_far_ones_are_not() {
    then(NearMatches.of(
            "webap.yaml", java.util.List.of("webapp.yaml", "database.yaml", "web.yaml")))
        .containsExactly("webapp.yaml", "web.yaml");
  }

  private static void refused(String text, String message) {
    thenThrownBy(() -> Manifest.parse("a.yaml", text))
        .isInstanceOf(ManifestProblem.class)
        .hasMessage(message);
  }
}
