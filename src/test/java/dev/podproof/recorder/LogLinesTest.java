package dev.podproof.recorder;

import static org.assertj.core.api.BDDAssertions.then;

import dev.podproof.lifecycle.Listening;
import dev.podproof.lifecycle.Observation.LogLine;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
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
}
