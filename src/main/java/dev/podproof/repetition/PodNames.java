package dev.podproof.repetition;

import dev.podproof.lifecycle.History;
import dev.podproof.lifecycle.ObjectName;
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
    return pod.controller()
        // The pods of a StatefulSet have names of their own that stay the same.
        .filter(owner -> !owner.kind().equals("StatefulSet"))
        .map(owner -> "pod of " + owner(owner, pod))
        .orElse("pod " + pod.pod().name());
  }

  private static String owner(ObjectName owner, PodSnapshot pod) {
    var hash = "-" + pod.labels().getOrDefault("pod-template-hash", "");
    if (owner.kind().equals("ReplicaSet") && hash.length() > 1 && owner.name().endsWith(hash)) {
      return "deployment " + owner.name().substring(0, owner.name().length() - hash.length());
    }
    // A CronJob names its Jobs by the minute in which they are due.
    return owner.kind().toLowerCase(Locale.ROOT)
        + " "
        + (owner.kind().equals("Job") ? owner.name().replaceFirst("-\\d{8,}$", "") : owner.name());
  }
}
