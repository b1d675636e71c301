package dev.podproof.expectation;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What values, paths, amounts and partial objects mean at their edges, and how they are told. */
class ValuesTest {
  private static String difference(Map<String, Object> wanted, Map<String, Object> found) {
    var like = new ObjectTest.Like(wanted);
    then(like.fits(found)).isEqualTo(like.instead(found).equals("it matched"));
    return like.instead(found);
  }

  @Test
  void demands_of_a_value_are_told_after_the_field() {
    then(new ValueTest.Exactly(List.of("a", "b")).inWords()).isEqualTo("is exactly \"a, b\"");
    then(new ValueTest.Elements(Amount.exactly(1)).inWords()).isEqualTo("has exactly 1 element");
    then(new ValueTest.Elements(new Amount(Amount.Kind.AT_MOST, 2)).inWords())
        .isEqualTo("has at most 2 elements");
    var least = new ValueTest.Bound(true, Quantity.of("2"));
    var most = new ValueTest.Bound(false, Quantity.of("64Mi"));
    then(new ValueTest.Both(least, most).inWords()).isEqualTo("is at least 2 and is at most 64Mi");
    then(new ValueTest.Not(new ValueTest.OneOf(List.of("a"))).inWords()).isEqualTo("is not \"a\"");
    then(new ValueTest.Not(new ValueTest.OneOf(List.of("a", "b"))).inWords())
        .isEqualTo("is not one of \"a, b\"");
  }

  @Test
  void a_bare_number_is_the_same_however_it_is_written() {
    var limit = new ValueTest.Same(Quantity.of("64Mi"));

    then(limit.inWords()).isEqualTo("is 64Mi");
    then(limit.fits(Optional.of("67108864"))).isTrue();
    then(limit.fits(Optional.of("65Mi"))).isFalse();
    then(limit.fits(Optional.of("many"))).isFalse();
    then(limit.fits(Optional.empty())).isFalse();
    then(new ValueTest.Same(Quantity.of("1")).fits(Optional.of(1))).isTrue();
  }

  @Test
  void exactly_nothing_is_an_empty_list_and_no_absent_one() {
    var nothing = new ValueTest.Exactly(List.of(""));

    then(nothing.fits(Optional.of(List.of()))).isTrue();
    then(nothing.fits(Optional.of(Map.of()))).isTrue();
    then(nothing.fits(Optional.of(List.of("a")))).isFalse();
    then(nothing.fits(Optional.empty())).isFalse();
  }

  @Test
  void exactly_one_name_is_a_plain_value_as_well_as_a_list_of_one() {
    var one = new ValueTest.Exactly(List.of("a"));

    then(one.fits(Optional.of("a"))).isTrue();
    then(one.fits(Optional.of(List.of("a")))).isTrue();
    then(one.fits(Optional.of("b"))).isFalse();
  }

  @Test
  void exactly_a_list_has_each_element_as_often_as_it_is_named() {
    var twice = new ValueTest.Exactly(List.of("a", "a"));

    then(twice.fits(Optional.of(List.of("a", "a")))).isTrue();
    then(twice.fits(Optional.of(List.of("a")))).isFalse();
  }

  @Test
  void an_object_has_as_many_elements_as_keys_and_a_plain_value_is_one() {
    var two = new ValueTest.Elements(Amount.exactly(2));

    then(two.fits(Optional.of(Map.of("a", 1, "b", 2)))).isTrue();
    then(two.fits(Optional.of("ab"))).isFalse();
    then(new ValueTest.Elements(Amount.exactly(1)).fits(Optional.of("ab"))).isTrue();
  }

  @Test
  void present_is_a_field_that_is_there_whatever_its_value() {
    then(new ValueTest.Present(true).fits(Optional.of(""))).isTrue();
    then(new ValueTest.Present(true).fits(Optional.empty())).isFalse();
    then(new ValueTest.Present(false).fits(Optional.of(""))).isFalse();
  }

  @Test
  void a_field_that_is_absent_contains_no_text_not_even_an_empty_one() {
    then(new ValueTest.Text(TextMatch.containing("")).fits(Optional.empty())).isFalse();
    then(new ValueTest.Text(TextMatch.containing("")).fits(Optional.of("x"))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1000m",
    "1k, 1000",
    "1Ki, 1024",
    "1M, 1000k",
    "1Mi, 1024Ki",
    "1G, 1000M",
    "1Gi, 1024Mi",
    "1T, 1000G",
    "1Ti, 1024Gi",
    "1P, 1000T",
    "1Pi, 1024Ti",
    "1E, 1000P",
    "1Ei, 1024Pi",
    "1m, 1000u",
    "1u, 1000n",
    "-1.5, -1500m",
    "2026-01-01T00:00:00Z, 2026-01-01T00:00:00.000Z",
  })
  void quantities_are_equal_in_every_unit_of_Kubernetes(String one, String other) {
    then(Quantity.compare(one, Optional.of(other))).contains(0);
    then(one).matches(Quantity.REGEX);
  }

  @ParameterizedTest
  @CsvSource({"many", "''", "1e3", "1 Mi", "1mi", "0x10", "2026-01-01", "1234567890123456789"})
  void what_is_no_quantity_is_refused_in_words_and_compared_with_none(String text) {
    thenThrownBy(() -> Quantity.of(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("\"" + text + "\" is no number; expected one such as 3, 500m or 64Mi");
    then(Quantity.compare("1", Optional.of(text))).isEmpty();
    then(Quantity.compare(text, Optional.of("1"))).isEmpty();
  }

  @Test
  void a_path_asks_lists_by_index_and_key_and_objects_by_name_alone() {
    var object =
        Map.<String, Object>of("list", List.of("text", Map.of("name", "a")), "map", Map.of("0", 1));

    then(FieldPath.of("list[name=a].name").in(object)).contains("a");
    then(FieldPath.of("list[0]").in(object)).contains("text");
    then(FieldPath.of("list.name").in(object)).isEmpty();
    then(FieldPath.of("map[0]").in(object)).isEmpty();
    then(FieldPath.of("map[name=a]").in(object)).isEmpty();
    then(FieldPath.of("map['0']").in(object)).contains(1);
  }

  @Test
  void a_text_is_found_in_part_or_by_a_pattern_and_told_as_which() {
    var part = TextMatch.containing("a.b");
    var pattern = TextMatch.pattern("a.b");

    then(part.matches("xa.bx")).isTrue();
    then(part.matches("axb")).isFalse();
    then(pattern.matches("xaxbx")).isTrue();
    then(part.inWords()).isEqualTo("\"a.b\"");
    then(pattern.inWords()).isEqualTo("a line matching \"a.b\"");
    then(part.said()).isEqualTo(" saying \"a.b\"");
    then(pattern.said()).isEqualTo(" saying a text matching \"a.b\"");
  }

  @Test
  void a_partial_object_names_the_first_field_that_is_absent_or_otherwise() {
    then(difference(Map.of("a", Map.of("b", 1)), Map.of("a", Map.of("b", 1, "c", 2))))
        .isEqualTo("it matched");
    then(difference(Map.of("a", Map.of("b", 1)), Map.of("a", Map.of())))
        .isEqualTo("field a.b was absent");
    then(difference(Map.of("a", 1), Map.of())).isEqualTo("field a was absent");
    then(difference(Map.of("a", 1), Map.of("a", 2))).isEqualTo("field a was \"2\"");
  }

  @Test
  void where_an_object_or_a_list_was_meant_a_plain_value_is_told() {
    then(difference(Map.of("a", Map.of("b", 1)), Map.of("a", "x"))).isEqualTo("field a was \"x\"");
    then(difference(Map.of("a", List.of(1)), Map.of("a", "x"))).isEqualTo("field a was \"x\"");
  }

  @Test
  void elements_without_a_key_are_compared_by_their_place() {
    then(difference(Map.of("a", List.of("x", "y")), Map.of("a", List.of("x", "z"))))
        .isEqualTo("field a[1] was \"z\"");
    then(difference(Map.of("a", List.of("x", "y")), Map.of("a", List.of("x"))))
        .isEqualTo("field a[1] was absent");
  }

  @ParameterizedTest
  @CsvSource({"name, web", "type, Ready", "containerPort, 80", "ip, 10.0.0.1"})
  void elements_with_a_key_are_found_by_it_and_missed_by_it(String key, String value) {
    var wanted = Map.<String, Object>of("a", List.of(Map.of(key, value, "x", 1)));
    var other = Map.<String, Object>of(key, "other", "x", 1);

    then(difference(wanted, Map.of("a", List.of(other, Map.of(key, value, "x", 1)))))
        .isEqualTo("it matched");
    then(difference(wanted, Map.of("a", List.of(other))))
        .isEqualTo("field a[" + key + "=" + value + "] was absent");
    then(difference(wanted, Map.of("a", List.of(Map.of(key, value, "x", 2)))))
        .isEqualTo("field a[" + key + "=" + value + "].x was \"2\"");
  }

  @Test
  void an_object_is_told_by_what_it_must_be() {
    then(new ObjectTest.Like(Map.of("a", 1)).inWords()).isEqualTo("matches {a=1}");
    then(new ObjectTest.There().inWords()).isEqualTo("exists");
    then(new ObjectTest.Terminating().inWords()).isEqualTo("is terminating");
  }

  @Test
  void an_object_is_terminating_once_its_deletion_has_been_asked_for() {
    var terminating = new ObjectTest.Terminating();
    var deleted =
        Map.<String, Object>of("metadata", Map.of("deletionTimestamp", "2026-01-01T00:00:00Z"));

    then(terminating.fits(deleted)).isTrue();
    then(terminating.fits(Map.of("metadata", Map.of()))).isFalse();
    then(terminating.instead(Map.of())).isEqualTo("nobody had asked for its deletion");
  }

  @ParameterizedTest
  @CsvSource({
    "EXACTLY, exactly 2, false",
    "AT_LEAST, at least 2, true",
    "AT_MOST, at most 2, false"
  })
  void an_amount_that_more_would_not_change_is_settled(
      Amount.Kind kind, String words, boolean byItself) {
    var amount = new Amount(kind, 2);

    then(amount.inWords()).isEqualTo(words);
    then(amount.isSettledBy(1)).isFalse();
    then(amount.isSettledBy(2)).isEqualTo(byItself);
    then(amount.isSettledBy(3)).isTrue();
  }

  @Test
  void an_end_that_must_not_have_a_code_may_have_any_other() {
    var failed = new ExitMatch(List.of(), List.of(0), List.of());

    then(failed.inWords()).isEqualTo(" with a code other than 0");
    then(failed.allows(1)).isTrue();
    then(failed.allows(0)).isFalse();
    then(failed.isSuccess()).isFalse();
    then(new ExitMatch(List.of(0), List.of("Completed")).isSuccess()).isFalse();
    then(ExitMatch.code(0).isSuccess()).isTrue();
  }

  @Test
  void a_condition_is_told_with_what_it_says_of_itself() {
    var wanted =
        new PodFact.Condition(
            "Ready",
            "False",
            Optional.of("ContainersNotReady"),
            Optional.of(TextMatch.containing("unready")),
            Optional.of(List.of("app", "db")));

    then(wanted.inWords())
        .isEqualTo(
            "has condition Ready False with reason ContainersNotReady saying \"unready\""
                + " naming exactly app, db");
  }
}
