package dev.podproof.action;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import dev.podproof.action.RunCommand.Result;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the node printed of a file. */
class ReadFileTest {
  @Test
  void a_file_that_ends_in_a_line_end() {
    then(ReadFile.result(List.of("one", "two", "|0"))).isEqualTo(new Result(0, "one\ntwo", ""));
  }

  @Test
  void a_file_that_does_not() {
    then(ReadFile.result(List.of("one", "two|0"))).isEqualTo(new Result(0, "one\ntwo", ""));
  }

  @Test
  void an_empty_file() {
    then(ReadFile.result(List.of("|0"))).isEqualTo(new Result(0, "", ""));
  }

  @Test
  void a_file_with_the_mark_in_its_last_line() {
    then(ReadFile.result(List.of("a|1|0"))).isEqualTo(new Result(0, "a|1", ""));
  }

  @Test
  void a_file_that_is_not_there() {
    then(ReadFile.result(List.of("cat: ./x: No such file or directory", "|1")))
        .isEqualTo(new Result(1, "", "cat: ./x: No such file or directory"));
  }

  @Test
  void a_node_that_said_something_else() {
    thenThrownBy(() -> ReadFile.result(List.of("sh: crictl: not found")))
        .isInstanceOf(ActionProblem.class)
        .hasMessage("the node did not say how reading ended: sh: crictl: not found");
  }
}
