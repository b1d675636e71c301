package dev.podproof.expectation;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Fields of objects, and partial objects. */
class ObjectTestTest {
  private static final Map<String, Object> POD =
      Map.of(
          "metadata",
          Map.of("name", "web"),
          "spec",
          Map.of("containers", List.of(Map.of("name", "a"), Map.of("name", "b", "image", "x"))),
          "status",
          Map.of("used", Map.of("requests.cpu", "500m"), "replicas", 3));

  @Test
  void a_path_has_names_indexes_keys_and_picks() {
    then(value("metadata.name")).contains("web");
    then(value("spec.containers[1].image")).contains("x");
    then(value("spec.containers[name=b].image")).contains("x");
    then(value("status.used['requests.cpu']")).contains("500m");
    then(value("status.replicas")).contains(3);
  }

  @Test
  void a_path_that_leads_nowhere_is_empty() {
    then(value("metadata.uid")).isEmpty();
    then(value("spec.containers[7].image")).isEmpty();
    then(value("spec.containers[name=c].image")).isEmpty();
    then(value("metadata.name.first")).isEmpty();
  }

  @Test
  void what_is_no_path_is_refused_with_the_place() {
    thenThrownBy(() -> FieldPath.of("spec.containers[*].image"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "\"spec.containers[*].image\" is no path to a field, from \"[*].image\" on; expected one such as status.containerStatuses[name=app].restartCount");
  }

  @Test
  void values_are_compared_as_text_and_bounds_as_numbers() {
    then(new ValueTest.OneOf(List.of("3")).fits(Optional.of(3))).isTrue();
    then(new ValueTest.OneOf(List.of("2", "3")).fits(Optional.of(3))).isTrue();
    then(new ValueTest.OneOf(List.of("2")).fits(Optional.of(3))).isFalse();
    then(new ValueTest.Bound(true, Quantity.of("3")).fits(Optional.of(3))).isTrue();
    then(new ValueTest.Bound(false, Quantity.of("2")).fits(Optional.of(3))).isFalse();
    then(new ValueTest.Bound(true, Quantity.of("1")).fits(Optional.of("many"))).isFalse();
    then(new ValueTest.Present(false).fits(Optional.empty())).isTrue();
    then(new ValueTest.Text(TextMatch.pattern("^5\\d+m$")).fits(Optional.of("500m"))).isTrue();
  }

  @Test
  void a_value_is_between_bounds_or_another_one() {
    var two = new ValueTest.Bound(true, Quantity.of("2"));
    var both = new ValueTest.Both(two, new ValueTest.Bound(false, Quantity.of("10")));
    var other = new ValueTest.Not(new ValueTest.OneOf(List.of("2")));

    then(both.fits(Optional.of(2))).isTrue();
    then(both.fits(Optional.of(1))).isFalse();
    then(both.fits(Optional.of(11))).isFalse();
    then(other.fits(Optional.of(3))).isTrue();
    then(other.fits(Optional.of(2))).isFalse();
    then(other.fits(Optional.empty())).isFalse();
  }

  @Test
  void quantities_and_times_are_compared_by_what_they_amount_to() {
    then(new ValueTest.Bound(true, Quantity.of("64Mi")).fits(Optional.of("65536Ki"))).isTrue();
    then(new ValueTest.Bound(true, Quantity.of("64Mi")).fits(Optional.of("64M"))).isFalse();
    then(new ValueTest.Bound(false, Quantity.of("500m")).fits(Optional.of("0.5"))).isTrue();
    var time = Quantity.of("2026-01-01T00:00:00Z");
    then(new ValueTest.Bound(true, time).fits(Optional.of("2026-01-01T00:00:01Z"))).isTrue();
    then(new ValueTest.Bound(true, time).fits(Optional.of("2025-12-31T23:59:59Z"))).isFalse();
  }

  @Test
  void a_list_is_exactly_a_set_or_has_so_many_elements() {
    var exactly = new ValueTest.Exactly(List.of("a", "b"));

    then(exactly.fits(Optional.of(List.of("b", "a")))).isTrue();
    then(exactly.fits(Optional.of(Map.of("a", 1, "b", 2)))).isTrue();
    then(exactly.fits(Optional.of(List.of("a", "b", "c")))).isFalse();
    then(exactly.fits(Optional.empty())).isFalse();
    then(new ValueTest.Elements(Amount.exactly(2)).fits(Optional.of(List.of(1, 2)))).isTrue();
    then(new ValueTest.Elements(Amount.exactly(0)).fits(Optional.empty())).isTrue();
  }

  @Test
  void a_partial_object_matches_lists_by_name_whatever_their_order() {
    var partial =
        new ObjectTest.Like(
            Map.of("spec", Map.of("containers", List.of(Map.of("name", "b", "image", "x")))));

    then(partial.fits(POD)).isTrue();
  }

  @Test
  void a_difference_is_told_with_its_place() {
    var partial =
        new ObjectTest.Like(
            Map.of("spec", Map.of("containers", List.of(Map.of("name", "b", "image", "y")))));

    then(partial.fits(POD)).isFalse();
    then(partial.instead(POD)).isEqualTo("field spec.containers[name=b].image was \"x\"");
  }

  private static Optional<Object> value(String path) {
    return FieldPath.of(path).in(POD);
  }
}
