package dev.podproof.recorder;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * The names behind container IDs, as containerd's labels tell them, and what waits for a name.
 *
 * <p>The labels are those that the CRI plugin writes (containerd, internal/cri/labels).
 * Thread-safe.
 */
final class ContainerNames {
  private static final Pattern LABEL = Pattern.compile("\\s*\"(io\\.[\\w./-]+)\": \"([^\"]*)\",?");

  private final Map<String, Name> known = new HashMap<>();
  private final Set<String> asked = new LinkedHashSet<>();
  private final Map<String, List<Consumer<Name>>> waiting = new HashMap<>();
  private final Map<String, String> labels = new HashMap<>();

  /**
   * What an ID stands for.
   *
   * @param container empty for the sandbox of a pod, and where the labels could not be read
   */
  record Name(String namespace, String podUid, String container) {}

  /** Whether nobody asked for the name of this container yet; from now on somebody has. */
  synchronized boolean isNew(String containerId) {
    return asked.add(containerId);
  }

  /** The containers whose names were asked for in vain: who was to tell them is no more. */
  synchronized List<String> unanswered() {
    labels.clear();
    return asked.stream().filter(id -> !known.containsKey(id)).toList();
  }

  /** One line of the labels of the container that is being asked about. */
  synchronized void label(String line) {
    var match = LABEL.matcher(line);
    if (match.matches()) {
      labels.putIfAbsent(match.group(1), match.group(2));
    }
  }

  /** All labels of this container have come; empty where it has none. */
  synchronized Optional<Name> complete(String containerId) {
    var sandbox = "sandbox".equals(labels.get("io.cri-containerd.kind"));
    var name =
        new Name(
            labels.getOrDefault("io.kubernetes.pod.namespace", ""),
            labels.getOrDefault("io.kubernetes.pod.uid", ""),
            sandbox ? "" : labels.getOrDefault("io.kubernetes.container.name", ""));
    labels.clear();
    known.put(containerId, name);
    return name.podUid().isEmpty() ? Optional.empty() : Optional.of(name);
  }

  /** Lets go what waited for the name of this container. */
  void release(String containerId) {
    List<Consumer<Name>> free;
    Name name;
    synchronized (this) {
      free = Optional.ofNullable(waiting.remove(containerId)).orElse(List.of());
      name = known.getOrDefault(containerId, new Name("", "", ""));
    }
    free.forEach(consumer -> consumer.accept(name));
  }

  /** Hands over the name, now or as soon as it is known. */
  void whenKnown(String containerId, Consumer<Name> consumer) {
    Name name;
    synchronized (this) {
      name = known.get(containerId);
      if (name == null) {
        waiting.computeIfAbsent(containerId, id -> new ArrayList<>()).add(consumer);
        return;
      }
    }
    consumer.accept(name);
  }
}
