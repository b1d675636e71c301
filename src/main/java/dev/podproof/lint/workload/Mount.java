package dev.podproof.lint.workload;

/**
 * A volume in a container.
 *
 * @param path where it is mounted, without a slash at its end
 * @param subPath the part of the volume that is mounted, without slashes at its ends; often empty
 */
public record Mount(String volume, String path, String subPath, YamlValue value) {
  static Mount of(YamlValue value) {
    return new Mount(
        value.at("name").text(),
        value.at("mountPath").text().replaceAll("(?<=.)/+$", ""),
        value.at("subPath").text().replaceAll("^/+|/+$", ""),
        value);
  }

  /** Whether a path lies in it. */
  public boolean holds(String file) {
    return !path.isEmpty() && (file.equals(path) || file.startsWith(path + "/"));
  }

  /** The path of a file that it holds, from the root of the volume, without a slash before it. */
  public String inVolume(String file) {
    return (subPath + "/" + file.substring(path.length()))
        .replaceAll("/+", "/")
        .replaceAll("^/|/$", "");
  }
}
