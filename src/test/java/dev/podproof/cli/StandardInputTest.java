package dev.podproof.cli;

import static org.assertj.core.api.BDDAssertions.then;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Manifests that a chart renders, and nobody wrote to a file. */
class StandardInputTest {
  private static final String POD =
      "apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec: {containers: [{name: web, image: busybox}]}\n";

  @TempDir Path folder;

  private record Said(int exitCode, String out, String error) {}

  private Said podproof(String in, String... arguments) {
    var out = new StringWriter();
    var error = new StringWriter();
    var code =
        Podproof.commandLine(
                new CommandFactory(
                    Map.of("PODPROOF_CACHE", folder.resolve("cache").toString()),
                    Optional::empty,
                    folder,
                    new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8))))
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(error))
            .execute(arguments);
    return new Said(code, out.toString(), error.toString());
  }

  @Test
  void is_kept_beside_the_features_that_are_made_of_it() throws IOException {
    var features = folder.resolve("features");
    var kept = features.resolve("rendered.yaml");

    then(podproof(POD, "scaffold", "-", "--auto", "-o", features.toString()))
        .isEqualTo(
            new Said(
                0,
                kept
                    + "  the manifest of standard input\n"
                    + features.resolve("web.feature")
                    + "  Pod web, 2 scenarios\n",
                ""));
    then(kept).hasContent(POD);
    then(Files.getPosixFilePermissions(kept))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    then(features.resolve("web.feature")).content().contains("When I apply \"rendered.yaml\"");
    then(podproof(POD, "scaffold", "-", "--auto", "-o", features.toString()).error())
        .isEqualTo(
            "podproof: "
                + kept
                + " is there already; nothing was written\n"
                + "  name another folder with -o, or write over it: --force\n");
  }

  @Test
  void needs_a_folder_to_be_kept_in() {
    then(podproof(POD, "scaffold", "-"))
        .isEqualTo(
            new Said(
                2,
                "",
                "podproof: the steps need a file to apply, and standard input is none\n"
                    + "  name a folder, in which it is kept as rendered.yaml: -o features\n"));
  }

  @Test
  void is_told_as_what_it_is_where_something_is_wrong() {
    then(podproof("kind: Pod", "check", "-"))
        .isEqualTo(
            new Said(
                2,
                "",
                "podproof: standard input:1:1: expected an object with apiVersion and kind\n"));
    then(podproof("", "check", "-").error())
        .isEqualTo("podproof: standard input:1:1: the file holds no object\n");
    then(folder.resolve("cache")).doesNotExist();
  }
}
