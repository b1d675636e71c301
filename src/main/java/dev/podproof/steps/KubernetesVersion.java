package dev.podproof.steps;

import java.util.Comparator;
import java.util.regex.Pattern;

/** Major and minor version of Kubernetes. */
public record KubernetesVersion(int major, int minor) implements Comparable<KubernetesVersion> {
  private static final Pattern TEXT = Pattern.compile("v?(\\d{1,4})\\.(\\d{1,4}).*");

  /** Reads 1.35, v1.35.4 or v1.35.4+k3s1. */
  static KubernetesVersion of(String text) {
    var parts = TEXT.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException("\"" + text + "\" is no version of Kubernetes");
    }
    return new KubernetesVersion(
        Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)));
  }

  String inWords() {
    return major + "." + minor;
  }

  @Override
  public int compareTo(KubernetesVersion other) {
    return Comparator.comparingInt(KubernetesVersion::major)
        .thenComparingInt(KubernetesVersion::minor)
        .compare(this, other);
  }
}
