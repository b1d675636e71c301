package dev.podproof.repetition;

import dev.podproof.lifecycle.History;
import dev.podproof.lifecycle.NamedAfter;
import dev.podproof.lifecycle.PodIdentity;
import dev.podproof.lifecycle.PodSnapshot;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What the pods of a scenario are called whenever it is run: a pod whose name its controller made
 * up goes by the controller and by the order in which it was first seen.
 */
final class PodNames {
  private PodNames() {}

  /** The names of the pods under test, such as "pod web" or "pod of deployment web". */
  static Map<PodIdentity, String> of(History history) {
    var names = new LinkedHashMap<PodIdentity, String>();
    var taken = new HashMap<String, Integer>();
    for (var pod : history.pods()) {
      var name = history.latest(pod).map(PodNames::name).orElse("pod " + pod.name());
      names.put(pod, Numbered.of(name, taken.merge(name, 1, Integer::sum)));
    }
    return names;
  }

  private static String name(PodSnapshot pod) {
    return NamedAfter.of(pod)
        .map(owner -> "pod of " + owner.kind().toLowerCase(Locale.ROOT) + " " + owner.name())
        .orElse("pod " + pod.pod().name());
  }
}
