package dev.podproof.lint;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.BDDAssertions.then;

import dev.podproof.lint.workload.YamlValue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is wrong with a file is a finding with its place; the other files are checked all the same.
 */
class ReadingTest {
  private static final String FAULTY =
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec:
        containers:
          - name: app
            image: busybox:1.37.0
            command: [sleep, '60']
      """;
  private static final String FOUND =
      "container app of Pod web runs sleep as PID 1, which ignores TERM";

  @TempDir Path folder;

  @Test
  void templates_that_were_not_rendered() throws IOException {
    then(found("kind: Pod\nmetadata:\n  name: web\n  {{- if .Values.on }}\n"))
        .containsExactly(
            "f.yaml:4:3: template-not-rendered: the line holds a template: {{- if .Values.on }}");
    then(found(FAULTY.replace("busybox:1.37.0", "\"{{ .Values.image }}\"")))
        .contains(
            "f.yaml:7:14: template-not-rendered: the value holds a template: {{ .Values.image }}");
    then(found("apiVersion: v1\nkind: Pod\nmetadata:\n  name: {{ x }}\n"))
        .contains(
            "f.yaml:4:10: template-not-rendered: a field has an object for its name, as {{ }} that was not rendered");
  }

  @Test
  void tabs() throws IOException {
    then(found("kind: Pod\nspec:\n\tcontainers: []\n"))
        .containsExactly(
            "f.yaml:3:1: not-yaml: not YAML: found character '\\t(TAB)' that cannot start any token. (Do not use \\t(TAB) for indentation)");
  }

  @Test
  void anchors_and_merge_keys_are_resolved() throws IOException {
    then(found(
            """
                apiVersion: v1
                kind: Pod
                metadata: {name: web}
                spec:
                  containers:
                    - &base {name: app, image: 'busybox:1.37.0', command: [sleep, '60']}
                    - {<<: *base, name: second}
                """))
        .containsExactly(
            "f.yaml:6:7: pid1-ignores-term: " + FOUND,
            "f.yaml:7:7: pid1-ignores-term: " + FOUND.replace("app", "second"));
  }

  @Test
  void duplicate_keys() throws IOException {
    then(found(FAULTY.replace("command: [sleep, '60']", "image: other:1")))
        .containsExactly(
            "f.yaml:8:7: duplicate-key: the field image stands here for the second time");
  }

  @Test
  void aliases_without_bounds() throws IOException {
    var bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (var i = 1; i < 9; i++) {
      var before = Collections.nCopies(10, "*a" + (i - 1));
      bomb.append("a%d: &a%d [%s]%n".formatted(i, i, String.join(", ", before)));
    }
    var message =
        "f.yaml:1:1: not-readable: its aliases refer to each other, or expand to more than a million values";
    then(found(bomb.toString())).containsExactly(message);
    then(found("a: &a [*a]\n")).containsExactly(message);
  }

  @Test
  void files_that_are_too_large() throws IOException {
    then(found("#".repeat(50 * 1024 * 1024)))
        .containsExactly("f.yaml:1:1: not-readable: the file is larger than 16 MiB");
  }

  @Test
  void deep_nesting() throws IOException {
    then(found("[".repeat(100_000))).hasSize(1).allMatch(line -> line.startsWith("f.yaml:1:"));
  }

  @Test
  void windows_line_ends_and_UTF_16_are_read() throws IOException {
    then(found(FAULTY.replace("\n", "\r\n")))
        .containsExactly("f.yaml:6:7: pid1-ignores-term: " + FOUND);
    then(found("\uFEFF" + FAULTY, StandardCharsets.UTF_16LE))
        .containsExactly("f.yaml:6:7: pid1-ignores-term: " + FOUND);
  }

  @Test
  void an_empty_file_a_binary_and_a_broken_link() throws IOException {
    then(found("")).containsExactly("f.yaml:1:1: not-an-object: the file holds no object");
    then(found("\u0000\u0001ELF"))
        .containsExactly("f.yaml:1:1: not-readable: the file is not text");
    Files.createSymbolicLink(folder.resolve("broken.yaml"), folder.resolve("nowhere"));
    then(words(lint("broken.yaml")))
        .containsExactly("broken.yaml:1:1: not-readable: it cannot be read: NoSuchFileException");
  }

  @Test
  void a_folder_is_read_and_one_bad_file_does_not_hide_the_next() throws IOException {
    Files.writeString(folder.resolve("a.yaml"), "kind: [\n");
    Files.writeString(folder.resolve("b.yaml"), FAULTY);
    Files.writeString(folder.resolve("notes.txt"), "no manifest");
    var result = lint("");
    then(words(result)).hasSize(2).last().isEqualTo("b.yaml:6:7: pid1-ignores-term: " + FOUND);
    then(result.files()).isEqualTo(2);
  }

  @Test
  void a_folder_without_manifests_is_no_green_run() throws IOException {
    Files.writeString(Files.createDirectory(folder.resolve("chart")).resolve("notes.txt"), "x");
    then(words(lint("chart")))
        .containsExactly(
            "chart:1:1: not-an-object: the folder holds no file that ends in .yaml, .yml or .json");
  }

  @Test
  void what_lies_beside_manifests_keeps_nobody_from_reading_them() throws IOException {
    Files.writeString(folder.resolve("values.yaml"), "replicas: 3\n");
    Files.writeString(folder.resolve("web.yaml"), FAULTY);
    then(YamlObjects.read(List.of(folder.toString()), InputStream.nullInputStream()).faults())
        .isEmpty();
    then(YamlObjects.read(
                List.of(folder.resolve("values.yaml").toString()), InputStream.nullInputStream())
            .faults())
        .containsExactly(folder + "/values.yaml:1:1: expected an object with apiVersion and kind");
  }

  @Test
  void kinds_that_are_not_known_and_lists() throws IOException {
    then(found("apiVersion: example.com/v1\nkind: Widget\nspec: {a: 1}\n")).isEmpty();
    var item = FAULTY.indent(4).replaceFirst(" {4}", "  - ");
    then(found("apiVersion: v1\nkind: List\nitems:\n" + item)).hasSize(1);
  }

  @Test
  void standard_input() {
    var in = new ByteArrayInputStream(FAULTY.getBytes(StandardCharsets.UTF_8));
    then(Lint.of(List.of("-"), in, YamlValue.absent("podproof.yaml")).findings())
        .extracting(finding -> finding.place().toString())
        .containsExactly("standard input:6:7");
  }

  @Test
  void an_argument_that_names_nothing_is_refused() {
    assertThatThrownBy(() -> lint("web.yaml"))
        .hasMessage(
            "there is no manifest "
                + folder.resolve("web.yaml")
                + "\n  name a file or a folder that exists, or - for standard input");
    assertThatThrownBy(() -> Lint.of(List.of(" "), InputStream.nullInputStream(), settings()))
        .hasMessage(
            "the name of a manifest is empty\n  name a file or a folder that exists, or - for standard input");
  }

  @Test
  void annotations_and_settings_silence_with_a_reason() throws IOException {
    var annotated = "{name: web, annotations: {podproof.dev/ignore-%s: \"%s\"}}";
    then(found(FAULTY.replace("{name: web}", annotated.formatted("pid1-ignores-term", "a test"))))
        .isEmpty();
    then(found(
            FAULTY.replace("{name: web}", annotated.formatted("pid1-ignores-term.app", "a test"))))
        .isEmpty();
    then(found(FAULTY.replace("{name: web}", annotated.formatted("pid1-ignores-term.b", "other"))))
        .hasSize(1);
    then(found(FAULTY.replace("{name: web}", annotated.formatted("pid1-ignores-term", ""))))
        .containsExactly(
            "f.yaml:3:37: bad-ignore: ignores pid1-ignores-term without a reason",
            "f.yaml:6:7: pid1-ignores-term: " + FOUND);
    then(found(FAULTY.replace("{name: web}", annotated.formatted("nonsense", "x"))))
        .contains("f.yaml:3:37: bad-ignore: there is no rule nonsense to ignore");
    Files.writeString(
        folder.resolve("podproof.yaml"),
        "lint: {ignore: [{rule: pid1-ignores-term, at: Pod/web/app, reason: a test}]}\n");
    then(found(FAULTY)).isEmpty();
  }

  private List<String> found(String text) throws IOException {
    return found(text, StandardCharsets.UTF_8);
  }

  private List<String> found(String text, Charset charset) throws IOException {
    Files.write(folder.resolve("f.yaml"), text.getBytes(charset));
    return words(lint("f.yaml"));
  }

  private Lint.Result lint(String name) {
    return Lint.of(
        List.of(folder.resolve(name).toString()), InputStream.nullInputStream(), settings());
  }

  private YamlValue settings() {
    var documents = YamlFile.read(folder.resolve("podproof.yaml")).documents();
    return documents.stream().findFirst().orElse(YamlValue.absent("podproof.yaml"));
  }

  private List<String> words(Lint.Result result) {
    return result.findings().stream()
        .map(one -> one.place() + ": " + one.rule().id() + ": " + one.message())
        .map(line -> line.replace(folder + "/", ""))
        .toList();
  }
}
