package dev.podproof.lint;

import static org.assertj.core.api.BDDAssertions.then;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.podproof.archive.Schemas;
import dev.podproof.project.ProjectFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One result in each format, whole, and the formats with what a hostile manifest names. */
class FormatsTest {
  private static final String POD =
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec:
        containers:
          - {name: app, image: 'busybox:1.37.0', command: [sleep, '60']}
          - {name: second, image: 'busybox:1.37.0', command: [sleep, '60']}
      """;
  private static final String HOSTILE =
      POD.replace("web", "\"web\\e[31m\\u202E\\n::error::x\"").replace("app", "\"a\\0p\"");

  @TempDir Path folder;

  @Test
  void text() throws IOException {
    silenceSecond();

    then(written(LintFormat.TEXT, "web.yaml", POD))
        .isEqualTo(
            """
            Pod web  web.yaml:1:1
              start    1. container app, container second together, in no order of readiness
              stop     1. container app, container second together
                       2. whatever still runs is killed after 30 s
              takes    no probe and no init container bounds or delays it, without scheduling and pulling images

            web.yaml:6:7: warning: container app of Pod web runs sleep as PID 1, which ignores TERM [pid1-ignores-term]
              why  The kernel gives PID 1 no signal that it has no handler for; tail and sleep have none for TERM, so the container is killed when the grace period is over. (proved by running it)
              fix  Let a shell with a trap be PID 1: trap 'exit 0' TERM; PROGRAM & wait $!
              see  https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-termination and kill(2)
            web.yaml:7:7: ignored: pid1-ignores-term: it is a test
            1 finding and 1 ignored in 1 file with 1 workload
            """);
  }

  @Test
  void annotations_of_GitHub() throws IOException {
    then(written(LintFormat.GITHUB, "a b,c:d%.yaml", POD).lines().findFirst())
        .contains(
            "::warning file=a b%2Cc%3Ad%25.yaml,line=6,col=7,title=pid1-ignores-term"
                + "::container app of Pod web runs sleep as PID 1, which ignores TERM. "
                + "Let a shell with a trap be PID 1: trap 'exit 0' TERM; PROGRAM & wait $!");
  }

  @Test
  void json_is_as_its_schema_promises() throws IOException {
    silenceSecond();
    var json = written(LintFormat.JSON, "web.yaml", POD);

    then(Schemas.problems("lint", json)).isEmpty();
    then(Schemas.problems("lint", json.replace("\"severity\" : \"warning\"", "\"severity\" : 1")))
        .isNotEmpty();
    var tree = JsonMapper.builder().build().readTree(json);
    then(tree.at("/findings")).hasSize(1);
    then(tree.at("/findings/0/container").asText()).isEqualTo("app");
    then(tree.at("/ignored/0/ignoredBecause").asText()).isEqualTo("it is a test");
    then(tree.at("/workloads/0/containers/1/role").asText()).isEqualTo("container");
  }

  @Test
  void sarif_is_as_its_schema_promises() throws IOException {
    silenceSecond();
    var sarif = written(LintFormat.SARIF, "web.yaml", POD);

    then(problemsOfSarif(sarif)).isEmpty();
    then(problemsOfSarif(sarif.replace("\"startLine\" : 6", "\"startLine\" : 0"))).isNotEmpty();
    var results = JsonMapper.builder().build().readTree(sarif).at("/runs/0/results");
    then(results).hasSize(2);
    then(results.at("/0/locations/0/physicalLocation/artifactLocation/uri").asText())
        .isEqualTo("web.yaml");
    then(results.at("/1/suppressions/0/justification").asText()).isEqualTo("it is a test");
  }

  @Test
  void a_file_is_a_reference_whatever_its_name() {
    then(SarifFindings.uri("a b,c%.yaml")).isEqualTo("a%20b,c%25.yaml");
    then(SarifFindings.uri("c:d.yaml")).isEqualTo("./c:d.yaml");
    then(SarifFindings.uri("/x/c:d.yaml")).isEqualTo("/x/c:d.yaml");
  }

  @Test
  void what_a_hostile_manifest_names_begins_no_line_and_breaks_no_format() throws IOException {
    then(written(LintFormat.TEXT, "web.yaml", HOSTILE).lines())
        .noneMatch(line -> line.startsWith("::"));
    then(written(LintFormat.GITHUB, "web.yaml", HOSTILE).lines())
        .hasSize(3)
        .allMatch(line -> line.matches("::(?:warning|error) file=web.yaml,.*"));
    then(Schemas.problems("lint", written(LintFormat.JSON, "web.yaml", HOSTILE))).isEmpty();
    then(problemsOfSarif(written(LintFormat.SARIF, "web.yaml", HOSTILE))).isEmpty();
  }

  private void silenceSecond() throws IOException {
    Files.writeString(
        folder.resolve("podproof.yaml"),
        "lint: {ignore: [{rule: pid1-ignores-term, at: Pod/web/second, reason: it is a test}]}\n");
  }

  private String written(LintFormat format, String name, String manifest) throws IOException {
    Files.writeString(folder.resolve(name), manifest);
    var result =
        Lint.of(
            List.of(folder.resolve(name).toString()),
            InputStream.nullInputStream(),
            ProjectFile.above(folder).root());
    var uri = folder.toUri().getRawPath();
    return format.of(result).replace(folder + "/", "").replace(uri, "");
  }

  // The schema of OASIS, as a library of its users brings it.
  private static List<String> problemsOfSarif(String document) throws IOException {
    try (var schema =
        Objects.requireNonNull(
            FormatsTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json"))) {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
          .getSchema(new String(schema.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON)
          .validate(document, InputFormat.JSON)
          .stream()
          .map(Error::toString)
          .toList();
    }
  }
}
