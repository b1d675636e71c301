package dev.podproof.run;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.BDDAssertions.then;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.podproof.report.Outcome;
import dev.podproof.report.RunResult;
import dev.podproof.report.ScenarioResult;
import dev.podproof.report.ScenarioResult.Place;
import dev.podproof.report.StepResult;
import dev.podproof.settings.RunSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that cannot be written: before a run they end it, in a run they are told and no more. */
class LossesTest {
  private static final ScenarioResult SCENARIO =
      new ScenarioResult(
          new Place("f", "one", "a.feature", 3),
          List.of(),
          List.of(new StepResult("Then so", 4, Outcome.VIOLATED, Duration.ZERO, "x".repeat(9_000))),
          Duration.ofSeconds(1));

  @TempDir private Path folder;
  private final Losses losses = new Losses();
  private boolean mounted;

  private static RunResult run() {
    return new RunResult(
        Instant.EPOCH, Duration.ofSeconds(1), "", new RunResult.Requests(0, 0), List.of(SCENARIO));
  }

  private RunSettings.Files files() {
    return new RunSettings.Files(folder.resolve("out"), folder.resolve("out/run.tap"), List.of());
  }

  /** Makes it a file system of this size; only root may. */
  private void mount(String size) throws IOException, InterruptedException {
    var out = Files.createDirectories(folder.resolve("out"));
    var mount =
        new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", out.toString());
    mounted = mount.redirectErrorStream(true).start().waitFor() == 0;
    assumeTrue(mounted, "only root mounts a file system");
  }

  @AfterEach
  void unmount() throws IOException, InterruptedException {
    if (mounted) {
      new ProcessBuilder("umount", folder.resolve("out").toString()).start().waitFor();
    }
  }

  @Test
  void a_disk_that_is_full_is_told_before_the_run() throws Exception {
    mount("32k");

    assertThatThrownBy(() -> Reports.in(files(), losses))
        .isInstanceOf(UsageProblem.class)
        .hasMessage(
            "the reports cannot be written to "
                + folder.resolve("out")
                + ": No space left on device\n  name a folder that can be made with --report-dir");
  }

  @Test
  void a_disk_that_becomes_full_costs_what_has_no_room_and_is_told() throws Exception {
    mount("256k");
    try (var reports = Reports.in(files(), losses)) {
      reports.add(SCENARIO, Optional.empty());
      fillBut(8 * 1024);
      reports.write(run());
    }

    var out = folder.resolve("out");
    then(losses.inWords())
        .containsExactlyInAnyOrder(
            out.resolve("junit.xml") + ": No space left on device",
            out.resolve("results.json") + ": No space left on device",
            out.resolve("report.html") + ": No space left on device",
            out.resolve("run.tap") + ": No space left on device");
    then(out.toFile().list()).containsExactlyInAnyOrder("filling", "rerun.txt");
    then(Files.readString(out.resolve("rerun.txt"))).isEqualTo("a.feature:3\n");
  }

  private void fillBut(long bytes) throws IOException {
    var out = folder.resolve("out");
    var free = Files.getFileStore(out).getUsableSpace();
    Files.write(out.resolve("filling"), new byte[(int) (free - bytes)]);
  }

  @Test
  void a_file_in_the_way_of_the_folder_and_a_folder_in_the_way_of_a_file() throws IOException {
    Files.createFile(folder.resolve("out"));
    assertThatThrownBy(() -> Reports.in(files(), losses))
        .isInstanceOf(UsageProblem.class)
        .hasMessageStartingWith("the reports cannot be written to " + folder.resolve("out"));

    Files.delete(folder.resolve("out"));
    Files.createDirectories(folder.resolve("out/junit.xml"));
    assertThatThrownBy(() -> Reports.in(files(), losses))
        .hasMessage(
            "the reports cannot be written to "
                + folder.resolve("out")
                + ": "
                + folder.resolve("out/junit.xml")
                + ": a folder is in the way\n  name a folder that can be made with --report-dir");
  }

  @Test
  void a_file_that_failed_once_is_not_written_again_and_the_first_reason_is_told() {
    losses.whileWriting(
        "a",
        () -> {
          throw new NoSuchFileException("/gone");
        });
    losses.whileWriting(
        "a",
        () -> {
          throw new AssertionError("written again");
        });
    losses.whileWriting("b", () -> {});
    losses.add("c", new IllegalStateException(new IOException("Broken pipe")));

    then(losses.inWords()).containsExactly("a: NoSuchFileException", "c: Broken pipe");
  }
}
