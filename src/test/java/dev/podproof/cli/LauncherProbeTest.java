package dev.podproof.cli;

import static org.assertj.core.api.BDDAssertions.then;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the launcher is told that a command line needs. */
class LauncherProbeTest {
  @TempDir Path folder;

  @Test
  void without_settings_it_is_what_the_flags_say() {
    then(answer("run")).isEqualTo("auto");
    then(answer("run", "--cluster", "node")).isEqualTo("node 1.37.2");
    then(answer("run", "--cluster=node", "--kubernetes", "1.36.3")).isEqualTo("node 1.36.3");
    then(answer("check", "a.yaml", "--kubernetes", "1.34,1.37")).isEqualTo("node 1.34.4");
    then(answer("run", "--k3s-image", "x")).isEqualTo("k3s");
    then(answer("run", "--cluster", "existing")).isEqualTo("nothing");
    then(answer("run", "--dry-run")).isEqualTo("nothing");
    then(answer("run", "--help")).isEqualTo("nothing");
    then(answer("lint", "x")).isEqualTo("nothing");
    then(answer()).isEqualTo("nothing");
  }

  @Test
  void settings_count_as_they_do_for_the_program() throws IOException {
    then(LauncherProbe.answer(words("run"), Map.of("PODPROOF_CLUSTER", "existing"), folder))
        .isEqualTo("nothing");
    Files.writeString(folder.resolve("podproof.yaml"), "cluster: node\nkubernetes: 1.36.3\n");
    then(answer("run")).isEqualTo("node 1.36.3");
    then(answer("run", "--cluster", "k3s")).isEqualTo("k3s");
  }

  @Test
  void what_the_command_will_refuse_needs_nothing() throws IOException {
    then(answer("run", "--clustre", "node")).isEqualTo("nothing");
    Files.writeString(folder.resolve("podproof.yaml"), "clustre: node\n");
    then(answer("run")).isEqualTo("nothing");
  }

  private String answer(String... arguments) {
    return LauncherProbe.answer(arguments, Map.of(), folder);
  }

  private static String[] words(String... arguments) {
    return arguments;
  }
}
