package dev.podproof.run;

import static org.assertj.core.api.BDDAssertions.then;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A mutant is run again when something that decides its fate is different, and only then. */
class MutantHistoryTest {
  private static final List<Suggestion> SUGGESTED =
      List.of(
          new Suggestion("Then container \"app\" exits with code 3", true, "web.feature:5"),
          new Suggestion("Then container \"app\" logs \"TEXT\"", false, "why"));
  private static final Circumstances USUAL =
      new Circumstances("build 1", "K3s v1.37.2", Map.of("busybox", "1.35"), "budget 60s");
  private static final String CODE = "change-exit-code";

  @TempDir Path folder;
  @TempDir Path cache;
  private MutationExample example;

  @BeforeEach
  void write() {
    example = MutationExample.in(folder);
  }

  @Test
  void what_was_decided_is_known_afterwards_with_its_times() {
    keep(Fate.TIMED_OUT);

    var known = history(USUAL).known(example.mutant(CODE)).orElseThrow();

    then(known)
        .isEqualTo(
            new MutantResult(
                example.mutant(CODE),
                Fate.TIMED_OUT,
                "because",
                Duration.ofSeconds(3),
                Duration.ofSeconds(2),
                true,
                SUGGESTED));
  }

  @Test
  void a_mutant_that_was_not_run_is_not_known() {
    keep(Fate.KILLED);

    then(history(USUAL).known(example.mutant("command-to-true"))).isEmpty();
  }

  @Test
  void what_is_undecided_or_lost_is_run_again() {
    keep(Fate.UNDECIDED);
    then(isKnown()).isFalse();

    keep(Fate.LOST);
    then(isKnown()).isFalse();
  }

  @Test
  void another_step_of_the_feature_makes_it_run_again() {
    keep(Fate.SURVIVED);

    example.writeFeature("Then container \"app\" exits with code 3");

    then(isKnown()).isFalse();
  }

  @Test
  void another_text_of_its_manifest_makes_it_run_again() {
    keep(Fate.SURVIVED);

    example.writePod("there");

    then(isKnown()).isFalse();
  }

  @Test
  void another_text_of_a_manifest_beside_it_makes_it_run_again() {
    keep(Fate.SURVIVED);

    example.writeConfig("two");

    then(isKnown()).isFalse();
  }

  @Test
  void another_Podproof_cluster_image_or_setting_makes_it_run_again() {
    keep(Fate.SURVIVED);

    for (var other :
        List.of(
            new Circumstances("build 2", USUAL.cluster(), USUAL.images(), USUAL.settings()),
            new Circumstances(USUAL.podproof(), "K3s v1.34.4", USUAL.images(), USUAL.settings()),
            new Circumstances(
                USUAL.podproof(), "upstream v1.37.2", USUAL.images(), USUAL.settings()),
            new Circumstances(
                USUAL.podproof(), USUAL.cluster(), Map.of("busybox", "1.36"), USUAL.settings()),
            new Circumstances(USUAL.podproof(), USUAL.cluster(), USUAL.images(), "budget 90s"))) {
      then(history(other).known(example.mutant(CODE))).as(other.toString()).isEmpty();
    }
    then(isKnown()).isTrue();
  }

  @Test
  void in_which_order_images_are_named_makes_no_difference() {
    then(circumstances("a", "b").inWords()).isEqualTo(circumstances("b", "a").inWords());
  }

  private static Circumstances circumstances(String first, String second) {
    var images = new LinkedHashMap<String, String>();
    images.put(first, "1");
    images.put(second, "1");
    return new Circumstances("", "", images, "");
  }

  @Test
  void what_is_edited_while_mutants_run_is_not_taken_for_what_was_run() {
    var history = history(USUAL);
    var ran = result(Fate.KILLED);
    example.writeFeature("Then container \"app\" exits with code 3");

    history.keep(ran);

    then(isKnown()).isFalse();
    example.writeFeature("Then container \"app\" exits");
    then(isKnown()).isTrue();
  }

  @Test
  void the_fates_of_other_mutants_are_kept() {
    keep(Fate.KILLED);
    var other = example.mutant("command-to-true");
    history(USUAL).keep(new MutantResult(other, Fate.SURVIVED, "", Duration.ZERO, Duration.ZERO));

    then(isKnown()).isTrue();
    then(history(USUAL).known(other)).isPresent();
  }

  @Test
  void so_are_those_that_another_run_keeps_meanwhile() {
    var history = history(USUAL);
    var other = example.mutant("command-to-true");
    keep(Fate.KILLED);

    history.keep(new MutantResult(other, Fate.SURVIVED, "", Duration.ZERO, Duration.ZERO));

    then(isKnown()).isTrue();
    then(history(USUAL).known(other)).isPresent();
  }

  @Test
  void a_damaged_file_tells_nothing_and_is_written_anew() throws IOException {
    Files.writeString(cache.resolve("mutants.json"), "{\"a\": {\"fate\": ");
    then(isKnown()).isFalse();

    keep(Fate.KILLED);

    then(isKnown()).isTrue();
  }

  @Test
  void a_file_of_a_version_with_other_fates_or_fields_tells_nothing() throws IOException {
    for (var entry :
        List.of("{\"fate\": \"EATEN\"}", "{\"fate\": \"KILLED\", \"speed\": 3}", "[1]", "null")) {
      keep(Fate.KILLED);
      var file = cache.resolve("mutants.json");
      var key = Files.readString(file).replaceFirst("(?s)^\\{\\s*(\"[0-9a-f]+\").*", "$1");
      Files.writeString(file, "{" + key + ": " + entry + "}");

      then(isKnown()).as(entry).isFalse();
    }
  }

  @Test
  void where_nothing_can_be_written_the_run_goes_on() throws IOException {
    var file = Files.writeString(folder.resolve("a-file"), "");

    new MutantHistory(file, example.plan(), USUAL).keep(result(Fate.KILLED));

    then(Files.readString(file)).isEmpty();
  }

  private void keep(Fate fate) {
    history(USUAL).keep(result(fate));
  }

  private boolean isKnown() {
    return history(USUAL).known(example.mutant(CODE)).isPresent();
  }

  private MutantHistory history(Circumstances circumstances) {
    return new MutantHistory(cache, example.plan(), circumstances);
  }

  private MutantResult result(Fate fate) {
    return new MutantResult(
        example.mutant(CODE),
        fate,
        "because",
        Duration.ofSeconds(3),
        Duration.ofSeconds(2),
        false,
        SUGGESTED);
  }
}
