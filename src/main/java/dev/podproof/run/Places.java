package dev.podproof.run;

import java.net.URI;
import java.nio.file.Path;

/** Where features stand, as people name it. */
final class Places {
  private Places() {}

  /** The path of a feature, relative to the working directory where it is below it. */
  static String file(URI feature) {
    var here = Path.of("").toAbsolutePath();
    var path = path(feature).toAbsolutePath().normalize();
    return (path.startsWith(here) ? here.relativize(path) : path).toString();
  }

  static Path path(URI feature) {
    return feature.isAbsolute() && "file".equals(feature.getScheme()) && !feature.isOpaque()
        ? Path.of(feature)
        : Path.of(feature.getSchemeSpecificPart());
  }
}
