package dev.podproof.explanation;

import dev.podproof.lifecycle.ContainerSnapshot;
import dev.podproof.lifecycle.ContainerStage.Terminated;
import dev.podproof.lifecycle.DeclaredContainer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the exit code, the last line and the manifest tell of why a main process ended. */
final class EndHints {
  /**
   * "cat: can't open '/a/b': No such file or directory", "sh: can't create /a/b: Read-only ...".
   */
  private static final Pattern FILE =
      Pattern.compile(
          "'?(/[\\w./@-]+)'?: (?:No such file or directory|nonexistent directory|Permission denied|Read-only file system)");

  // Conventions of shells (POSIX: shell command language, exit status), and of signal(7).
  private static final Map<Integer, String> CODES =
      Map.of(
          126, "126 of a shell: the command was found and may not be executed",
          127, "127 of a shell: the command was not found in the image or its PATH",
          134, "134 is 128 + 6: the process aborted itself (SIGABRT)",
          137, "137 is 128 + 9: it was killed (SIGKILL)",
          139, "139 is 128 + 11: the process crashed (SIGSEGV)",
          143, "143 is 128 + 15: it was told to end (SIGTERM)");

  private EndHints() {}

  static List<Cause> of(Facts facts, ContainerSnapshot container, Terminated ended) {
    var hints = new ArrayList<Cause>();
    var meaning = CODES.get(ended.exit().code());
    if (meaning != null) {
      hints.add(Cause.fact("exit code  " + meaning));
    }
    words(facts, container).ifPresent(hints::add);
    hints.addAll(unsetKeys(facts, container));
    return hints;
  }

  // Hidden before a part is taken, or a value of which a part is taken would no longer be found.
  private static String said(Facts facts, ContainerSnapshot container) {
    return facts.redact().apply(facts.lastLine(container));
  }

  private static Optional<Cause> words(Facts facts, ContainerSnapshot container) {
    var said = said(facts, container);
    var name = container.name();
    if (said.contains("Read-only file system")) {
      return Optional.of(
          new Cause(
              name + "  may not write there: a read-only root file system or mount",
              "mount a volume (emptyDir) where it writes, or drop readOnlyRootFilesystem"));
    }
    if (said.contains("in use")) {
      return Optional.of(
          new Cause(
              name
                  + "  wants a port that another container of the pod holds: they share one network",
              "give one of the containers another port"));
    }
    if (said.contains("Operation not permitted")) {
      return Optional.of(
          new Cause(
              name + "  was refused by the kernel: a capability that it lacks, or another owner",
              "add the capability (securityContext.capabilities.add), or do without the call"));
    }
    return file(facts, container, said);
  }

  private static Optional<Cause> file(Facts facts, ContainerSnapshot container, String said) {
    var found = FILE.matcher(said);
    if (!found.find()) {
      return Optional.empty();
    }
    var path = found.group(1);
    var mount = volumeOf(facts, container, path);
    if (said.contains("Permission denied")) {
      return Optional.of(
          new Cause(
              path + "  is not its user's" + mount.map(v -> ", in volume " + v).orElse(""),
              "set securityContext.fsGroup or runAsUser to who owns it (hostPath: chown on the node)"));
    }
    return Optional.of(
        mount
            .map(volume -> absent(facts, container, path, volume))
            .orElseGet(
                () ->
                    new Cause(
                        path + "  is not in the image, and no volume is mounted there",
                        "mend the path, or mount the volume that has it")));
  }

  private static Cause absent(
      Facts facts, ContainerSnapshot container, String path, String volume) {
    var others =
        facts.pod().containers().stream()
            .map(ContainerSnapshot::declared)
            .filter(other -> !other.name().equals(container.name()))
            .filter(other -> other.volumes().contains(volume))
            .map(DeclaredContainer::name)
            .collect(Collectors.joining(", "));
    return others.isEmpty()
        ? new Cause(
            path + "  is not in volume " + volume, "mend the path, or put the file in the volume")
        : new Cause(
            path
                + "  is not in volume "
                + volume
                + ": not written yet by "
                + others
                + ", or a wrong path",
            "give "
                + others
                + " a startupProbe that tests for the file; if it never comes the path is wrong");
  }

  private static Optional<String> volumeOf(Facts facts, ContainerSnapshot container, String path) {
    return Mounts.volumeOf(facts.manifestOf(container), path);
  }

  private static List<Cause> unsetKeys(Facts facts, ContainerSnapshot container) {
    var said = said(facts, container);
    return Json.list(facts.manifestOf(container), "env")
        .filter(one -> said.contains(Json.text(one, "name")))
        .filter(one -> Json.text(one, "valueFrom", "configMapKeyRef", "optional").equals("true"))
        .map(
            one -> {
              var map = Json.text(one, "valueFrom", "configMapKeyRef", "name");
              var key = Json.text(one, "valueFrom", "configMapKeyRef", "key");
              return new Cause(
                  "env "
                      + Json.text(one, "name")
                      + "  is an optional reference to key "
                      + key
                      + " of ConfigMap "
                      + map
                      + Missing.keys(facts, "ConfigMap", map),
                  "give ConfigMap " + map + " the key " + key);
            })
        .toList();
  }
}
