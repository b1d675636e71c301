package dev.podproof;

import static org.assertj.core.api.BDDAssertions.then;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Whoever writes a file may write the value of a Secret. A class that is new here is to be added to
 * the table, and what it writes to SecretsIT, where every writer writes of Secrets.
 */
class WritersTest {
  /** What each class writes, and why it is safe. */
  private static final Map<String, String> WRITERS =
      Map.ofEntries(
          Map.entry("report.HtmlReport", "report.html: SecretsIT"),
          Map.entry("report.JUnitXml", "junit.xml: SecretsIT"),
          Map.entry("report.ResultsJson", "results.json: SecretsIT"),
          Map.entry("report.Tap", "--tap: SecretsIT"),
          Map.entry("report.build.GitHubActions", "the job summary: SecretsIT"),
          Map.entry("archive.Bundle", "evidence: SecretsIT"),
          Map.entry("archive.Exhibits", "evidence: SecretsIT"),
          Map.entry("run.Reports", "makes the file of --tap, empty"),
          Map.entry("run.Rerun", "rerun.txt: SecretsIT"),
          Map.entry("run.MutantHistory", "mutants.json: of steps, where they are hidden"),
          Map.entry(
              "run.Hindsight", "steps by manifest, for its owner alone, until they are judged"),
          Map.entry("run.Durations", "durations.json: SecretsIT"),
          Map.entry("cli.CheckCommand", "features of manifests: no cluster is asked"),
          Map.entry("cli.ScaffoldCommand", "features of manifests: no cluster is asked"),
          Map.entry("cli.StandardInput", "the user's own manifest, for its owner alone"),
          Map.entry("cli.BaselineCommand$Save", "a baseline: of evidence, where they are hidden"),
          Map.entry("cli.InitCommand", "a project's files: no cluster is asked"),
          Map.entry("cluster.image.ArchivedImage", "images: no scenario has begun"),
          Map.entry("cluster.image.Blob$Archived", "images: no scenario has begun"),
          Map.entry("cluster.BaseImage", "the node image: no scenario has begun"),
          Map.entry("cluster.PrivilegeMemory", "what Docker refuses: no scenario has begun"));

  private static final Set<String> WRITING =
      Set.of(
          "write",
          "writeString",
          "newOutputStream",
          "newBufferedWriter",
          "newByteChannel",
          "copy",
          "move",
          "createFile",
          "createTempFile",
          "writeValue",
          "writeValues",
          "writeValueAsFile");

  private static final Set<String> OWNERS =
      Set.of(
          "java.nio.file.Files",
          "com.fasterxml.jackson.databind.ObjectMapper",
          "com.fasterxml.jackson.databind.json.JsonMapper",
          "com.fasterxml.jackson.databind.ObjectWriter",
          "com.fasterxml.jackson.dataformat.yaml.YAMLMapper",
          "org.apache.commons.io.FileUtils");

  private static final Set<String> STREAMS =
      Set.of(
          "java.io.FileOutputStream",
          "java.io.FileWriter",
          "java.io.RandomAccessFile",
          "java.nio.channels.FileChannel");

  @Test
  void every_class_that_writes_a_file_is_known() {
    then(writers(program())).isEqualTo(new TreeSet<>(WRITERS.keySet()));
  }

  @Test
  void a_class_that_writes_is_found() {
    then(writers(new ClassFileImporter().importClasses(Planted.class)))
        .containsExactly("WritersTest$Planted");
  }

  /** Writes a file. */
  static final class Planted {
    static void write() throws java.io.IOException {
      java.nio.file.Files.writeString(java.nio.file.Path.of("target/planted"), "");
    }
  }

  private static Set<String> writers(JavaClasses classes) {
    var writers = new TreeSet<String>();
    classes.stream()
        .filter(WritersTest::writes)
        .forEach(one -> writers.add(one.getName().replaceFirst("^dev\\.podproof\\.", "")));
    return writers;
  }

  private static boolean writes(JavaClass one) {
    return one.getMethodCallsFromSelf().stream().anyMatch(WritersTest::writes)
        || one.getMethodReferencesFromSelf().stream()
            .anyMatch(
                reference ->
                    WRITING.contains(reference.getName())
                        && OWNERS.contains(reference.getTargetOwner().getName()))
        || one.getConstructorCallsFromSelf().stream()
            .anyMatch(call -> STREAMS.contains(call.getTargetOwner().getName()));
  }

  private static boolean writes(JavaCall<?> call) {
    return WRITING.contains(call.getName()) && OWNERS.contains(call.getTargetOwner().getName());
  }

  private static JavaClasses program() {
    return new ClassFileImporter()
        .withImportOption(new ImportOption.DoNotIncludeTests())
        .importPackages("dev.podproof");
  }
}
