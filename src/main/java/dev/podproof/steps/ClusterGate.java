package dev.podproof.steps;

import dev.podproof.cluster.Capability;
import dev.podproof.cluster.Cluster;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What a scenario needs of its cluster.
 *
 * @param otherwise why it is skipped where that is not so
 */
public record ClusterGate(Predicate<Cluster> met, String otherwise) {
  static final String REGEX =
      "gives access to its node|can restart its kubelet|knows field \"[^\"]+\" of an? \\w+";

  private static final Pattern FIELD = Pattern.compile("knows field \"(.+)\" of an? (\\w+)");

  static ClusterGate of(String text) {
    var field = FIELD.matcher(text);
    if (field.matches()) {
      var path = field.group(1);
      var kind = field.group(2);
      return new ClusterGate(
          cluster -> cluster.knowsField(kind, path),
          "this API server knows no field " + path + " of a " + kind);
    }
    return text.equals("can restart its kubelet")
        ? new ClusterGate(
            cluster -> cluster.capabilities().contains(Capability.RESTART_COMPONENTS),
            "this cluster cannot restart its kubelet alone")
        : new ClusterGate(
            cluster -> cluster.capabilities().contains(Capability.NODE_ACCESS),
            "this cluster gives no access to its node");
  }
}
