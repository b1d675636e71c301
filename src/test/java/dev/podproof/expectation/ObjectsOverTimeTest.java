package dev.podproof.expectation;

import static dev.podproof.lifecycle.Histories.nothing;
import static dev.podproof.lifecycle.Histories.seconds;
import static org.assertj.core.api.BDDAssertions.then;

import dev.podproof.expectation.FieldTurns.Turn;
import dev.podproof.expectation.Occurrence.Happened;
import dev.podproof.expectation.Occurrence.NotYet;
import dev.podproof.expectation.Occurrence.Unclear;
import dev.podproof.expectation.Verdict.CannotTell;
import dev.podproof.expectation.Verdict.Satisfied;
import dev.podproof.expectation.Verdict.Violated;
import dev.podproof.lifecycle.Histories;
import dev.podproof.lifecycle.Interval;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Objects of any kind come, change, are found by what belongs to them, and go. */
class ObjectsOverTimeTest {
  private static final Duration BUDGET = Duration.ofSeconds(30);
  private static final ObjectRef MAP = new ObjectRef.Named("configmap", "conf");
  private static final ObjectRef SLICE =
      ObjectRef.Sought.ownedBy("endpointslice", "service", "web");

  private static Map<String, Object> version(int revision, Object value) {
    return Map.of(
        "metadata",
        Map.of("uid", "uid-conf", "resourceVersion", "" + revision),
        "data",
        Map.of("n", value));
  }

  private static Map<String, Object> slice(String owner, boolean ready) {
    return Map.of(
        "metadata",
        Map.of(
            "uid",
            "uid-" + owner,
            "ownerReferences",
            List.of(Map.of("kind", "Service", "name", owner))),
        "ready",
        ready);
  }

  private static FieldTurns field(Turn turn) {
    return new FieldTurns(MAP, FieldPath.of("data.n"), turn);
  }

  private static Histories valued(Object... values) {
    var histories = nothing();
    for (var i = 0; i < values.length; i++) {
      histories.at((i + 1) / 10.0 + "s").object("ConfigMap", "conf", version(i + 1, values[i]));
    }
    return histories;
  }

  @Test
  void a_field_grows_falls_and_changes_from_one_version_to_the_next() {
    var turns = valued(1, 2, 2, 1, "one");

    then(Judged.at(9, new Counted(field(Turn.GROWS), Amount.exactly(1)), turns))
        .isInstanceOf(Satisfied.class);
    then(Judged.at(9, new Counted(field(Turn.FALLS), Amount.exactly(1)), turns))
        .isInstanceOf(Satisfied.class);
    then(Judged.at(9, new Counted(field(Turn.CHANGES), Amount.exactly(3)), turns))
        .isInstanceOf(Satisfied.class);
    then(Judged.at(9, field(Turn.FALLS).hasNever(), valued("100m", "0.2", "1Ki", "2Ki")))
        .isInstanceOf(Satisfied.class);
    then(Judged.seenAt(9, field(Turn.CHANGES), valued(1, 1)))
        .isEqualTo(new NotYet("it was \"1\" all the time"));
  }

  @Test
  void a_first_value_is_no_change_and_one_that_vanishes_is() {
    var bare = Map.<String, Object>of("metadata", Map.of("resourceVersion", "1"));

    then(Judged.seenAt(
            9,
            field(Turn.CHANGES),
            nothing().object("ConfigMap", "conf", bare).object("ConfigMap", "conf", version(2, 1))))
        .isInstanceOf(NotYet.class);
    then(Judged.seenAt(
            9,
            field(Turn.CHANGES),
            nothing().object("ConfigMap", "conf", version(1, 1)).object("ConfigMap", "conf", bare)))
        .isInstanceOf(Happened.class);
  }

  @Test
  void an_object_exists_and_is_gone() {
    var exists = new ObjectIs(MAP, new ObjectTest.There());
    var goes = new ObjectGoes(MAP);
    var lived = valued(1).at("4s").objectGone("ConfigMap", "conf");

    then(exists.inWords()).isEqualTo("configmap conf exists");
    then(Judged.seenAt(9, exists.begins(), nothing()))
        .isEqualTo(new NotYet("configmap conf was not there"));
    then(Judged.seenAt(9, exists.begins(), lived)).isInstanceOf(Happened.class);
    then(goes.inPast()).isEqualTo("configmap conf was gone");
    then(Judged.seenAt(9, goes, nothing())).isEqualTo(new NotYet("configmap conf was not there"));
    then(Judged.seenAt(9, goes, valued(1))).isEqualTo(new NotYet("it was still there"));
    then(Judged.seenAt(9, goes, lived)).isInstanceOf(Happened.class);
    var goneBefore = valued(1).at("0.5s").objectGone("ConfigMap", "conf");
    then(Judged.at(9, exists.holds().within(seconds(3)), goneBefore))
        .isEqualTo(new Violated("it was gone at +3.00s"));
  }

  @Test
  void an_object_is_found_by_its_owner_or_its_label() {
    var ready =
        new ObjectIs(
            SLICE,
            new ObjectTest.Field(FieldPath.of("ready"), new ValueTest.OneOf(List.of("true"))));
    var two =
        nothing()
            .object("EndpointSlice", "web-1", slice("web", true))
            .object("EndpointSlice", "other-1", slice("other", false));

    then(ready.inWords())
        .isEqualTo("the endpointslice of service web has field ready that is \"true\"");
    then(Judged.seenAt(9, ready.begins(), two)).isInstanceOf(Happened.class);
    then(Judged.seenAt(9, ready.begins(), two.object("EndpointSlice", "web-2", slice("web", true))))
        .isEqualTo(
            new Unclear(
                "the endpointslice of service web is one of 2 (web-1, web-2): say which one is meant"));
    var labelled = ObjectRef.Sought.labelled("lease", "app", "web");
    var lease = Map.<String, Object>of("metadata", Map.of("labels", Map.of("app", "web")));
    then(labelled.inWords()).isEqualTo("the lease labelled app=web");
    then(labelled.nameIn(nothing().object("Lease", "l", lease).history())).contains("l");
  }

  @Test
  void a_condition_of_any_object_is_known_by_what_it_says() {
    var complete =
        new PodFact.Condition(
            "Complete",
            "True",
            Optional.of("CompletionsReached"),
            Optional.of(TextMatch.pattern("^Reached")),
            Optional.empty());
    var is = new ObjectIs(new ObjectRef.Named("job", "j"), new ObjectTest.Condition(complete));
    var done = job("True");

    then(is.inWords())
        .isEqualTo(
            "job j has condition Complete True with reason CompletionsReached saying a text matching \"^Reached\"");
    then(Judged.seenAt(9, is.begins(), nothing().object("Job", "j", done)))
        .isInstanceOf(Happened.class);
    then(Judged.seenAt(9, is.begins(), nothing().object("Job", "j", job("False"))))
        .isEqualTo(new NotYet("it was False (CompletionsReached): Reached expected number"));
    then(Judged.seenAt(9, is.begins(), nothing().object("Job", "j", Map.of())))
        .isEqualTo(new NotYet("it had no condition Complete"));
  }

  private static Map<String, Object> job(String status) {
    return Map.of(
        "status",
        Map.of(
            "conditions",
            List.of(
                Map.of(
                    "type",
                    "Complete",
                    "status",
                    status,
                    "reason",
                    "CompletionsReached",
                    "message",
                    "Reached expected number"))));
  }

  @Test
  void a_state_is_reached_for_the_nth_time() {
    var one =
        new ObjectIs(
            MAP, new ObjectTest.Field(FieldPath.of("data.n"), new ValueTest.OneOf(List.of("1"))));
    var twice = new NthTime(one.begins(), 2);

    then(twice.inWords()).isEqualTo("configmap conf has field data.n that is \"1\" (time 2)");
    then(Judged.seenAt(9, twice, valued(1, 2, 1))).isInstanceOf(Happened.class);
    then(Judged.seenAt(9, twice, valued(1, 2))).isEqualTo(new NotYet("that was so 1 time"));
    then(Judged.seenAt(9, twice, nothing())).isEqualTo(new NotYet("configmap conf was not there"));
  }

  @Test
  void of_two_writes_the_store_tells_which_came_first_where_the_clock_does_not() {
    var conf = new ObjectIs(MAP, new ObjectTest.There()).begins();
    var other = new ObjectIs(new ObjectRef.Named("lease", "l"), new ObjectTest.There()).begins();
    var both =
        nothing()
            .at("2s")
            .object("Lease", "l", version(8, 1))
            .at("2.1s")
            .object("ConfigMap", "conf", version(7, 1));

    then(Judged.at(9, conf.before(other, BUDGET), both))
        .isEqualTo(
            new Satisfied(
                "configmap conf existed by +2.10s (arrival), lease l existed by +2.00s (arrival); the API server wrote the first before"));
    then(Judged.at(9, other.before(conf, BUDGET), both)).isInstanceOf(Violated.class);
  }

  @Test
  void without_numbers_of_one_store_the_order_of_arrival_decides_nothing() {
    var conf = new ObjectIs(MAP, new ObjectTest.There()).begins();
    var other = new ObjectIs(new ObjectRef.Named("lease", "l"), new ObjectTest.There()).begins();
    var both =
        nothing()
            .at("2s")
            .object("Lease", "l", Map.of())
            .at("2.1s")
            .object("ConfigMap", "conf", version(7, 1));

    then(Judged.at(9, conf.before(other, BUDGET), both)).isInstanceOf(CannotTell.class);
  }

  @Test
  void an_object_was_still_there_when_its_deletion_was_asked_for() {
    var asked =
        Map.<String, Object>of("metadata", Map.of("deletionTimestamp", Histories.at(4).toString()));
    var lives = nothing().at("1s").object("ConfigMap", "conf", Map.of());
    var removed = lives.at("5s").object("ConfigMap", "conf", asked).objectGone("ConfigMap", "conf");

    then(Judged.seenAt(9, new ObjectGoes(MAP), removed))
        .isInstanceOfSatisfying(
            Happened.class,
            end ->
                then(end.moment().interval())
                    .isEqualTo(new Interval(Histories.at(4), Histories.at(5))));
  }

  @Test
  void the_last_version_of_an_object_is_the_write_that_removed_it() {
    var goes = new ObjectGoes(MAP);
    var other = new ObjectIs(new ObjectRef.Named("lease", "l"), new ObjectTest.There()).begins();
    var removed =
        nothing()
            .at("1s")
            .object("ConfigMap", "conf", version(1, 1))
            .at("2s")
            .object("ConfigMap", "conf", version(5, 1))
            .objectGone("ConfigMap", "conf")
            .object("Lease", "l", version(6, 1));

    then(Judged.at(9, goes.before(other, BUDGET), removed)).isInstanceOf(Satisfied.class);
  }

  @Test
  void a_change_came_no_longer_before_its_news_than_the_api_takes() {
    var changes = field(Turn.CHANGES);
    var late = valued(1).at("9s").object("ConfigMap", "conf", version(2, 2));

    then(((Happened) Judged.seenAt(12, changes, late)).moment().interval().earliest())
        .isEqualTo(Histories.at(6));
  }

  @Test
  void a_first_time_is_not_the_second_which_is_never_to_come() {
    var one =
        new ObjectIs(
            MAP, new ObjectTest.Field(FieldPath.of("data.n"), new ValueTest.OneOf(List.of("1"))));
    var twice = new NthTime(one.begins(), 2);

    then(Judged.at(9, twice.hasNever(), valued(1, 2))).isInstanceOf(Satisfied.class);
    then(Judged.at(9, new Counted(twice, Amount.exactly(0)), valued(1, 2)))
        .isEqualTo(new Satisfied("that was so 0 times"));
    then(Judged.at(9, new Counted(twice, Amount.exactly(1)), valued(1, 2, 1)))
        .isEqualTo(new Satisfied("that was so 1 time"));
  }

  @Test
  void a_clause_does_not_mean_what_is_made_anew_under_the_same_name() {
    var complete =
        new ObjectIs(
            MAP, new ObjectTest.Field(FieldPath.of("data.n"), new ValueTest.OneOf(List.of("2"))));
    var gone = valued(1, 2).at("0.9s").objectGone("ConfigMap", "conf");
    var before = ((Happened) Judged.seenAt(30, complete.held(), gone)).moment();
    var anew =
        valued(1, 2)
            .at("0.9s")
            .objectGone("ConfigMap", "conf")
            .at("8s")
            .object("ConfigMap", "conf", version(8, 2));

    then(((Happened) Judged.seenAt(30, complete.held(), anew)).moment().interval())
        .isEqualTo(before.interval());
  }

  @Test
  void a_clause_means_what_an_object_last_was_where_it_is_gone_already() {
    var complete =
        new ObjectIs(
            MAP, new ObjectTest.Field(FieldPath.of("data.n"), new ValueTest.OneOf(List.of("2"))));
    var apart =
        new Apart(new ObjectGoes(MAP), complete.held(), seconds(3), Optional.empty(), seconds(9));
    var gone = valued(1, 2).at("0.9s").objectGone("ConfigMap", "conf");
    var late = valued(1, 2).at("8s").objectGone("ConfigMap", "conf");

    then(Judged.at(30, complete.holds().within(seconds(9)), gone)).isInstanceOf(Violated.class);
    then(Judged.at(30, apart, gone))
        .isEqualTo(
            new CannotTell(
                "configmap conf had field data.n that was \"2\" between -2.80s and +0.20s"
                    + " (arrival), configmap conf was gone between -2.10s and +0.90s (arrival):"
                    + " at least -2.3s, at most 3.7s later, which may be on either side"));
    then(Judged.at(30, apart, late)).isInstanceOf(Satisfied.class);
  }
}
