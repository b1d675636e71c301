package dev.podproof.run;

import static org.assertj.core.api.BDDAssertions.then;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two builds of one version are told apart, and the same code is known again. */
class BuildTest {
  @TempDir Path folder;

  @Test
  void other_code_has_another_digest() throws IOException {
    var jar = Files.writeString(folder.resolve("a.jar"), "one");
    var before = Build.digest(jar);
    var classes = Build.digest(folder);

    then(Build.digest(jar)).isEqualTo(before).matches("[0-9a-f]{64}");

    Files.writeString(jar, "two");

    then(Build.digest(jar)).isNotEqualTo(before);
    then(Build.digest(folder)).isNotEqualTo(classes);
  }

  @Test
  void this_one_has_one_too() {
    then(Build.digest()).isEqualTo(Build.digest()).matches("[0-9a-f]{64}");
  }
}
