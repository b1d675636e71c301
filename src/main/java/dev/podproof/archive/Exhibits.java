package dev.podproof.archive;

import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.podproof.lifecycle.ContainerSnapshot;
import dev.podproof.lifecycle.History;
import dev.podproof.lifecycle.Observation;
import dev.podproof.lifecycle.Observation.ContainerNamed;
import dev.podproof.lifecycle.Observation.EventSeen;
import dev.podproof.lifecycle.Observation.LogLine;
import dev.podproof.lifecycle.Observation.PodSeen;
import dev.podproof.lifecycle.Observation.RuntimeExited;
import dev.podproof.lifecycle.Observation.RuntimeStarted;
import dev.podproof.lifecycle.Observation.SandboxNamed;
import dev.podproof.lifecycle.PodIdentity;
import dev.podproof.lifecycle.RelativeTime;
import dev.podproof.session.Remains;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The files of a bundle that are for people: objects, events, logs, what the runtime said. */
final class Exhibits {
  /** File systems take names of 255 bytes, and Kubernetes' names are as long. */
  private static final int LONGEST_NAME = 200;

  private final History history;
  private final Path folder;
  private final UnaryOperator<String> redaction;
  private final RelativeTime times;

  Exhibits(History history, Path folder, UnaryOperator<String> redaction) {
    this.history = history;
    this.folder = folder;
    this.redaction = redaction;
    this.times = new RelativeTime(history.began());
  }

  void write(Remains remains) throws IOException {
    var yaml = ArchiveJson.yaml(redaction);
    if (!remains.applied().isEmpty()) {
      try (SequenceWriter documents =
          yaml.writer().writeValues(folder.resolve("applied.yaml").toFile())) {
        documents.writeAll(remains.applied());
      }
    }
    for (var object : remains.objects()) {
      object(yaml, object);
    }
    lines("events.txt", history.all(EventSeen.class).map(this::event).toList());
    lines("runtime-events.txt", runtime());
    logs();
  }

  private void object(YAMLMapper yaml, Map<String, Object> object) throws IOException {
    var metadata = object.get("metadata") instanceof Map<?, ?> map ? map : Map.of();
    var name = object.get("kind") + "-" + metadata.get("name");
    var objects = Files.createDirectories(folder.resolve("objects"));
    yaml.writeValue(objects.resolve(safe(name) + ".yaml").toFile(), object);
  }

  private String event(EventSeen event) {
    return times.of(event.arrival())
        + "  "
        + event.about().inWords()
        + (event.container().isEmpty() ? "" : "  container " + event.container())
        + "  "
        + event.reason()
        + ": "
        + event.message();
  }

  private List<String> runtime() {
    var lines = new ArrayList<String>();
    for (var one : history.observations()) {
      var words = runtime(one);
      if (!words.isEmpty()) {
        lines.add(times.of(one.arrival()) + "  " + words);
      }
    }
    return lines;
  }

  private String runtime(Observation one) {
    if (one instanceof ContainerNamed named) {
      return named.containerId() + " is container " + named.container() + " of " + named.podUid();
    }
    if (one instanceof SandboxNamed named) {
      return named.containerId() + " is the sandbox of " + named.podUid();
    }
    if (one instanceof RuntimeStarted started) {
      return started.containerId() + " started " + times.of(started.interval());
    }
    return one instanceof RuntimeExited exited
        ? exited.containerId() + " exited " + exited.exitCode() + " " + times.of(exited.interval())
        : "";
  }

  private void logs() throws IOException {
    var names = new HashSet<String>();
    for (var pod :
        history.all(PodSeen.class).map(seen -> seen.snapshot().pod()).distinct().toList()) {
      var name = distinct(pod.name(), names);
      for (var container : containers(pod)) {
        var run = 0;
        for (var instance : history.runsOf(pod, container)) {
          run++;
          lines(
              "logs/" + safe(name) + "/" + container + "-" + run + ".log",
              history
                  .all(LogLine.class)
                  .filter(line -> line.containerId().equals(instance.containerId()))
                  .map(line -> line.stamp() + " " + line.text())
                  .toList());
        }
      }
    }
  }

  // A pod that takes the name of one that is gone has files of its own.
  private static String distinct(String name, Set<String> names) {
    var free = name;
    for (int i = 2; !names.add(free); i++) {
      free = name + "." + i;
    }
    return free;
  }

  private List<String> containers(PodIdentity pod) {
    return history.latest(pod).stream()
        .flatMap(seen -> seen.containers().stream())
        .map(ContainerSnapshot::name)
        .toList();
  }

  private void lines(String name, List<String> lines) throws IOException {
    if (!lines.isEmpty()) {
      var path = folder.resolve(name);
      Files.createDirectories(path.getParent());
      Files.write(path, lines.stream().map(redaction).toList());
    }
  }

  private static String safe(String name) {
    var plain = name.replaceAll("[^A-Za-z0-9._-]", "_");
    return plain.length() <= LONGEST_NAME ? plain : plain.substring(0, LONGEST_NAME);
  }
}
