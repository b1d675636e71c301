package dev.podproof.run;

import static org.assertj.core.api.BDDAssertions.then;

import dev.podproof.manifest.Reach;
import dev.podproof.mutation.Mutant;
import dev.podproof.mutation.Mutants;
import dev.podproof.mutation.Original;
import dev.podproof.mutation.operator.Operators;
import dev.podproof.steps.ManifestFolder;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One manifest is another; the rest are what they were. */
class MutantManifestsTest {
  private static final String WRITTEN =
      "{apiVersion: v1, kind: Pod, metadata: {name: a}, spec: {containers: [{name: a, image: b}]}}";

  @TempDir Path folder;
  private MutationExample example;
  private ManifestFolder originals;

  @BeforeEach
  void write() {
    example = MutationExample.in(folder);
    originals = new ManifestFolder(Path.of(example.feature()), Reach.OWN);
  }

  private MutantManifests with(Mutant mutant) {
    return new MutantManifests(originals, mutant, Reach.OWN);
  }

  @Test
  void a_file_is_read_with_its_change() {
    var mutant = example.mutant("change-exit-code");

    var read = with(mutant).read("pod.yaml");

    then(read.source()).isEqualTo(example.pod());
    then(read.documents().get(0).tree().toString()).contains("exit 0").doesNotContain("exit 3");
  }

  @Test
  void another_file_is_read_as_it_is() {
    var mutant = example.mutant("change-exit-code");

    then(with(mutant).read("config.yaml").documents().get(0).tree())
        .isEqualTo(originals.read("config.yaml").documents().get(0).tree());
  }

  @Test
  void what_stands_below_a_step_is_changed_where_it_is_that_text_alone() {
    var mutant = below(7);

    then(with(mutant).written(WRITTEN)).isEqualTo(mutant.text()).isNotEqualTo(WRITTEN);
    then(with(mutant).written("kind: ConfigMap")).isEqualTo("kind: ConfigMap");
  }

  @Test
  void a_file_and_a_text_below_a_step_are_not_taken_for_each_other() {
    var ofFile = example.mutant("change-exit-code");
    then(with(ofFile).written(ofFile.original().text())).isEqualTo(ofFile.original().text());
    then(with(below(7)).read("pod.yaml").documents().get(0).tree())
        .isEqualTo(originals.read("pod.yaml").documents().get(0).tree());
  }

  private Mutant below(int line) {
    return Mutants.of(List.of(new Original(example.feature(), line, WRITTEN)), Operators.ALL)
        .get(0);
  }
}
