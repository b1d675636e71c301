package dev.podproof.baseline;

import static dev.podproof.lifecycle.Histories.aPod;
import static org.assertj.core.api.BDDAssertions.then;

import dev.podproof.lifecycle.Histories;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** A machine that has more to do is told of once; what is slow in itself is told all the same. */
class BusyMachineTest {
  private static final double USUALLY = 0.8;
  private static final List<List<Course>> THREE_RUNS =
      List.of(started(0.7, 0.7, 0.7), started(0.8, 0.8, 0.8), started(0.9, 0.9, 0.9));

  @Test
  void what_starts_as_late_as_most_that_starts_meanwhile_has_not_slowed() {
    then(told(List.of(started(0.8, 0.8, 0.8)), started(5, 5.2, 4.9)))
        .containsExactly(
            "s1: busy web/app started: 5 s after apply Pod web; it was 0.80 s",
            "s2: busy web/app started: 5.20 s after apply Pod web; it was 0.80 s",
            "s3: busy web/app started: 4.90 s after apply Pod web; it was 0.80 s");
  }

  @Test
  void a_machine_that_has_less_to_do_has_quickened_nothing() {
    then(told(List.of(started(5, 5.2, 4.9)), started(0.8, 0.8, 0.8)))
        .hasSize(3)
        .allMatch(one -> one.contains(": busy web/app started: 0.80 s after apply Pod web"));
  }

  @Test
  void what_starts_later_than_the_others_on_a_busy_machine_has_slowed() {
    then(told(THREE_RUNS, started(5.3, 2.3, 2.3)))
        .containsExactly(
            "s1: slowed web/app started: 5.30 s after apply Pod web; it was 0.70 s to 0.90 s");
  }

  @Test
  void two_that_are_late_of_five_do_not_excuse_each_other() {
    then(told(THREE_RUNS, started(5, 5, 0.8, 0.8, 0.8)))
        .containsExactly(
            "s1: slowed web/app started: 5 s after apply Pod web; it was 0.70 s to 0.90 s",
            "s2: slowed web/app started: 5 s after apply Pod web; it was 0.70 s to 0.90 s");
  }

  @Test
  void one_other_scenario_tells_nothing_of_the_machine() {
    then(told(THREE_RUNS, started(5, 5))).hasSize(2).allMatch(one -> one.contains(": slowed "));
  }

  @Test
  void what_starts_at_another_time_tells_nothing_of_it() {
    var late = course(startedAt(5, 0));
    var before = new ArrayList<List<Course>>();
    THREE_RUNS.forEach(run -> before.add(run));

    then(told(before, List.of(late, course(startedAt(25, 20)), course(startedAt(25, 20)))))
        .contains("s1: slowed web/app started: 5 s after apply Pod web; it was 0.70 s to 0.90 s");
  }

  @Test
  void a_scenario_is_no_excuse_for_itself() {
    var run = Map.of(name(0), List.of(course(startedAt(5, 0)), course(startedAt(5, 0))));

    then(toldOf(THREE_RUNS, List.of(run))).allMatch(one -> one.contains(": slowed ")).hasSize(1);
  }

  @Test
  void every_new_run_is_judged_beside_its_own_scenarios() {
    var busy = run(started(5, 5, 5));

    then(toldOf(THREE_RUNS, List.of(busy, run(started(4, 0.8, 0.8)))))
        .containsExactly(
            "s1: busy web/app started: 4 s to 5 s after apply Pod web; it was 0.70 s to 0.90 s");
    then(toldOf(THREE_RUNS, List.of(run(started(6, 0.8, 0.8)), run(started(4, 0.8, 0.8)))))
        .containsExactly(
            "s1: slowed web/app started: 4 s to 6 s after apply Pod web; it was 0.70 s to 0.90 s");
  }

  @Test
  void a_stop_that_takes_its_grace_period_is_told_however_busy_the_machine() {
    then(told(List.of(stopping(1, 0.8)), stopping(30, 5.2)))
        .filteredOn(one -> !one.contains(": busy "))
        .containsExactly("s1: slowed web/app exited: 30 s after delete pod web; it was 1 s");
  }

  @Test
  void only_a_start_is_excused_by_starts() {
    then(told(List.of(stopping(1, 0.8)), stopping(5, 5.2)))
        .filteredOn(one -> !one.contains(": busy "))
        .containsExactly("s1: slowed web/app exited: 5 s after delete pod web; it was 1 s");
  }

  /** One pod that is stopped, while three start. */
  private static List<Course> stopping(double stops, double starts) {
    var stopping =
        startedAt(0.8, 0).at("10s").acts("delete pod web").at(10 + stops + "s").exits("app", 137);
    return Stream.concat(
            Stream.of(course(stopping)),
            Stream.generate(() -> course(startedAt(10 + starts, 10))).limit(3))
        .toList();
  }

  @Property(tries = 200)
  void a_container_that_starts_three_seconds_later_is_told_on_a_machine_that_is_slower_throughout(
      @ForAll @DoubleRange(min = 1, max = 2.5) double slower,
      @ForAll @IntRange(min = 3, max = 8) int scenarios) {
    var usual = DoubleStream.generate(() -> USUALLY * slower).limit(scenarios).toArray();
    usual[0] += 3;
    var before =
        DoubleStream.of(0.7, 0.8, 0.9)
            .mapToObj(at -> started(DoubleStream.generate(() -> at).limit(scenarios).toArray()))
            .toList();

    then(told(before, started(usual)))
        .hasSize(1)
        .allMatch(one -> one.startsWith("s1: slowed web/app started: "));
  }

  @Property(tries = 200)
  void a_machine_that_is_slower_throughout_slows_nothing_in_itself(
      @ForAll @DoubleRange(min = 0, max = 60) double later,
      @ForAll @IntRange(min = 3, max = 8) int scenarios) {
    var starts = DoubleStream.generate(() -> USUALLY + later).limit(scenarios).toArray();

    then(told(THREE_RUNS, started(starts))).allMatch(one -> one.contains(": busy "));
  }

  @Test
  void how_late_a_run_was_is_told_on_the_whole() {
    var starts = Start.of(baseline(THREE_RUNS), run(started(1, 1, 1)));

    then(Lateness.of(starts)).isEmpty();
    then(Lateness.of(IntStream.range(0, 4).boxed().flatMap(i -> starts.stream()).toList()))
        .map(Lateness::inWords)
        .isEqualTo(
            Optional.of(
                "12 starts of containers: the middle one came 0.20 s later than in the baseline, one in ten 0.20 s later or more"));
  }

  private static Histories startedAt(double starts, double applied) {
    return aPod("app").at(applied + "s").acts("apply Pod web").at(starts + "s").starts("app");
  }

  /** A run of so many scenarios, s1 and on, whose only container starts so late. */
  private static List<Course> started(double... starts) {
    return DoubleStream.of(starts).mapToObj(at -> course(startedAt(at, 0))).toList();
  }

  private static Course course(Histories histories) {
    return CourseReader.read(histories.at("90s").heard().history(), "satisfied");
  }

  private static Baseline.Name name(int index) {
    return new Baseline.Name("web.feature", "s" + (index + 1), 1);
  }

  private static Map<Baseline.Name, List<Course>> run(List<Course> courses) {
    var run = new TreeMap<Baseline.Name, List<Course>>();
    IntStream.range(0, courses.size()).forEach(i -> run.put(name(i), List.of(courses.get(i))));
    return run;
  }

  private static Map<Baseline.Name, Pattern> baseline(List<List<Course>> runs) {
    var baseline = new TreeMap<Baseline.Name, Pattern>();
    var scenarios = runs.get(0).size();
    IntStream.range(0, scenarios)
        .forEach(
            i ->
                baseline.put(
                    name(i), PatternOf.courses(runs.stream().map(run -> run.get(i)).toList())));
    // Whatever more the new runs have is as the first scenario.
    IntStream.range(scenarios, 8).forEach(i -> baseline.put(name(i), baseline.get(name(0))));
    return baseline;
  }

  private static Stream<String> told(List<List<Course>> before, List<Course> now) {
    return toldOf(before, List.of(run(now)));
  }

  private static Stream<String> toldOf(
      List<List<Course>> before, List<? extends Map<Baseline.Name, List<Course>>> now) {
    var baseline = baseline(before);
    return baseline.keySet().stream()
        .flatMap(
            name -> {
              var attempts =
                  now.stream()
                      .flatMap(
                          run ->
                              run.getOrDefault(name, List.of()).stream()
                                  .map(
                                      course -> new Attempt(name, course, Start.of(baseline, run))))
                      .toList();
              return attempts.isEmpty()
                  ? Stream.empty()
                  : Comparison.of(baseline.get(name), attempts).stream()
                      .map(
                          one ->
                              name.scenario()
                                  + ": "
                                  + one.kind().inWords()
                                  + " "
                                  + one.what()
                                  + ": "
                                  + one.words());
            });
  }
}
