package dev.podproof.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What a run could leave on this machine: containers, volumes, cgroups of pods. */
record Traces(List<String> containers, List<String> volumes, List<String> cgroups) {
  static Traces now() throws IOException, InterruptedException {
    return new Traces(
        lines("docker", "ps", "-aq", "--no-trunc"),
        lines("docker", "volume", "ls", "-q"),
        cgroupsOfPods());
  }

  private static List<String> lines(String... command) throws IOException, InterruptedException {
    var process = new ProcessBuilder(command).start();
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return output.lines().sorted().toList();
  }

  // Docker's own folders come and go with its containers; what pods make is called kubepods.
  private static List<String> cgroupsOfPods() throws IOException {
    try (var tree =
        Files.find(Path.of("/sys/fs/cgroup"), 6, (path, facts) -> facts.isDirectory())) {
      return tree.map(Path::toString)
          .filter(path -> path.contains("kubepods") || path.matches(".*/docker/[0-9a-f]{64}"))
          .sorted()
          .toList();
    }
  }
}
