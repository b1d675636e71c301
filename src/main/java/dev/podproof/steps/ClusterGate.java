package dev.podproof.steps;

import dev.podproof.cluster.Capability;
import dev.podproof.cluster.Cluster;
import java.util.Arrays;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What a scenario needs of its cluster.
 *
 * @param otherwise why it is skipped where that is not so
 */
public record ClusterGate(Predicate<Cluster> met, String otherwise) {
  /** A field that its API server knows, or any capability, in the capability's own words. */
  static final String REGEX =
      "knows field \"[^\"]+\" of an? \\w+"
          + "|gives access to its node"
          + "|takes images from Podproof"
          + "|can restart its kubelet"
          + "|can freeze containers"
          + "|can disconnect pods"
          + "|can fill volumes"
          + "|was started for this run";

  private static final Pattern FIELD = Pattern.compile("knows field \"(.+)\" of an? (\\w+)");

  static ClusterGate of(String text) {
    var field = FIELD.matcher(text);
    return field.matches()
        ? knows(field.group(2), field.group(1))
        : Arrays.stream(Capability.values())
            .filter(one -> one.has().equals(text))
            .map(ClusterGate::has)
            .findFirst()
            .orElseThrow();
  }

  private static ClusterGate knows(String kind, String path) {
    return new ClusterGate(
        cluster -> cluster.knowsField(kind, path),
        "this API server knows no field " + path + " of a " + kind);
  }

  private static ClusterGate has(Capability capability) {
    return new ClusterGate(
        cluster -> cluster.capabilities().contains(capability),
        "this cluster " + capability.lacks());
  }
}
