package dev.podproof.baseline;

import static dev.podproof.lifecycle.Histories.aPod;
import static org.assertj.core.api.BDDAssertions.then;

import dev.podproof.lifecycle.Histories;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** Runs that differ by nothing but their spread show nothing; a real delay is seen all the same. */
class BaselineProperties {
  /** Below what is noise in any case. */
  private static final double SPREAD = 0.7;

  @Property(tries = 200)
  void a_run_compared_with_itself_shows_nothing(@ForAll Random random) {
    var course = course(random, 0);

    then(Comparison.of(PatternOf.courses(List.of(course)), Attempts.alone(List.of(course))))
        .isEmpty();
  }

  @Property(tries = 200)
  void a_run_of_the_same_spread_shows_nothing(
      @ForAll Random random, @ForAll @IntRange(min = 1, max = 4) int runs) {
    var before = random.doubles().limit(runs).mapToObj(any -> course(random, 0)).toList();

    then(Comparison.of(PatternOf.courses(before), Attempts.alone(List.of(course(random, 0)))))
        .isEmpty();
  }

  @Property(tries = 200)
  void a_delay_of_five_seconds_is_seen_and_nothing_else(
      @ForAll Random random,
      @ForAll @IntRange(min = 1, max = 4) int runs,
      @ForAll @DoubleRange(min = 5, max = 20) double delay) {
    var before = random.doubles().limit(runs).mapToObj(any -> course(random, 0)).toList();

    var differences =
        Comparison.of(PatternOf.courses(before), Attempts.alone(List.of(course(random, delay))));

    // What comes after the app, or beside it, comes later with it.
    then(differences).extracting(Difference::kind).containsOnly(Difference.Kind.SLOWED);
    then(differences).extracting(Difference::what).contains("web/app started");
    then(List.of("web/app started", "web/other started"))
        .containsAll(differences.stream().map(Difference::what).toList());
  }

  private static Course course(Random random, double delay) {
    var clock =
        new Object() {
          double now;

          String after(double least) {
            now += least + random.nextDouble() * SPREAD;
            return now + "s";
          }
        };
    Histories histories =
        aPod("init-1", "sidecar", "app", "other")
            .at(clock.after(0.2))
            .acts("apply Pod web")
            .at(clock.after(0.5))
            .starts("init-1")
            .at(clock.after(1))
            .exits("init-1", 0)
            .at(clock.after(0.2))
            .starts("sidecar")
            .at(clock.after(0.5))
            .becomesStarted("sidecar")
            .at(clock.after(0.2 + delay))
            .starts("app");
    var both = random.nextBoolean();
    histories = histories.at(clock.after(both ? 0 : 0.1)).starts("other");
    return CourseReader.read(histories.at("60s").heard().history(), "satisfied");
  }
}
