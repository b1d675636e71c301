package dev.podproof.repetition;

import static dev.podproof.lifecycle.Histories.aPod;
import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.groups.Tuple.tuple;

import dev.podproof.lifecycle.Histories;
import dev.podproof.repetition.Sample.Colour;
import dev.podproof.repetition.Sample.Step;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class StatisticsTest {
  private static Course course(Histories history) {
    return Course.of(history.history(), UnaryOperator.identity());
  }

  private static Sample green(int number, Histories history) {
    return sample(number, Colour.GREEN, history, true);
  }

  private static Sample red(int number, Histories history) {
    return sample(number, Colour.RED, history, false);
  }

  private static Sample sample(int number, Colour colour, Histories history, boolean satisfied) {
    var steps =
        List.of(
            new Step("When I apply:", 4, true, true),
            new Step("Then container \"app\" completes", 9, satisfied, true),
            new Step("And the pod is Succeeded", 10, satisfied, satisfied));
    return new Sample(number, colour, steps, course(history));
  }

  private static Histories exits(int code, String at) {
    return aPod("app").acts("apply Pod web").at("1s").starts("app").at(at).exits("app", code);
  }

  @Test
  void each_step_has_a_rate_of_those_repetitions_in_which_it_was_come_to() {
    var statistics =
        Statistics.of(
            List.of(red(2, exits(1, "2s")), green(1, exits(0, "2s")), green(3, exits(0, "3s"))));

    then(statistics.repetitions()).isEqualTo(3);
    then(statistics.green()).isEqualTo(2);
    then(statistics.red()).isEqualTo(1);
    then(statistics.steps())
        .containsExactly(
            new StepRate("When I apply:", 4, 3, 3),
            new StepRate("Then container \"app\" completes", 9, 2, 3),
            new StepRate("And the pod is Succeeded", 10, 2, 2));
  }

  @Test
  void each_moment_has_a_least_a_median_and_a_most_from_the_first_action_on() {
    var late =
        aPod("app")
            .at("5s")
            .acts("apply Pod web")
            .at("6.5s")
            .starts("app")
            .at("7s")
            .exits("app", 0);

    var statistics =
        Statistics.of(List.of(green(1, exits(0, "2s")), green(2, exits(0, "4s")), green(3, late)));

    then(statistics.moments())
        .contains(
            spread("container app of pod web starts", 3, 1000, 1000, 1500),
            spread("container app of pod web exits", 3, 2000, 2000, 4000),
            spread("harness: apply Pod web", 3, 0, 0, 0));
    then(statistics.parting()).isEmpty();
  }

  private static Spread spread(String what, int seen, long least, long median, long most) {
    return new Spread(
        what,
        seen,
        Duration.ofMillis(least),
        Duration.ofMillis(median),
        Duration.ofMillis(most),
        Duration.ZERO);
  }

  @Test
  void a_green_and_a_red_repetition_part_where_the_same_thing_turns_out_otherwise() {
    var statistics =
        Statistics.of(
            List.of(
                green(1, exits(0, "2s")),
                red(2, exits(3, "2.5s")),
                red(3, exits(1, "2.5s")),
                green(4, exits(0, "2s"))));

    then(statistics.parting())
        .contains(
            new Statistics.Parting(
                1,
                2,
                Optional.of(
                    new Difference(
                        "container app of pod web exits",
                        Duration.ofSeconds(2),
                        "exited 0 at +2.00s",
                        "exited 3 at +2.50s")),
                true,
                Optional.empty()));
  }

  @Test
  void what_parts_all_of_them_comes_before_what_parts_only_two() {
    var waitsFirst =
        aPod("app").acts("apply Pod web").waits("app", "ErrImagePull").at("1s").starts("app");

    var statistics =
        Statistics.of(
            List.of(
                green(1, waitsFirst.at("2s").exits("app", 0)),
                green(2, exits(0, "2s")),
                red(3, exits(1, "2s"))));

    var parting = statistics.parting().orElseThrow();
    then(parting.first().orElseThrow().what()).isEqualTo("container app of pod web exits");
    then(parting.always()).isTrue();
  }

  @Test
  void what_one_of_them_did_not_live_to_see_is_no_difference() {
    var over = aPod("app").acts("apply Pod web").at("1s").starts("app").heard();
    var longer = aPod("app").acts("apply Pod web").at("1s").starts("app").at("9s").exits("app", 0);

    then(new Differences(course(longer), course(over)).all()).isEmpty();
  }

  @Test
  void what_did_not_happen_while_it_was_watched_is_a_difference() {
    var never = aPod("app").acts("apply Pod web").at("1s").starts("app").at("12s").heard();
    var ready =
        aPod("app").acts("apply Pod web").at("1s").starts("app").at("2s").becomesReady("app");

    then(new Differences(course(ready), course(never)).all())
        .extracting(Difference::what, Difference::inGreen, Difference::inRed)
        .contains(tuple("container app of pod web: ready", "at +2.00s", "not seen up to +12.00s"));
  }

  @Test
  void an_order_that_is_certain_in_both_and_not_the_same_is_a_difference() {
    then(new Differences(course(stops("app", "sidecar")), course(stops("sidecar", "app"))).all())
        .containsExactly(
            new Difference(
                "container app of pod web exits",
                Duration.ofSeconds(2),
                "exited 0 at +2.00s, before container sidecar of pod web exits",
                "exited 0 at +3.00s, after container sidecar of pod web exits"));
  }

  private static Histories stops(String first, String second) {
    return aPod("sidecar", "app")
        .acts("apply Pod web")
        .at("1s")
        .starts("sidecar")
        .starts("app")
        .at("2s")
        .exits(first, 0)
        .at("3s")
        .exits(second, 0);
  }

  @Test
  void the_first_line_of_a_log_that_is_not_the_same_but_for_times_and_numbers() {
    var one = says("2026-01-01T00:00:01Z took 153 ms", "rolled 6");
    var other = says("2026-01-01T09:59:59Z took 1290 ms", "rolled 1");

    then(new Differences(course(one), course(other)).inLogs())
        .contains(
            new Difference(
                "container app of pod web, line 2", Duration.ZERO, "\"rolled 6\"", "\"rolled 1\""));
  }

  private static Histories says(String... lines) {
    var pod = aPod("app").acts("apply Pod web").at("1s").starts("app");
    for (var line : lines) {
      pod = pod.logs("app", line);
    }
    return pod;
  }

  @Test
  void what_changes_from_run_to_run_by_itself_is_left_out_of_a_text() {
    then(NormalText.of(
            "10:11:12.5 podproof-m8x2-12 10.43.0.17:8080 took 0.25s, 4096 bytes, try 2 of 3, "
                + "3f2c1a9b-0d4e-4c1a-9b0d-4e4c1a9b0d4e deadbeef01"))
        .isEqualTo(
            "<time> <namespace> <address>:<number> took <number>s, <number> bytes, try 2 of 3, <uid> <id>");
  }

  @Test
  void a_pod_whose_name_was_made_up_goes_by_its_controller() {
    var course = course(replica(replica(Histories.nothing(), "x2x5k"), "bbbbb"));

    then(course.find("container app of pod of deployment web starts")).isPresent();
    then(course.find("container app of pod of deployment web (number 2) starts")).isPresent();
  }

  private static Histories replica(Histories history, String suffix) {
    return history
        .anotherPod("web-5d8f-" + suffix, "app")
        .ownedBy("ReplicaSet", "web-5d8f")
        .labelled("pod-template-hash", "5d8f")
        .at("1s")
        .starts("app");
  }

  @Test
  void what_happens_again_has_its_number_behind_it() {
    var restarted =
        aPod("app").at("1s").starts("app").at("2s").exits("app", 1).at("3s").starts("app");

    then(course(restarted).happenings())
        .extracting(Happening::what)
        .contains("container app of pod web starts", "container app of pod web starts (number 2)");
  }

  @Test
  void the_value_of_a_Secret_is_hidden_before_a_line_is_cut() {
    var history = says("x".repeat(395) + "hunter2hunter2").history();

    var course = Course.of(history, text -> text.replace("hunter2hunter2", "[hidden]"));

    then(course.logs().get("container app of pod web")).containsExactly("x".repeat(395) + "[hidd");
  }

  @Test
  void repetitions_in_which_nothing_was_begun() {
    var step = new Step("Then so", 3, false, false);

    then(Statistics.of(List.of(new Sample(1, Colour.GREY, List.of(step), Course.NONE))))
        .isEqualTo(
            new Statistics(
                1, 0, 0, List.of(new StepRate("Then so", 3, 0, 0)), List.of(), Optional.empty()));
  }
}
