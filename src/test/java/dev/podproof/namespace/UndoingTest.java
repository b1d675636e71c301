package dev.podproof.namespace;

import static org.assertj.core.api.BDDAssertions.then;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UndoingTest {
  private final List<String> undone = new ArrayList<>();
  private final Undoing undoing = new Undoing();

  @AfterEach
  void no_interrupt_outlives_a_test() {
    then(Thread.interrupted()).isFalse();
  }

  private void owe(String deed) {
    undoing.owe(deed, () -> undone.add(deed));
  }

  @Test
  void what_was_done_last_is_taken_back_first() {
    owe("freeze");
    owe("fill");
    undoing.all();

    then(undone).containsExactly("fill", "freeze");
  }

  @Test
  void what_the_scenario_took_back_itself_is_not_taken_back_again() {
    owe("freeze");
    owe("fill");
    undoing.settle("freeze");
    undoing.all();
    undoing.all();

    then(undone).containsExactly("fill");
  }

  @Test
  void what_was_done_twice_is_taken_back_once() {
    owe("freeze");
    owe("freeze");
    undoing.all();

    then(undone).containsExactly("freeze");
  }

  @Test
  void what_is_changed_again_and_again_is_taken_back_step_by_step() {
    undoing.oweToo("patch", () -> undone.add("to the first"));
    undoing.oweToo("patch", () -> undone.add("to the second"));
    undoing.all();

    then(undone).containsExactly("to the second", "to the first");
  }

  @Test
  void one_that_fails_keeps_no_other() {
    owe("freeze");
    undoing.owe(
        "fill",
        () -> {
          throw new IllegalStateException("the node says no");
        });
    undoing.all();

    then(undone).containsExactly("freeze");
  }

  @Test
  void an_interrupt_is_kept_for_whoever_waits() {
    undoing.owe(
        "fill",
        () -> {
          throw new InterruptedException();
        });
    undoing.all();

    then(Thread.interrupted()).isTrue();
  }
}
