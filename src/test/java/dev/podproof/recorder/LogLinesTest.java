package dev.podproof.recorder;

import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.BDDAssertions.then;

import dev.podproof.lifecycle.Listening;
import dev.podproof.lifecycle.Observation.LogLine;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogLinesTest {
  private final Recording recording = new Recording(Clock.systemUTC(), Listening.API_ALONE);
  private final LogLines lines = new LogLines("id", recording);

  private List<String> texts() {
    return recording.look().history().all(LogLine.class).map(LogLine::text).toList();
  }

  @Test
  void bytes_that_are_no_UTF_8_become_one_replacement_each_and_the_line_goes_on() {
    var begin = "2026-01-01T00:00:00Z a".getBytes(StandardCharsets.UTF_8);

    lines.take(ByteBuffer.wrap(begin));
    lines.take(ByteBuffer.wrap(new byte[] {(byte) 0xff, (byte) 0xc0, 0, 'b', '\n'}));

    then(texts()).containsExactly("a\uFFFD\uFFFD\u0000b");
  }

  @Test
  void a_line_of_10_MB_that_comes_in_pieces_is_one_line() {
    var piece = "z".repeat(1_000_000).getBytes(StandardCharsets.UTF_8);

    lines.take(ByteBuffer.wrap("2026-01-01T00:00:00Z ".getBytes(StandardCharsets.UTF_8)));
    for (int i = 0; i < 10; i++) {
      lines.take(ByteBuffer.wrap(piece));
    }
    lines.end();

    then(texts()).singleElement().asString().hasSize(10_000_000);
  }

  @Test
  void a_line_has_the_stamp_of_the_runtime_and_its_text_to_the_end_of_line() {
    take("2026-01-01T00:00:00.123456789Z one two\n2026-01-01T01:00:01+01:00 three\n");

    then(recording.look().history().all(LogLine.class))
        .extracting(LogLine::containerId, LogLine::stamp, LogLine::text)
        .containsExactly(
            tuple("id", Instant.parse("2026-01-01T00:00:00.123456789Z"), "one two"),
            tuple("id", Instant.parse("2026-01-01T00:00:01Z"), "three"));
  }

  @Test
  void an_empty_line_is_a_line() {
    take("2026-01-01T00:00:00Z \n2026-01-01T00:00:01Z\n");

    then(texts()).containsExactly("", "");
  }

  @Test
  void what_the_kubelet_itself_answers_has_no_stamp_but_that_of_its_arrival() {
    take("failed to try resolving symlinks in path\n");

    then(texts()).containsExactly("failed to try resolving symlinks in path");
    then(recording.look().history().all(LogLine.class))
        .allMatch(l -> l.stamp().equals(l.arrival()));
  }

  @Test
  void a_log_that_ends_with_a_line_end_has_no_line_after_it() {
    take("2026-01-01T00:00:00Z one\n");
    lines.end();
    lines.end();

    then(texts()).containsExactly("one");
  }

  private void take(String text) {
    lines.take(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
  }
}
