package dev.podproof.steps;

import static org.assertj.core.api.BDDAssertions.then;

import dev.podproof.expectation.ObjectTest;
import dev.podproof.manifest.PartialObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What is said of a sentence, a table or a text that is not understood, before anything is started.
 */
class StepHintTest {
  @Test
  void a_duration_without_a_unit() {
    then(StepHint.of("container \"app\" starts within 10"))
        .isEqualTo("; a duration has a unit, such as 10s or 500ms");
    then(StepHint.of("container \"app\" exits at least 3 after container \"db\" exits"))
        .isEqualTo("; a duration has a unit, such as 3s or 500ms");
  }

  @Test
  void what_is_counted_needs_no_unit() {
    then(StepHint.of("container \"app\" has started at least 3 time"))
        .doesNotContain("a duration has a unit");
    then(StepHint.of("file \"/x\" in container \"app\" has at least 3 linez"))
        .contains("a duration has a unit");
  }

  @Test
  void a_never_without_an_end() {
    then(StepHint.of("container \"app\" never starts"))
        .isEqualTo(
            "; never and stays have an end: ... for 5s, ... until container \"app\" starts, or \"has never\" for the time up to now");
  }

  @Test
  void a_sentence_that_is_nearly_one() {
    then(StepHint.of("container \"app\" is redy"))
        .startsWith("; near it: container \"app\" is ready");
  }

  @Test
  void a_sentence_that_is_like_none() {
    then(StepHint.of("it rains cats, dogs and whatever else one can think of on a Sunday in May"))
        .isEqualTo("; podproof steps lists what can be said");
  }

  @Test
  void a_table_with_a_column_that_is_none() {
    then(StepArgument.problem(
            "the containers of the pod are:",
            List.of(List.of("container", "staet"), List.of("app", "running"))))
        .contains(
            "there is no column \"staet\" in a table of containers; its columns are container, state, code, reason, restarts, ready, started");
  }

  @Test
  void a_row_that_nothing_can_happen_as() {
    then(StepArgument.problem(
            "it happens in this order:", List.of(List.of("container \"app\" dances"))))
        .contains("\"container \"app\" dances\" is no phrase; podproof steps lists them");
    then(StepArgument.problem(
            "it happens in this order:",
            List.of(List.of("I delete pod \"web\""), List.of("container \"app\" exits"))))
        .isEmpty();
  }

  @Test
  void a_part_of_an_object_is_read_as_kubectl_reads_manifests() {
    then(PartialObject.parse("spec: {mode: 0644, tty: yes, stdin: off, name: 'on'}\non: 1\n"))
        .hasToString("{spec={mode=420, tty=true, stdin=false, name=on}, true=1}");
    then(new ObjectTest.Like(PartialObject.parse("secret: {defaultMode: 0644}")))
        .matches(like -> like.fits(Map.of("secret", Map.of("defaultMode", 420))));
  }

  @Test
  void a_text_that_is_empty_or_no_object() {
    then(StepArgument.problem("{object} matches:", "  \n"))
        .contains("the text below the step is empty");
    then(StepArgument.problem("{object} matches:", "a: 1\n---\nb: 2\n"))
        .contains(
            "the text below the step holds 2 documents; expected one object, such as \"status: {phase: Running}\"");
    then(StepArgument.problem("{object} matches:", "a: 1\na: 2\n"))
        .contains("the text below the step is not YAML in its line 2: found duplicate key a");
    then(StepArgument.problem("{object} matches:", "- a"))
        .contains(
            "the text below the step is no object; expected fields such as \"status: {phase: Running}\"");
    then(StepArgument.problem("{object} matches:", "a: [b"))
        .contains(
            "the text below the step is not YAML in its line 1: expected ',' or ']', but got <stream end>");
    then(StepArgument.problem("I run in {container}:", "echo - [")).isEmpty();
    then(StepArgument.problem("{object} matches:", "{status: {podIP: ${ip}}}")).isEmpty();
  }
}
