package dev.podproof.explanation;

import static dev.podproof.explanation.Told.explained;
import static dev.podproof.lifecycle.Histories.aPod;
import static org.assertj.core.api.BDDAssertions.then;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How much of an explanation is written, and how. */
class FailureTest {
  private static Failure failure(int blocked, int moments) {
    return new Failure(
        "x",
        "y",
        IntStream.range(0, blocked).mapToObj(i -> "cause " + i).toList(),
        IntStream.range(0, moments).mapToObj(i -> "+" + i + "s " + "m".repeat(60)).toList(),
        List.of());
  }

  private static Stream<String> labels(Failure failure) {
    return failure.inWords().lines().map(line -> line.substring(0, 10).strip());
  }

  @Test
  void what_is_empty_has_no_label() {
    then(failure(0, 0).inWords()).isEqualTo("expected  x\nbut       y");
  }

  @Test
  void of_a_long_chain_the_six_nearest_causes_are_written() {
    then(failure(8, 0).inWords()).contains("cause 5").doesNotContain("cause 6");
  }

  @Test
  void moments_share_a_line_while_they_fit_and_of_the_lines_the_last_three_are_written() {
    then(labels(failure(0, 7))).containsExactly("expected", "but", "timeline", "", "");
    then(failure(0, 7).inWords()).doesNotContain("+1s").contains("+2s", "+6s");
  }

  @Test
  void a_text_of_several_lines_becomes_one() {
    then(new Failure("a\r\n  b\nc", "y", List.of(), List.of(), List.of()).inWords())
        .isEqualTo("expected  a b c\nbut       y");
  }

  @Test
  void a_text_that_is_too_wide_leaves_its_middle_out() {
    then(Facts.cut("a".repeat(20) + "b".repeat(20), 15)).isEqualTo("aaaaa ... bbbbb");
    then(Facts.cut("a".repeat(15), 15)).isEqualTo("a".repeat(15));
  }

  @Test
  void a_character_of_two_units_is_not_cut_in_half() {
    then(Facts.cut("\uD83D\uDE00".repeat(20), 15))
        .isEqualTo("\uD83D\uDE00\uD83D\uDE00 ... \uD83D\uDE00\uD83D\uDE00");
  }

  @Test
  void of_many_moments_the_first_four_and_the_last_four_are_told() {
    var busy = aPod("app");
    for (var i = 0; i < 5; i++) {
      busy.at((2 * i + 1) + "s").starts("app").at((2 * i + 2) + "s").exits("app", i);
    }

    then(explained(busy).timeline())
        .containsExactly(
            "+1.00s app started",
            "+2.00s app exited 0",
            "+3.00s app started",
            "+4.00s app exited 1",
            "... 2 more ...",
            "+7.00s app started",
            "+8.00s app exited 3",
            "+9.00s app started",
            "+10.00s app exited 4",
            "+30.00s judged");
  }

  @Test
  void that_the_pod_is_gone_is_its_last_moment() {
    then(explained(aPod("app").at("1s").starts("app").at("3s").gone()).timeline())
        .containsExactly("+1.00s app started", "+3.00s pod gone", "+30.00s judged");
  }
}
