package dev.podproof.recorder;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One line of {@code ctr events}: time, namespace, topic and the event as JSON (containerd,
 * cmd/ctr/commands/events/events.go).
 */
record RuntimeEventLine(Instant at, String namespace, String topic, JsonNode event) {
  private static final Pattern LINE =
      Pattern.compile(
          "(\\d{4}-\\d\\d-\\d\\d) (\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?) \\+0000 UTC (\\S+) (/\\S+) (\\{.*)");
  private static final JsonMapper JSON = new JsonMapper();

  /** The line as an event; empty where it is none. */
  static Optional<RuntimeEventLine> parse(String line) {
    var match = LINE.matcher(line.strip());
    if (!match.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new RuntimeEventLine(
              Instant.parse(match.group(1) + "T" + match.group(2) + "Z"),
              match.group(3),
              match.group(4),
              JSON.readTree(match.group(5))));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  /** A field as text; empty where the event lacks it. */
  String text(String field) {
    return event.path(field).asText("");
  }

  /**
   * Whether it tells of a container's main process: exec'd processes and exec probes exit under the
   * same container, with another ID.
   */
  boolean isMainProcess() {
    return text("id").equals(text("container_id"));
  }

  /** The exit status; protobuf's JSON leaves out a 0. */
  int exitStatus() {
    return event.path("exit_status").asInt(0);
  }

  /**
   * When the process ended, by the runtime's own stamp, or the event's where it lacks one.
   * containerd 2 prints it as seconds and nanos, and protobuf's own JSON as text.
   */
  Instant exitedAt() {
    var stamp = event.path("exited_at");
    if (stamp.isObject()) {
      return Instant.ofEpochSecond(stamp.path("seconds").asLong(), stamp.path("nanos").asLong());
    }
    return stamp.isTextual() ? Instant.parse(stamp.asText()) : at;
  }
}
