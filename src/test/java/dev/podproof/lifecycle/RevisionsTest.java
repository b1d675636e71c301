package dev.podproof.lifecycle;

import static dev.podproof.lifecycle.Histories.aPod;
import static dev.podproof.lifecycle.Histories.aPodSeenByTheApiAlone;
import static dev.podproof.lifecycle.Histories.at;
import static dev.podproof.lifecycle.Histories.nothing;
import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import dev.podproof.lifecycle.Observation.ObjectSeen;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which write made something so, and which of two came first. */
class RevisionsTest {
  private static Map<String, Object> version(String uid, Object revision) {
    return Map.of("metadata", Map.of("uid", uid, "resourceVersion", revision));
  }

  private static ObjectSeen lease(Object revision) {
    return new ObjectSeen(at(1), new ObjectName("Lease", "l"), version("u", revision));
  }

  @Test
  void writes_of_one_store_are_in_the_order_of_their_numbers() {
    then(new Revision("", 7).isBefore(new Revision("", 8))).isTrue();
    then(new Revision("", 8).isBefore(new Revision("", 7))).isFalse();
    then(new Revision("", 7).isBefore(new Revision("", 7))).isFalse();
  }

  @Test
  void writes_of_two_stores_are_in_no_order() {
    then(new Revision("Pod", 7).isBefore(new Revision("Lease", 8))).isFalse();
    then(new Revision("Lease", 8).isBefore(new Revision("Pod", 7))).isFalse();
  }

  @Test
  void a_cluster_of_ours_keeps_all_objects_in_one_store_and_of_others_that_is_not_known() {
    then(Revisions.of(aPod("app").history(), lease("7"))).contains(new Revision("", 7));
    then(Revisions.of(aPodSeenByTheApiAlone("app").history(), lease("7")))
        .contains(new Revision("Lease", 7));
  }

  @Test
  void a_version_that_is_no_number_or_is_not_told_is_no_write_that_can_be_compared() {
    var history = aPod("app").history();

    then(Revisions.of(history, lease("abc"))).isEmpty();
    then(Revisions.of(history, lease("1234567890123456789"))).isEmpty();
    then(Revisions.of(history, new ObjectSeen(at(1), new ObjectName("Lease", "l"), Map.of())))
        .isEmpty();
  }

  @Test
  void the_last_version_before_an_object_is_gone_is_the_write_that_removed_it() {
    var histories =
        nothing()
            .object("Lease", "l", version("u", "7"))
            .at("1s")
            .object("Lease", "l", version("u", "9"))
            .objectGone("Lease", "l");

    then(Revisions.ofEnd(histories.history(), "Lease", "u")).contains(new Revision("", 9));
  }

  @Test
  void an_object_that_is_there_has_no_end_nor_has_another_of_its_name() {
    var histories =
        nothing()
            .object("Lease", "l", version("old", "7"))
            .objectGone("Lease", "l")
            .object("Lease", "l", version("new", "9"));

    then(Revisions.ofEnd(histories.history(), "Lease", "old")).contains(new Revision("", 7));
    then(Revisions.ofEnd(histories.history(), "Lease", "new")).isEmpty();
    then(Revisions.ofEnd(histories.history(), "Pod", "old")).isEmpty();
  }

  @Test
  void behind_a_hole_of_the_watch_the_last_version_need_not_be_that_of_the_removal() {
    var histories =
        nothing()
            .object("Lease", "l", version("u", "7"))
            .at("2s")
            .gap(Witness.ARRIVAL, 1, 2)
            .objectGone("Lease", "l");

    then(Revisions.ofEnd(histories.history(), "Lease", "u")).isEmpty();
    then(Revisions.ofEnd(
            nothing()
                .object("Lease", "l", version("u", "7"))
                .gap(Witness.RUNTIME, 1, 2)
                .objectGone("Lease", "l")
                .history(),
            "Lease",
            "u"))
        .isPresent();
  }

  @Test
  void each_version_of_a_pod_is_the_write_that_is_told_behind_it() {
    var histories =
        aPod("app")
            .shows(version("uid-web", "3"))
            .at("1s")
            .is("Running")
            .at("2s")
            .is("Succeeded")
            .shows(version("uid-web", "5"));
    var history = histories.history();
    var versions = history.versionsOf(histories.pod());
    var writes = Revisions.ofVersions(history, "uid-web");

    then(versions.stream().map(seen -> Optional.ofNullable(writes.get(seen))))
        .containsExactly(
            Optional.of(new Revision("", 3)), Optional.empty(), Optional.of(new Revision("", 5)));
    then(Revisions.ofVersions(history, "another")).isEmpty();
  }

  @Test
  void an_object_of_another_pod_or_kind_does_not_tell_of_it() {
    var histories =
        aPod("app")
            .object("Pod", "db", version("uid-db", "3"))
            .object("Lease", "web", version("uid-web", "4"));

    then(Revisions.ofVersions(histories.history(), "uid-web")).isEmpty();
  }

  @Test
  void moments_of_one_write_are_one_and_the_store_orders_what_the_clock_does_not() {
    var early = Moment.seenBy(Witness.ARRIVAL, Interval.until(at(5)));
    var seventh = early.writtenAs(Optional.of(new Revision("", 7)));
    var eighth =
        Moment.seenBy(Witness.ARRIVAL, Interval.until(at(4)))
            .writtenAs(Optional.of(new Revision("", 8)));

    then(seventh.isBefore(eighth)).isTrue();
    then(eighth.isBefore(seventh)).isFalse();
    then(seventh.isOfOneWriteWith(seventh)).isTrue();
    then(seventh.isOfOneWriteWith(eighth)).isFalse();
    then(early.isOfOneWriteWith(early)).isFalse();
    then(early.isBefore(eighth)).isFalse();
  }

  @Test
  void where_the_clock_and_the_store_deny_each_other_the_clock_is_believed() {
    var later =
        Moment.seenBy(Witness.RUNTIME, Interval.at(at(9)))
            .writtenAs(Optional.of(new Revision("", 7)));
    var sooner =
        Moment.seenBy(Witness.RUNTIME, Interval.at(at(4)))
            .writtenAs(Optional.of(new Revision("", 8)));

    then(later.isBefore(sooner)).isFalse();
    then(sooner.isBefore(later)).isTrue();
  }

  @Test
  void a_pod_that_is_gone_went_after_its_last_version_was_written_by_that_of_its_deletion() {
    var histories =
        aPod("app")
            .at("2.5s")
            .stamped()
            .is("Succeeded")
            .shows(version("uid-web", "9"))
            .at("4s")
            .gone()
            .objectGone("Pod", "web");
    var gone = histories.history().gone(histories.pod()).orElseThrow();

    then(gone.interval()).isEqualTo(new Interval(at(2), at(4)));
    then(gone.witnesses()).isEqualTo("API, arrival");
    then(gone.written()).contains(new Revision("", 9));
  }

  @Test
  void a_moment_needs_a_witness() {
    thenThrownBy(() -> Moment.of(List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a moment needs at least one sighting");
  }
}
