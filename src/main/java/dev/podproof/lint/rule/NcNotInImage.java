package dev.podproof.lint.rule;

import dev.podproof.lint.workload.ManifestSet;
import dev.podproof.lint.workload.Workload;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A script that uses nc in an image known to have none. */
final class NcNotInImage implements Rule {
  private static final Pattern NC = Pattern.compile("(?:^|[\\s;&|(!])nc\\s+-");
  private static final Pattern WITHOUT =
      Pattern.compile(
          "(?:^|/)(?:debian|ubuntu|python|node|nginx|httpd|postgres|mysql|mariadb|redis|mongo|golang|openjdk"
              + "|eclipse-temurin|ruby|php|perl|ubi\\d?|ubi-minimal|rockylinux|almalinux)(?::|@|$)|distroless");

  @Override
  public About about() {
    return new About(
        "nc-not-in-image",
        Severity.WARNING,
        Basis.ADVICE,
        "Images built on Debian, Ubuntu or Red Hat have no nc unless it was added; the shell reports it as not found, and a loop around it never ends.",
        "Use an image that has nc (busybox, an -alpine variant), or a tool that the image has.",
        "the Dockerfiles of the Docker Official Images");
  }

  @Override
  public Stream<Finding> check(Workload workload, ManifestSet all) {
    return workload.containers().stream()
        .filter(container -> NC.matcher(container.script().text()).find())
        .filter(container -> WITHOUT.matcher(container.image()).find())
        .filter(container -> !container.image().contains("alpine"))
        .map(
            container ->
                about()
                    .at(
                        container.value().at("image"),
                        workload,
                        container,
                        "runs nc, which image " + container.image() + " is not known to have"));
  }
}
