package dev.podproof.recorder;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.podproof.lifecycle.History;
import dev.podproof.lifecycle.Listening;
import dev.podproof.lifecycle.ObjectName;
import dev.podproof.lifecycle.Observation;
import io.fabric8.kubernetes.api.model.Pod;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a real cluster showed of a broken pod: its objects, events and logs, as kubectl printed
 * them.
 *
 * @param name the scenario that produces it
 * @param describe what kubectl describe pod printed
 */
public record Captured(String name, History history, Instant now, String describe) {
  private static final JsonMapper JSON = new JsonMapper();
  private static final TypeReference<Map<String, Object>> TREE = new TypeReference<>() {};

  /** Reads a capture. */
  public static Captured read(Path file) throws IOException {
    var capture = JSON.readTree(file.toFile());
    var now = Instant.parse(capture.get("now").asText());
    var observations = new ArrayList<Observation>();
    for (var object : capture.get("objects")) {
      observations.addAll(seen(object, now));
    }
    capture
        .get("lines")
        .properties()
        .forEach(
            entry ->
                entry
                    .getValue()
                    .forEach(line -> observations.add(line(entry.getKey(), line, now))));
    var began = Instant.parse(capture.get("began").asText());
    return new Captured(
        capture.get("name").asText(),
        new History(began, Listening.API_ALONE, observations),
        now,
        capture.get("describe").asText());
  }

  private static List<Observation> seen(JsonNode object, Instant now) {
    var kind = object.get("kind").asText();
    var name = new ObjectName(kind, object.at("/metadata/name").asText());
    if (kind.equals("Event")) {
      return events(object, now);
    }
    var seen = new ArrayList<Observation>();
    seen.add(new Observation.ObjectSeen(now, name, JSON.convertValue(object, TREE)));
    if (kind.equals("Pod")) {
      var snapshot = PodTranslation.snapshotOf(JSON.convertValue(object, Pod.class));
      seen.add(0, new Observation.PodSeen(now, snapshot));
    }
    return seen;
  }

  // One object of kind Event counts; a watch shows it once for each time.
  private static List<Observation> events(JsonNode event, Instant now) {
    var about = event.get("involvedObject");
    var path = about.path("fieldPath").asText();
    var seen =
        new Observation.EventSeen(
            now,
            new ObjectName(about.get("kind").asText(), about.get("name").asText()),
            about.path("uid").asText(),
            path.contains("{") ? path.substring(path.indexOf('{') + 1, path.length() - 1) : "",
            event.path("reason").asText(),
            event.path("message").asText());
    return java.util.Collections.nCopies(Math.max(1, event.path("count").asInt()), seen);
  }

  private static Observation line(String containerId, JsonNode line, Instant now) {
    var text = line.asText();
    var space = text.indexOf(' ');
    return new Observation.LogLine(
        now, containerId, Instant.parse(text.substring(0, space)), text.substring(space + 1));
  }
}
