package dev.podproof.recorder;

import dev.podproof.lifecycle.Observation;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.OffsetDateTime;

/** Cuts the bytes of one log into stamped lines. Used by one thread at a time. */
final class LogLines {
  private final String containerId;
  private final Recording recording;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();

  LogLines(String containerId, Recording recording) {
    this.containerId = containerId;
    this.recording = recording;
  }

  synchronized void take(ByteBuffer bytes) {
    while (bytes.hasRemaining()) {
      var next = bytes.get();
      if (next == '\n') {
        record();
      } else {
        line.write(next);
      }
    }
  }

  /** The log has ended: what stands without a line's end is a line as well. */
  synchronized void end() {
    if (line.size() > 0) {
      record();
    }
  }

  // A stamp in RFC 3339 with nanoseconds, a space, then the line itself.
  private void record() {
    var text = line.toString(StandardCharsets.UTF_8);
    line.reset();
    var space = text.indexOf(' ');
    var stamp = space < 0 ? text : text.substring(0, space);
    var words = space < 0 ? "" : text.substring(space + 1);
    try {
      var read = OffsetDateTime.parse(stamp).toInstant();
      recording.append(at -> new Observation.LogLine(at, containerId, read, words));
    } catch (DateTimeException e) {
      // Not stamped by the runtime: an answer of the kubelet's own, such as "failed to ...".
      recording.append(at -> new Observation.LogLine(at, containerId, at, text));
    }
  }
}
