package dev.podproof.expectation;

import static dev.podproof.expectation.Judged.APP;
import static dev.podproof.expectation.Judged.BUDGET;
import static dev.podproof.expectation.Judged.SIDECAR;
import static dev.podproof.lifecycle.Histories.aPod;
import static dev.podproof.lifecycle.Histories.aPodSeenByTheApiAlone;
import static dev.podproof.lifecycle.Histories.at;
import static dev.podproof.lifecycle.Histories.nothing;
import static dev.podproof.lifecycle.Histories.seconds;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import dev.podproof.expectation.Occurrence.Happened;
import dev.podproof.expectation.Occurrence.NotYet;
import dev.podproof.expectation.Verdict.CannotTell;
import dev.podproof.expectation.Verdict.Satisfied;
import dev.podproof.expectation.Verdict.StillOpen;
import dev.podproof.expectation.Verdict.Violated;
import dev.podproof.lifecycle.Histories;
import dev.podproof.lifecycle.Witness;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What logs, events and objects say. */
class EvidenceOfTheApiTest {
  private static final ObjectRef POD = new ObjectRef.OfPod(PodRef.only());
  private static final ObjectRef JOB = new ObjectRef.Named("job", "import");

  private static Histories logging() {
    return aPod("app").at("1s").starts("app").at("2s").logs("app", "ready in 3ms");
  }

  private static EventReported event(String reason) {
    return new EventReported(reason, POD, Optional.empty(), Optional.empty());
  }

  @Test
  void a_line_is_known_by_a_part_of_it() {
    var says = new LogSays(APP, "ready");

    then(says.inWords()).isEqualTo("container app logs \"ready\"");
    then(says.inPast()).isEqualTo("container app logged \"ready\"");
    then(Judged.at(3, says.within(BUDGET), logging()))
        .isEqualTo(new Satisfied("container app logged \"ready\" between +1.95s and +2.05s (log)"));
  }

  @Test
  void a_line_comes_after_its_run_began_and_before_it_ended() {
    var says = new LogSays(APP, "bye");
    var exits = ContainerExits.anyhow(APP);
    var quick = aPod("app").at("2s").starts("app").logs("app", "bye").at("2.02s").exits("app", 0);

    then(Judged.at(9, ContainerStarts.first(APP).before(says, BUDGET), quick))
        .isInstanceOf(Satisfied.class);
    then(Judged.at(9, says.before(exits, BUDGET), quick)).isInstanceOf(Satisfied.class);
  }

  @Test
  void a_line_is_known_by_a_pattern() {
    var says = new LogSays(APP, TextMatch.pattern("^ready in \\d+ms$"), 1);

    then(says.inWords()).isEqualTo("container app logs a line matching \"^ready in \\d+ms$\"");
    then(Judged.at(3, says.within(BUDGET), logging())).isInstanceOf(Satisfied.class);
    then(Judged.at(9, new LogSays(APP, TextMatch.pattern("^in"), 1).within(seconds(3)), logging()))
        .isEqualTo(
            new Violated("it had not logged a line matching \"^in\"; it was running at +3.00s"));
  }

  @Test
  void the_second_line_of_a_kind_may_be_of_another_run() {
    var twice =
        logging()
            .at("3s")
            .exits("app", 1)
            .at("4s")
            .starts("app")
            .at("5s")
            .logs("app", "ready in 9ms");

    then(Judged.at(6, new LogSays(APP, TextMatch.containing("ready"), 2).within(BUDGET), twice))
        .isEqualTo(
            new Satisfied(
                "container app logged \"ready\" (time 2) between +4.95s and +5.05s (log)"));
  }

  @Test
  void a_line_of_another_container_is_not_its_own() {
    var other = aPod("app", "sidecar").at("1s").starts("sidecar").logs("sidecar", "ready");

    then(Judged.seenAt(9, new LogSays(APP, "ready"), other))
        .isEqualTo(new NotYet("it had not logged \"ready\"; it was waiting (PodInitializing)"));
  }

  @Test
  void a_line_that_never_came_is_known_after_the_APIs_delay_and_not_across_a_gap() {
    var never = new LogSays(APP, "panic").neverFor(seconds(2));

    then(Judged.at(5.9, never, logging())).isInstanceOf(StillOpen.class);
    then(Judged.at(6, never, logging()))
        .isEqualTo(new Satisfied("nothing of the kind up to +3.00s (log)"));
    then(Judged.at(6, never, logging().gap(Witness.LOG, 1, 1.5)))
        .isEqualTo(new CannotTell("the log witness has a gap between +1.00s and +1.50s (dropped)"));
  }

  @Test
  void lines_that_were_written_must_come_once_and_in_order() {
    var repeats = new LogRepeats(APP, List.of("a", "b"), seconds(2));
    var both = logging().logs("app", "a").logs("app", "other").logs("app", "b");

    then(repeats.inWords())
        .isEqualTo(
            "container app logs every line that was written, once and in order, within 2.0s");
    then(Judged.at(3, repeats, both))
        .isEqualTo(new Satisfied("all 2 lines, each once and in order (log)"));
    then(Judged.at(4, repeats, logging().logs("app", "a")))
        .isEqualTo(new StillOpen(at(6), at(3), "it shows 1 of 2 lines"));
    then(Judged.at(6, repeats, logging().logs("app", "a")))
        .isEqualTo(new Violated("it shows 1 of 2 lines; the next would be \"b\""));
    then(Judged.at(3, repeats, logging().logs("app", "b")))
        .isEqualTo(new Violated("line 1 of them in its log is \"b\", where \"a\" was written"));
  }

  @Test
  void no_line_can_not_be_repeated() {
    then(Judged.at(3, new LogRepeats(APP, List.of(), seconds(2)), logging()))
        .isEqualTo(new Violated("there is no line that it could show"));
    then(Judged.at(
            3, new LogRepeats(APP, List.of("a"), seconds(2)), logging().anotherPod("db", "app")))
        .isEqualTo(new CannotTell("the pod cannot be told apart"));
  }

  @Test
  void an_event_is_known_by_its_reason() {
    var killing = event("Killing");

    then(killing.inWords()).isEqualTo("event Killing is reported for the pod");
    then(Judged.at(3, killing.within(BUDGET), aPod("app").at("3s").reports("Killing", "app", "x")))
        .isEqualTo(new Satisfied("event Killing was reported for the pod by +3.00s (arrival)"));
    then(Judged.at(
            9,
            killing.within(seconds(3)),
            aPod("app").reports("Pulled", "app", "x").reports("Created", "app", "x")))
        .isEqualTo(
            new Violated(
                "there was no such event; those that there were: Created, Pulled at +3.00s"));
    then(Judged.at(9, killing.within(seconds(3)), aPod("app")))
        .isEqualTo(new Violated("there was no such event at +3.00s"));
  }

  @Test
  void an_event_is_known_by_its_container_and_a_part_of_its_message() {
    var unhealthy =
        new EventReported(
            "Unhealthy",
            POD,
            Optional.of("app"),
            Optional.of(TextMatch.containing("probe failed")));

    then(unhealthy.inWords())
        .isEqualTo(
            "event Unhealthy is reported for container app of the pod saying \"probe failed\"");
    then(Judged.seenAt(
            9, unhealthy, aPod("app").reports("Unhealthy", "app", "the probe failed: 1")))
        .isInstanceOf(Happened.class);
    then(Judged.seenAt(
            9, unhealthy, aPod("app").reports("Unhealthy", "sidecar", "the probe failed: 1")))
        .isInstanceOf(NotYet.class);
    then(Judged.seenAt(9, unhealthy, aPod("app").reports("Unhealthy", "app", "timeout")))
        .isInstanceOf(NotYet.class);
  }

  @Test
  void an_event_of_the_pod_that_was_replaced_is_not_that_of_its_successor() {
    var replaced = aPod("app").at("1s").reports("Killing", "app", "x").at("2s").isReplaced();

    then(Judged.seenAt(9, event("Killing"), replaced)).isInstanceOf(NotYet.class);
  }

  @Test
  void an_event_of_an_object_of_any_kind_is_known_by_kind_and_name() {
    var created = new EventReported("SuccessfulCreate", JOB, Optional.empty(), Optional.empty());
    var reported = nothing().at("2s").reportsOf("Job", "import", "SuccessfulCreate", "Created pod");

    then(created.inWords()).isEqualTo("event SuccessfulCreate is reported for job import");
    then(Judged.seenAt(9, created, reported)).isInstanceOf(Happened.class);
    then(Judged.seenAt(9, created, nothing().reportsOf("Job", "other", "SuccessfulCreate", "")))
        .isInstanceOf(NotYet.class);
  }

  @Test
  void every_report_of_an_event_counts() {
    var twice =
        aPod("app")
            .at("0.2s")
            .reports("BackOff", "app", "")
            .at("0.4s")
            .reports("BackOff", "app", "");

    then(Judged.at(5, new Counted(event("BackOff"), new Amount(Amount.Kind.AT_LEAST, 2)), twice))
        .isEqualTo(new Satisfied("that was so 2 times"));
  }

  private static ObjectIs succeeded(String wanted) {
    return new ObjectIs(
        JOB,
        new ObjectTest.Field(
            FieldPath.of("status.succeeded"), new ValueTest.OneOf(List.of(wanted))));
  }

  private static Map<String, Object> job(int succeeded) {
    return Map.of("status", Map.of("succeeded", succeeded));
  }

  @Test
  void a_field_of_an_object_is_compared_as_text() {
    var is = succeeded("1");

    then(is.inWords()).isEqualTo("job import has field status.succeeded that is \"1\"");
    then(is.holds().inPast()).isEqualTo("job import had field status.succeeded that was \"1\"");
    then(Judged.at(
            3, is.holds().within(BUDGET), nothing().at("3s").object("Job", "import", job(1))))
        .isEqualTo(
            new Satisfied(
                "job import had field status.succeeded that was \"1\" by +3.00s (arrival)"));
  }

  @Test
  void a_field_that_is_otherwise_or_absent_is_told() {
    then(Judged.at(
            9,
            succeeded("1").holds().within(seconds(3)),
            nothing().object("Job", "import", job(0))))
        .isEqualTo(new Violated("field status.succeeded was \"0\" at +3.00s"));
    then(Judged.at(
            9,
            succeeded("1").holds().within(seconds(3)),
            nothing().object("Job", "import", Map.of())))
        .isEqualTo(new Violated("field status.succeeded was absent at +3.00s"));
    then(Judged.at(9, succeeded("1").holds().within(seconds(3)), nothing()))
        .isEqualTo(new Violated("job import was not there at +3.00s"));
  }

  @Test
  void a_field_holds_from_one_version_to_another_or_to_the_objects_end() {
    var histories =
        nothing()
            .at("1s")
            .object("Job", "import", job(1))
            .at("2s")
            .object("Job", "import", job(1))
            .at("3s")
            .object("Job", "import", job(2))
            .at("4s")
            .object("Job", "import", job(1))
            .at("5s")
            .objectGone("Job", "import");

    then(succeeded("1").spans(histories.history()))
        .extracting(
            span -> span.from().interval().latest(),
            span -> span.until().orElseThrow().interval().latest())
        .containsExactly(tuple(at(1), at(3)), tuple(at(4), at(5)));
  }

  @Test
  void another_object_is_not_taken_for_it() {
    then(succeeded("1").spans(nothing().object("Job", "other", job(1)).history())).isEmpty();
    then(succeeded("1").spans(nothing().object("CronJob", "import", job(1)).history())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "status.containerStatuses[name=app].restartCount | 2",
        "status.containerStatuses[1].restartCount | 2",
        "status.containerStatuses[0].name | init",
        "metadata.annotations['a.b/c'] | x",
        "spec.priority | 0",
      })
  void a_path_leads_to_a_value(String path, String value) {
    var pod =
        Map.<String, Object>of(
            "metadata",
            Map.of("annotations", Map.of("a.b/c", "x")),
            "spec",
            Map.of("priority", 0),
            "status",
            Map.of(
                "containerStatuses",
                List.of(
                    Map.of("name", "init", "restartCount", 0),
                    Map.of("name", "app", "restartCount", 2))));

    then(FieldPath.of(path).in(pod).map(String::valueOf)).contains(value);
    then(FieldPath.of(path).toString()).isEqualTo(path);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a..b | ..b",
        "a[ | [",
        "a[name=] | [name=]",
        "a b |  b",
        "a['x | ['x",
      })
  void a_text_that_is_no_path_is_refused_from_where_it_is_none(String text, String rest) {
    thenThrownBy(() -> FieldPath.of(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("\"" + text + "\" is no path to a field, from \"")
        .hasMessageEndingWith(
            "\" on; expected one such as status.containerStatuses[name=app].restartCount")
        .hasMessageContaining(rest.strip());
  }

  @Test
  void values_are_told_as_they_were_demanded() {
    then(new ValueTest.OneOf(List.of("a")).inWords()).isEqualTo("is \"a\"");
    then(new ValueTest.OneOf(List.of("a", "b")).inWords()).isEqualTo("is one of \"a, b\"");
    then(new ValueTest.Text(TextMatch.containing("a")).inWords()).isEqualTo("contains \"a\"");
    then(new ValueTest.Text(TextMatch.pattern("^a")).inWords()).isEqualTo("matches \"^a\"");
    then(new ValueTest.Bound(true, Quantity.of("10")).inWords()).isEqualTo("is at least 10");
    then(new ValueTest.Bound(false, Quantity.of("1")).inWords()).isEqualTo("is at most 1");
    then(new ValueTest.Present(true).inWords()).isEqualTo("exists");
    then(new ValueTest.Present(false).inWords()).isEqualTo("is absent");
  }

  @Test
  void a_bound_is_part_of_what_it_bounds_and_no_number_is_within_none() {
    var least = new ValueTest.Bound(true, Quantity.of("2"));

    then(least.fits(Optional.of(2))).isTrue();
    then(least.fits(Optional.of("2.0"))).isTrue();
    then(least.fits(Optional.of(1.999))).isFalse();
    then(least.fits(Optional.of("500m"))).isFalse();
    then(least.fits(Optional.empty())).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "'', '', ''",
    "0, '', ' with code 0'",
    "'0 143', '', ' with code 0 or 143'",
    "'', 'Error', ' with reason Error'",
    "1, 'Error OOMKilled', ' with code 1 and reason Error or OOMKilled'",
  })
  void ends_that_count_are_told(String codes, String reasons, String words) {
    var match =
        new ExitMatch(
            codes.isEmpty()
                ? List.of()
                : List.of(codes.split(" ")).stream().map(Integer::valueOf).toList(),
            reasons.isEmpty() ? List.of() : List.of(reasons.split(" ")));

    then(match.inWords()).isEqualTo(words);
  }

  @Test
  void what_was_asked_outside_the_history_is_what_came() {
    var observed = new Observed("\"cat x\" prints \"a\"", false, "it printed \"b\"");

    then(Judged.at(1, observed, nothing())).isEqualTo(new Violated("it printed \"b\""));
    then(observed.within(seconds(5)).inWords()).isEqualTo("\"cat x\" prints \"a\" within 5.0s");
    then(Judged.at(1, new Observed("x", true, "it did"), nothing()))
        .isEqualTo(new Satisfied("it did"));
  }

  @Test
  void two_containers_share_a_volume_that_both_mount() {
    var shares = new SharesVolume(APP, SIDECAR, "data");

    then(shares.inWords()).isEqualTo("containers app and sidecar share volume data");
    then(Judged.at(1, shares, aPod().mounts("app", "data").mounts("sidecar", "data", "logs")))
        .isEqualTo(new Satisfied("both mount data (API)"));
    then(Judged.at(1, shares, aPod().mounts("app", "data").mounts("sidecar", "tmp", "logs")))
        .isEqualTo(
            new Violated("container sidecar does not mount volume data; it mounts logs, tmp"));
    then(Judged.at(1, shares, aPod("app", "sidecar")))
        .isEqualTo(new Violated("container app does not mount volume data; it mounts none"));
    then(Judged.at(1, shares, nothing())).isEqualTo(new Violated("the pod was not there"));
  }

  @Test
  void a_table_of_containers_holds_where_one_version_has_all_of_it() {
    var are =
        new ContainersAre(
            PodRef.only(),
            List.of(
                new ContainersAre.Row(
                    "init", List.of(new ContainerFact.Terminated(ExitMatch.code(0)))),
                new ContainersAre.Row(
                    "app", List.of(new ContainerFact.Running(), new ContainerFact.Ready(false)))));
    var initRuns = aPod("init", "app").at("1s").starts("init");

    then(are.inWords())
        .isEqualTo("the pod has init is terminated with code 0, app is running and is not ready");
    then(Judged.at(9, are.holds().within(seconds(3)), initRuns))
        .isEqualTo(
            new Violated(
                "init was running, restarts 0, not ready, not started; app was waiting (PodInitializing), restarts 0, not ready, not started at +3.00s"));
    then(Judged.at(
            9,
            are.holds().within(seconds(3)),
            initRuns.unshown().at("2s").exits("init", 0).starts("app").at("2.5s").shown()))
        .isInstanceOf(Satisfied.class);
    then(Judged.at(9, are.holds().within(seconds(3)), aPod("app").at("1s").starts("app")))
        .isEqualTo(new Violated("there was no container init at +3.00s"));
  }

  @Test
  void pauses_need_three_runs_and_must_grow() {
    var pauses = new PausesGrow(new Pauses.OfRuns(APP), seconds(2));
    var two = aPod("app").at("1s").starts("app").at("2s").exits("app", 1).at("4s").starts("app");

    then(pauses.inWords())
        .isEqualTo("the pauses between the runs of container app grow, the first at least 2.0s");
    then(Judged.asked(9, pauses, aPod("app")))
        .isEqualTo(new Violated("there was no pause yet; it takes three runs to compare them"));
    then(Judged.asked(9, pauses, two))
        .isEqualTo(new Violated("they were 2.0s; it takes three runs to compare them"));
    then(Judged.asked(9, pauses, two.at("5s").exits("app", 1).at("9s").starts("app")))
        .isEqualTo(new Satisfied("they were 2.0s, 4.0s"));
    then(Judged.at(9, pauses, nothing())).isEqualTo(new Violated("the pod was not there"));
  }

  @Test
  void pauses_that_the_API_alone_saw_may_not_be_comparable() {
    var coarse =
        aPodSeenByTheApiAlone("app")
            .unshown()
            .at("1s")
            .starts("app")
            .at("2.5s")
            .exits("app", 1)
            .at("3.5s")
            .shown()
            .unshown()
            .at("4.5s")
            .starts("app")
            .at("5.5s")
            .exits("app", 1)
            .at("6.5s")
            .shown()
            .unshown()
            .at("7.5s")
            .starts("app")
            .at("9s")
            .shown();

    then(Judged.asked(20, new PausesGrow(new Pauses.OfRuns(APP), Duration.ZERO), coarse))
        .isEqualTo(
            new CannotTell(
                "they were 1.0s to 3.0s, 1.0s to 3.0s; the moments are not known well enough"));
  }

  @Test
  void several_demands_are_violated_by_the_first_and_satisfied_by_all() {
    var yes = new Observed("a", true, "a was so");
    var no = new Observed("b", false, "b was not so");
    var hole = ContainerStarts.first(APP).hasNever();

    then(Judged.at(9, new AllOf("both", List.of(yes, yes)), nothing()))
        .isEqualTo(new Satisfied("a was so; a was so"));
    then(Judged.at(9, new AllOf("both", List.of(yes, no)), nothing()))
        .isEqualTo(new Violated("b was not so"));
    then(Judged.at(20, new AllOf("both", List.of(hole, no)), aPod("app")))
        .isEqualTo(new Violated("b was not so"));
    then(Judged.at(20, new AllOf("both", List.of(yes, hole)), aPod("app")))
        .isEqualTo(new CannotTell("the runtime witness fell silent before +1.00s"));
    then(new AllOf("both", List.of(yes, hole)).pod()).contains(APP.pod());
    then(new AllOf("both", List.of(yes, hole)).inWords()).isEqualTo("both");
  }

  @Test
  void an_exit_that_the_kubelet_made_up_tells_nothing() {
    var exits = ContainerExits.withCode(APP, 137).within(seconds(5));
    var lost =
        aPodSeenByTheApiAlone("app").at("1s").starts("app").at("3s").vanishes("app").is("Failed");

    then(Judged.at(9, exits, lost))
        .isEqualTo(
            new CannotTell(
                "it had not exited with code 137 that anybody saw before the pod was Failed, but"
                    + " the kubelet had lost the container and made its status up"
                    + " (ContainerStatusUnknown)"));
  }
}
