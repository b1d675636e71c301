package dev.podproof.run;

import static org.assertj.core.api.BDDAssertions.then;

import dev.podproof.mutation.Mutant;
import dev.podproof.mutation.Mutants;
import dev.podproof.mutation.Original;
import dev.podproof.mutation.operator.Operators;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Killed of those killed or survived; what is undecided may turn it either way. */
class ScoreTest {
  private static final Mutant MUTANT =
      Mutants.of(
              List.of(
                  new Original(
                      "pod.yaml",
                      0,
                      "{apiVersion: v1, kind: Pod, metadata: {name: a}, spec: {containers: [{name: a, image: b}]}}")),
              Operators.ALL)
          .get(0);

  @Test
  void equivalent_and_invalid_ones_count_for_nothing() {
    var score = score(Fate.KILLED, Fate.KILLED, Fate.SURVIVED, Fate.EQUIVALENT, Fate.INVALID);

    then(score.inWords()).isEqualTo("score 66.7 %: 2 killed, 1 survived, 1 equivalent, 1 invalid");
    then(score.exitCode(66)).isZero();
    then(score.exitCode(67)).isEqualTo(1);
  }

  @Test
  void what_timed_out_was_noticed() {
    var score = score(Fate.KILLED, Fate.TIMED_OUT, Fate.SURVIVED, Fate.SURVIVED);

    then(score.inWords()).isEqualTo("score 50.0 %: 1 killed, 1 timed out, 2 survived");
    then(score.exitCode(50)).isZero();
    then(score.exitCode(51)).isEqualTo(1);
  }

  @Test
  void where_it_hangs_on_what_is_undecided_so_is_the_answer() {
    var score = score(Fate.KILLED, Fate.UNDECIDED);

    then(score.inWords()).isEqualTo("score 100.0 %: 1 killed, 1 undecided");
    then(score.exitCode(50)).isZero();
    then(score.exitCode(51)).isEqualTo(3);
    then(score(Fate.SURVIVED, Fate.UNDECIDED).exitCode(51)).isEqualTo(1);
  }

  @Test
  void what_is_not_good_enough_is_told() {
    then(score(Fate.KILLED, Fate.SURVIVED).complaint(60))
        .isEqualTo("the score is below --fail-under 60\n");
    then(score(Fate.KILLED, Fate.UNDECIDED).complaint(60))
        .isEqualTo("whether the score reaches --fail-under 60 hangs on what is undecided\n");
    then(score(Fate.KILLED).complaint(60)).isEmpty();
  }

  @Test
  void a_lost_cluster_goes_before_everything() {
    then(score(Fate.SURVIVED, Fate.LOST).exitCode(100)).isEqualTo(4);
  }

  @Test
  void nothing_that_could_be_killed_is_good_enough() {
    then(score(Fate.INVALID).inWords()).isEqualTo("score 100.0 %: 1 invalid");
    then(score(Fate.INVALID).exitCode(100)).isZero();
  }

  private static Score score(Fate... fates) {
    return new Score(
        Arrays.stream(fates)
            .map(fate -> new MutantResult(MUTANT, fate, "", Duration.ZERO, Duration.ZERO))
            .toList());
  }
}
