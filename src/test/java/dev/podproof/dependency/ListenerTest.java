package dev.podproof.dependency;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The commands behind the states of a dependency. That they do so is told by features/usecases. */
class ListenerTest {
  @Test
  void an_answer_has_its_length_in_bytes() {
    then(Listener.response(new DependencyState.Answering(503, "zu spät", Duration.ZERO)))
        .isEqualTo(
            """
            HTTP/1.1 503 \r
            Content-Type: text/plain; charset=utf-8\r
            Content-Length: 8\r
            Connection: close\r
            \r
            zu spät""");
  }

  @Test
  void what_a_scenario_says_is_an_argument_and_no_part_of_the_script() {
    var command =
        Listener.command(
            8080, new DependencyState.Answering(200, "$(reboot)", Duration.ofMillis(1500)));

    then(command.subList(0, 2)).containsExactly("sh", "-c");
    then(command.get(2)).doesNotContain("reboot");
    then(command.get(4)).isEqualTo("8080");
    then(command.get(6)).doesNotContain("reboot");
    then(command.get(7)).endsWith("\r\n\r\n$(reboot)");
    then(command.get(8)).isEqualTo("1.5");
  }

  @Test
  void states_without_a_pod_have_no_listener() {
    thenThrownBy(() -> Listener.command(80, DependencyState.Plain.ABSENT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("is absent");
  }
}
