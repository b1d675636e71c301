package dev.podproof.manifest;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
  void one_object_may_be_left_out() {
    var service = "---\napiVersion: v1\nkind: Service\nmetadata: {name: web}\n";
    var manifest = Manifest.parse("a.yaml", POD + service, Reach.OWN);

    then(manifest.without("service web").documents())
        .extracting(ManifestDocument::kind)
        .containsExactly("Pod");
    thenThrownBy(() -> manifest.without("service db"))
        .isInstanceOf(ManifestProblem.class)
        .hasMessage("a.yaml has no service db; it has Pod web, Service web");
    thenThrownBy(() -> manifest.without("pod web").without("service web"))
        .isInstanceOf(ManifestProblem.class)
        .hasMessage("a.yaml has nothing but service web; it has Service web");
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
  void an_item_of_a_list_is_told_with_its_own_line() {
    refused(
        "apiVersion: v1\nkind: PodList\nitems:\n- {apiVersion: v1, kind: Pod, metadata: {name: a}}\n- {apiVersion: v1, kind: Pod}\n",
        "a.yaml:5: Pod has no metadata.name; give it one");
  }

  @Test
  void plain_words_mean_what_they_mean_to_kubectl() {
    var spec = "spec: {a: 0644, e: yes, g: 'yes', o: 99999999999}\n";

    then((Map<?, ?>)
            Manifest.parse("a.yaml", POD + spec, Reach.OWN).documents().get(0).tree().get("spec"))
        .extracting("a", "e", "g", "o")
        .containsExactly(420, true, "yes", 99999999999L);
  }

  @Test
  void the_kinds_that_it_defines_are_known() {
    var definition =
        "apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata: {name: backups.acme.io}\nspec: {names: {kind: Backup}}\n---\n";

    then(Manifest.parse("a.yaml", definition + POD, new Reach(true, Set.of())).definedKinds())
        .containsExactly("Backup");
    then(Manifest.parse("a.yaml", POD, Reach.OWN).definedKinds()).isEmpty();
  }

  @Test
  void merge_keys_are_resolved_and_their_fields_have_lines() {
    var text = POD + "spec:\n  containers:\n  - &a {name: a, image: i}\n  - {<<: *a, name: b}\n";

    var pod = Manifest.parse("a.yaml", text, Reach.OWN).documents().get(0);

    then(pod.tree().get("spec")).hasToString("{containers=[{name=a, image=i}, {name=b, image=i}]}");
    then(pod.placeOf("spec.containers[1].name")).isEqualTo("a.yaml:7");
    then(pod.placeOf("spec.containers[1].image")).isEqualTo("a.yaml:6");
  }

  @Test
  void what_stands_twice_or_has_no_bounds_is_told_with_its_place() {
    refused(
        POD + "spec: {}\nspec: {}\n",
        "a.yaml:5:1: not YAML: found duplicate key spec\n  mend that line; nothing was started");
    refused(
        POD + "spec: &s [*s]\n",
        "a.yaml:1:1: not YAML: its aliases have no bounds\n  mend that line; nothing was started");
    refused("[".repeat(100_000), "a.yaml is not YAML: it is nested too deeply");
  }

  @Test
  void a_file_may_begin_with_the_mark_of_its_encoding(@TempDir Path folder) throws IOException {
    for (var encoding :
        List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE, StandardCharsets.UTF_8)) {
      var file = Files.writeString(folder.resolve("a.yaml"), "\uFEFF" + POD, encoding);

      then(Manifest.read(file, Reach.OWN).documents()).as("%s", encoding).hasSize(1);
    }
    var file = Files.write(folder.resolve("b.yaml"), new byte[] {'a', ':', ' ', (byte) 0xE9, '\n'});
    thenThrownBy(() -> Manifest.read(file, Reach.OWN))
        .hasMessage("the manifest " + file + " is no text in UTF-8 or UTF-16\n  name a manifest");
  }

  @Test
  void a_folder_is_no_manifest(@TempDir Path folder) {
    thenThrownBy(() -> Manifest.read(folder, Reach.OWN))
        .hasMessage(folder + " is a folder\n  name a manifest in it");
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
