package dev.podproof.manifest;

import static org.assertj.core.api.BDDAssertions.then;

import org.junit.jupiter.api.Test;

/** Where the fields stand that the API server names. */
class FieldLinesTest {
  private static final String LIST =
      """
      apiVersion: v1
      kind: List
      items:
        - apiVersion: v1
          kind: Pod
          metadata: {name: web}
          spec:
            containers:
              - name: app
                ports:
                  - containerPort: 99999
      """;

  private static String place(String field) {
    var manifest = Manifest.parse("a.yaml", "# head\n" + LIST, Reach.OWN);
    return manifest.documents().get(0).placeOf(field);
  }

  @Test
  void a_field_stands_on_its_line() {
    then(place("spec.containers[0].ports[0].containerPort")).isEqualTo("a.yaml:12");
    then(place("metadata.name")).isEqualTo("a.yaml:7");
  }

  @Test
  void a_name_may_have_dots_of_its_own() {
    var text = "kind: Pod\napiVersion: v1\nmetadata:\n  name: a\n  labels:\n    a.b/c: 1\n";

    then(Manifest.parse("a.yaml", text, Reach.OWN)
            .documents()
            .get(0)
            .placeOf("metadata.labels.a.b/c"))
        .isEqualTo("a.yaml:6");
  }

  @Test
  void what_is_not_written_is_missing_from_what_should_hold_it() {
    then(place("spec.containers[0].image")).isEqualTo("a.yaml:10");
    then(place("spec.containers[3].image")).isEqualTo("a.yaml:9");
    then(place("status")).isEqualTo("a.yaml:5");
  }
}
