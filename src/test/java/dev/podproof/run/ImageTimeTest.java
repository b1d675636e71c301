package dev.podproof.run;

import static org.assertj.core.api.BDDAssertions.then;

import dev.podproof.report.ScenarioResult;
import dev.podproof.report.ScenarioResult.Place;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a scenario spends on what its images are is not the pod's own time. */
class ImageTimeTest {
  private final ImageTime images = new ImageTime();

  private Duration left() {
    var place = new Place("f", "s", "a.feature", 3);
    return images
        .without(new ScenarioResult(place, List.of(), List.of(), Duration.ofSeconds(60)))
        .took();
  }

  @Test
  void steps_that_say_what_an_image_is_are_left_out() {
    images.took("{image} serves HTTP on port {int}{servedPaths}", Duration.ofSeconds(40));
    images.took("{image} exits with code {int} after {duration}", Duration.ofSeconds(2));

    then(left()).isEqualTo(Duration.ofSeconds(18));
  }

  @Test
  void every_other_step_counts() {
    images.took("I apply {string}", Duration.ofSeconds(40));
    images.took("dependency {string} on port {int} {dependencyState}", Duration.ofSeconds(2));

    then(left()).isEqualTo(Duration.ofSeconds(60));
  }

  @Test
  void the_vocabulary_says_what_an_image_is_in_no_other_way() {
    var declaring = Vocabulary.phrases().stream().filter(one -> one.contains("{image}")).toList();

    then(declaring).hasSize(4).allMatch(one -> one.startsWith("{image} "));
  }
}
