package dev.podproof.manifest;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ManifestTest {
  private static final String POD = "apiVersion: v1\nkind: Pod\nmetadata: {name: web}\n";

  @Test
  void documents_know_where_they_stand() {
    var manifest =
        Manifest.parse(
            "a.yaml", POD + "---\n# another one\n" + POD.replace("web", "db"), Reach.OWN);

    then(manifest.documents())
        .extracting(ManifestDocument::inWords)
        .containsExactly("Pod web (a.yaml:1)", "Pod db (a.yaml:6)");
  }

  @Test
  void a_list_is_its_items() {
    var list =
        "apiVersion: v1\nkind: List\nitems:\n- {apiVersion: v1, kind: Service, metadata: {name: s}}\n";

    then(Manifest.parse("a.yaml", list, Reach.OWN).documents())
        .extracting(ManifestDocument::kind)
        .containsExactly("Service");
  }

  @Test
  void a_template_that_is_not_rendered_is_told_with_its_line() {
    thenThrownBy(
            () ->
                Manifest.parse(
                    "a.yaml", "kind: Pod\nmetadata: {name: {{ .Values.name }}}\n", Reach.OWN))
        .isInstanceOf(ManifestProblem.class)
        .hasMessage(
            "a.yaml:2: a template that is not rendered: metadata: {name: {{ .Values.name }}}\n"
                + "  apply what it renders, such as the output of: helm template CHART");
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
        "a.yaml:1: Pod web names the namespace prod; every scenario has a namespace of its own\n  remove metadata.namespace, or let it stand for that one: --namespace-map prod=scenario");
  }

  @Test
  void a_namespace_can_stand_for_the_scenarios_own() {
    var mapped =
        Manifest.parse(
            "a.yaml",
            POD.replace("name: web", "name: web, namespace: prod"),
            new Reach(false, Set.of("prod")));

    then(mapped.documents().get(0).tree().get("metadata")).isEqualTo(Map.of("name", "web"));
  }

  @Test
  void what_belongs_to_no_namespace_needs_leave() {
    var role = "apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: {name: r}\n";

    refused(
        role,
        "a.yaml:1: ClusterRole r belongs to no namespace, and every scenario works in one of its own\n"
            + "  allow it: --allow-cluster-scoped; it is then made for the scenario and removed at its end");
    then(Manifest.parse("a.yaml", role, new Reach(true, Set.of())).documents()).hasSize(1);
  }

  @Test
  void near_names_are_found_and_far_ones_are_not() {
    then(NearMatches.of(
            "webap.yaml", java.util.List.of("webapp.yaml", "database.yaml", "web.yaml")))
        .containsExactly("webapp.yaml", "web.yaml");
  }

  private static void refused(String text, String message) {
    thenThrownBy(() -> Manifest.parse("a.yaml", text, Reach.OWN))
        .isInstanceOf(ManifestProblem.class)
        .hasMessage(message);
  }
}
