package dev.podproof.cluster.image;

import java.util.regex.Pattern;

/**
 * An image's name in full, such as docker.io/library/busybox with the reference latest.
 *
 * <p>A first part without a dot, colon or "localhost" is no registry, and a name of one part
 * belongs to "library" (github.com/distribution/reference, normalize.go).
 *
 * @param registry such as docker.io
 * @param path such as library/busybox
 * @param reference a tag, or a digest such as sha256:…
 */
public record ImageName(String registry, String path, String reference) {
  private static final Pattern ALLOWED = Pattern.compile("[a-z0-9]+(?:[._/-]+[a-z0-9]+)*");

  /**
   * Reads a name as it stands in a manifest.
   *
   * @throws IllegalArgumentException if no image can have that name
   */
  public static ImageName parse(String name) {
    var at = name.indexOf('@');
    var slash = name.indexOf('/');
    var first = slash < 0 ? "" : name.substring(0, slash);
    var hasRegistry = first.contains(".") || first.contains(":") || first.equals("localhost");
    var registry = hasRegistry ? first : "docker.io";
    var rest = hasRegistry ? name.substring(slash + 1) : name;
    var reference = "latest";
    if (at >= 0) {
      reference = name.substring(at + 1);
      rest = rest.substring(0, rest.indexOf('@'));
    }
    var colon = rest.lastIndexOf(':');
    if (colon >= 0) {
      reference = at >= 0 ? reference : rest.substring(colon + 1);
      rest = rest.substring(0, colon);
    }
    if (!ALLOWED.matcher(rest).matches() || reference.isEmpty()) {
      throw new IllegalArgumentException(
          "\"" + name + "\" is not the name of an image; expected one such as my-webapp:latest");
    }
    var path = registry.equals("docker.io") && !rest.contains("/") ? "library/" + rest : rest;
    return new ImageName(registry, path, reference);
  }

  /** Registry and path, such as docker.io/library/busybox. */
  public String repository() {
    return registry + "/" + path;
  }

  /** The name as people write it, such as busybox:latest. */
  public String inWords() {
    var shortPath = path.startsWith("library/") ? path.substring("library/".length()) : path;
    var separator = reference.contains(":") ? "@" : ":";
    return (registry.equals("docker.io") ? shortPath : registry + "/" + path)
        + separator
        + reference;
  }
}
