package dev.podproof.cli;

import static org.assertj.core.api.BDDAssertions.then;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A first project. */
class InitTest {
  @TempDir Path folder;

  private record Said(int exitCode, String out, String error) {}

  @Test
  void it_is_understood_as_it_is_and_lint_finds_nothing_that_counts() {
    var project = folder.resolve("a project");

    then(podproof("init", project.toString()))
        .isEqualTo(
            new Said(
                0,
                """
                made FOLDER/a project/podproof.yaml
                made FOLDER/a project/features/web.feature
                made FOLDER/a project/manifests/web.yaml

                next: cd 'FOLDER/a project' && podproof run
                """,
                ""));
    then(in(project, "run", "--dry-run").exitCode()).isZero();
    then(in(project, "lint", project + "/manifests").exitCode()).isZero();
    then(in(project, "config", "run").out()).contains("podproof.yaml:3");
  }

  @Test
  void nothing_that_is_there_is_changed() throws IOException {
    Files.createDirectories(folder.resolve("manifests"));
    var there = Files.writeString(folder.resolve("manifests/web.yaml"), "mine");

    then(podproof("init", folder.toString()))
        .isEqualTo(
            new Said(
                2,
                "",
                "podproof: there is already FOLDER/manifests/web.yaml; nothing was written\n"
                    + "  name another folder: podproof init DIR\n"));
    then(there).hasContent("mine");
    then(folder.resolve("podproof.yaml")).doesNotExist();
  }

  @Test
  void a_file_is_no_folder() throws IOException {
    var file = Files.createFile(folder.resolve("file"));

    then(podproof("init", file.toString()).error())
        .isEqualTo("podproof: FOLDER/file is a file\n  name a folder, or one that is to be made\n");
    then(podproof("init", file + "/below").error())
        .startsWith("podproof: FOLDER/file/below/podproof.yaml cannot be written: ");
  }

  private Said podproof(String... arguments) {
    return in(folder, arguments);
  }

  private Said in(Path project, String... arguments) {
    var out = new StringWriter();
    var error = new StringWriter();
    var code =
        Podproof.run(
            arguments, new PrintWriter(out, true), new PrintWriter(error, true), Map.of(), project);
    return new Said(code, shown(out), shown(error));
  }

  private String shown(StringWriter text) {
    return text.toString().replace(folder.toString(), "FOLDER");
  }
}
