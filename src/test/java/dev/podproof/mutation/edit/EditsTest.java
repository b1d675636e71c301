package dev.podproof.mutation.edit;

import static org.assertj.core.api.BDDAssertions.then;

import dev.podproof.lint.workload.YamlValue;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;

/** A change leaves what it does not concern as it was written. */
class EditsTest {
  @Test
  void a_field_goes_with_its_lines_and_comments_around_it_stay() {
    var text = "a: 1\n# about b\nb:\n  c: 2\n  # in b\n\n# about d\nd: 3\n";

    then(new Edits(text).without(root(text), "b"))
        .contains("a: 1\n# about b\n  # in b\n\n# about d\nd: 3\n");
  }

  @Test
  void a_field_behind_a_dash_leaves_the_dash_to_the_next_one() {
    var text = "list:\n  - a: 1\n    b: 2\n";

    then(new Edits(text).without(root(text).at("list").items().get(0), "a"))
        .contains("list:\n  - b: 2\n");
  }

  @Test
  void the_only_field_leaves_an_empty_object() {
    var text = "a:\n  b: 1\nc: 2\n";

    then(new Edits(text).without(root(text).at("a"), "b")).contains("a:\n  {}\nc: 2\n");
  }

  @Test
  void fields_of_flow_style_go_with_one_comma() {
    var text = "{\"a\": 1, \"b\": [2], \"c\": 3}";

    then(new Edits(text).without(root(text), "a")).contains("{\"b\": [2], \"c\": 3}");
    then(new Edits(text).without(root(text), "b")).contains("{\"a\": 1, \"c\": 3}");
    then(new Edits(text).without(root(text), "c")).contains("{\"a\": 1, \"b\": [2]}");
  }

  @Test
  void an_item_goes_with_its_dash_and_the_only_one_with_its_field() {
    var text = "a:\n- x: 1\n  y: 2\n-\n  x: 3\nb:\n  - 4\nc: 5\n";

    then(new Edits(text).withoutItem(root(text), "a", 0))
        .contains("a:\n-\n  x: 3\nb:\n  - 4\nc: 5\n");
    then(new Edits(text).withoutItem(root(text), "a", 1))
        .contains("a:\n- x: 1\n  y: 2\nb:\n  - 4\nc: 5\n");
    then(new Edits(text).withoutItem(root(text), "b", 0))
        .contains("a:\n- x: 1\n  y: 2\n-\n  x: 3\nc: 5\n");
    then(new Edits(text).withoutItem(root(text), "b", 1)).isEmpty();
  }

  @Test
  void neighbours_change_places() {
    var text = "a:\n  - x: 1 # one\n    y: |\n      two\n  - z\nb: 3\n";

    then(new Edits(text).swapped(root(text).at("a"), 1))
        .contains("a:\n  - z\n  - x: 1 # one\n    y: |\n      two\nb: 3\n");
  }

  @Test
  void another_value_takes_the_place_of_a_block() {
    var text = "command:\n- sh\n- -c # quiet\nname: a\n";

    then(new Edits(text).with(root(text), "command", "[\"true\"]"))
        .contains("command: [\"true\"] # quiet\nname: a\n");
    then(new Edits(text).with(root(text), "absent", "1")).isEmpty();
  }

  @Test
  void a_new_field_stands_before_one_that_is_there() {
    var block = "a:\n  - x: 1\n    y: 2\n";
    var item = root(block).at("a").items().get(0);
    var flow = "{\"x\": 1}";

    then(new Edits(block).plus(item, "n", "0", "x")).contains("a:\n  - n: 0\n    x: 1\n    y: 2\n");
    then(new Edits(block).plus(item, "n", "0", "y")).contains("a:\n  - x: 1\n    n: 0\n    y: 2\n");
    then(new Edits(flow).plus(root(flow), "n", "0", "x")).contains("{\"n\": 0, \"x\": 1}");
  }

  @Test
  void words_change_in_every_style_of_text() {
    then(reworded("a: x one x\n", 2, 5)).contains("a: x two x\n");
    then(reworded("a: 'it''s one'\n", 5, 8)).contains("a: 'it''s two'\n");
    then(reworded("a: |\n  x\n  one\nb: 1\n", 2, 5)).contains("a: |\n  x\n  two\nb: 1\n");
    then(reworded("a: one one one\n", 4, 7)).contains("a: one two one\n");
  }

  @Test
  void a_line_that_holds_nothing_else_goes_with_its_words() {
    var text = "a: |\n  x\n  one\n  y\n";

    then(new Edits(text).reworded(root(text).at("a"), 2, 5, "")).contains("a: |\n  x\n  y\n");
  }

  @Test
  void words_that_are_written_otherwise_are_written_anew() {
    var text = "a: \"x\\n\\\"one\\\"\"\n";

    then(new Edits(text).reworded(root(text).at("a"), 2, 7, "'two'"))
        .contains("a: \"x\\n'two'\"\n");
  }

  @Test
  void ends_of_lines_and_characters_of_every_plane_are_left_alone() {
    var text = "a: \"\uD83D\uDE00\"\r\nb: one\r\nc: 2\r\n";

    then(new Edits(text).without(root(text), "b")).contains("a: \"\uD83D\uDE00\"\r\nc: 2\r\n");
    then(new Edits(text).with(root(text), "b", "3"))
        .contains("a: \"\uD83D\uDE00\"\r\nb: 3\r\nc: 2\r\n");
  }

  @Test
  void what_stands_elsewhere_is_not_changed_here() {
    var text = "base: &base\n  x: [1, 2]\na:\n  <<: *base\nb:\n  x: *base\nc: [*base, *base]\n";
    var edits = new Edits(text);

    then(edits.without(root(text).at("a"), "x")).isEmpty();
    then(edits.without(root(text).at("b"), "x")).isEmpty();
    then(edits.with(root(text).at("b"), "x", "1")).isEmpty();
    then(edits.withoutItem(root(text), "c", 0)).isEmpty();
    then(edits.swapped(root(text).at("c"), 1)).isEmpty();
  }

  private static Optional<String> reworded(String text, int from, int to) {
    return new Edits(text).reworded(root(text).at("a"), from, to, "two");
  }

  private static YamlValue root(String text) {
    var settings = LoadSettings.builder().setUseMarks(true).build();
    return YamlValue.root("x.yaml", new Compose(settings).composeString(text).orElseThrow());
  }
}
