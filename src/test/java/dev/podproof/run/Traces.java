package dev.podproof.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What one run has brought onto this machine: its node's container and that container's volumes.
 * Other runs at the same time have their own.
 */
record Traces(String container, List<String> volumes) {
  /** The traces of the run in that process. */
  static Traces of(long process) throws IOException, InterruptedException {
    for (var container : lines("docker", "ps", "-q", "--no-trunc")) {
      var owner =
          lines(
              "docker",
              "inspect",
              "-f",
              "{{index .Config.Labels \"dev.podproof.owner\"}}",
              container);
      if (owner.toString().contains(" " + process + " ")) {
        var volumes =
            lines(
                "docker", "inspect", "-f", "{{range .Mounts}}{{println .Name}}{{end}}", container);
        return new Traces(container, volumes.stream().filter(v -> !v.isBlank()).toList());
      }
    }
    throw new AssertionError("process " + process + " has started no container");
  }

  /** What is still there of them. */
  List<String> left() throws IOException, InterruptedException {
    var left = new ArrayList<String>();
    lines("docker", "ps", "-aq", "--no-trunc").stream()
        .filter(container::equals)
        .forEach(left::add);
    lines("docker", "volume", "ls", "-q").stream().filter(volumes::contains).forEach(left::add);
    left.addAll(cgroups());
    return left;
  }

  // A folder may go while it is being looked at: then it is there once more.
  private List<String> cgroups() throws IOException {
    try (var tree =
        Files.find(Path.of("/sys/fs/cgroup"), 4, (path, facts) -> facts.isDirectory())) {
      return tree.map(Path::toString).filter(path -> path.contains(container)).toList();
    } catch (UncheckedIOException e) {
      return List.of("a folder went while it was looked at: " + e.getMessage());
    }
  }

  private static List<String> lines(String... command) throws IOException, InterruptedException {
    var process = new ProcessBuilder(command).start();
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return output.lines().toList();
  }
}
