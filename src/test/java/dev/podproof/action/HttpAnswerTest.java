package dev.podproof.action;

import static org.assertj.core.api.BDDAssertions.then;

import dev.podproof.action.ConnectFrom.Outcome;
import dev.podproof.action.RunCommand.Result;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What wget, curl and nc say of a request. */
class HttpAnswerTest {
  @Test
  void the_status_and_the_headers_stand_before_the_body() {
    then(HttpAnswer.told(new Result(0, "hello", "  HTTP/1.1 200 OK\n  Content-Type: text/html\n")))
        .isEqualTo(new HttpAnswer(200, List.of("Content-Type: text/html"), "hello", ""));
  }

  @Test
  void a_status_that_wget_fails_for_is_an_answer() {
    var answer =
        HttpAnswer.told(new Result(1, "", "wget: server returned error: HTTP/1.0 404 Not Found"));

    then(answer.status()).isEqualTo(404);
  }

  @Test
  void behind_a_redirection_the_last_status_counts() {
    then(HttpAnswer.told(new Result(0, "x", "HTTP/1.1 301 Moved\r\nHTTP/2 204 \r\n")).status())
        .isEqualTo(204);
  }

  @Test
  void what_says_nothing_of_a_status_and_fails_was_not_answered() {
    then(HttpAnswer.told(new Result(1, "", "wget: can't connect: Connection refused")))
        .isEqualTo(HttpAnswer.none("wget: can't connect: Connection refused"));
    then(HttpAnswer.told(new Result(143, "", ""))).isEqualTo(HttpAnswer.none("nothing came"));
  }

  @Test
  void a_connection_is_accepted_refused_or_not_answered() {
    then(Outcome.of(new Result(0, "", ""))).isEqualTo(Outcome.ACCEPTED);
    then(Outcome.of(new Result(1, "", "nc: connect to x port 1 (tcp) failed: Connection refused")))
        .isEqualTo(Outcome.REFUSED);
    then(Outcome.of(new Result(1, "", "nc: timed out"))).isEqualTo(Outcome.UNANSWERED);
  }
}
