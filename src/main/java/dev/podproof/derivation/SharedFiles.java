package dev.podproof.derivation;

import dev.podproof.derivation.DerivedScenario.Steps;
import dev.podproof.lint.workload.PodContainer;
import dev.podproof.lint.workload.Workload;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Files that one container is seen to write into a volume, and another one sees.
 *
 * @param made what stands for images, in the words of the steps
 */
record SharedFiles(Workload workload, Map<String, String> made) {
  /** That a container sees a file that another one writes, or that it follows. */
  Set<String> facts() {
    var words = new PodWords(workload);
    var facts = new LinkedHashSet<String>();
    for (var writer : workload.containers()) {
      for (var file : written(writer)) {
        readers(writer)
            .forEach(
                reader ->
                    SharedPath.of(writer, file, reader)
                        .ifPresent(path -> facts.add(exists(path, words, reader))));
      }
    }
    workload.containers().stream()
        .filter(PodContainer::staysUp)
        .forEach(
            reader ->
                reader.script().followed().stream()
                    .filter(file -> !file.contains("*") && !file.contains("$"))
                    .forEach(file -> facts.add(exists(file, words, reader))));
    return words.isOne() && !workload.runsToCompletion() ? facts : Set.of();
  }

  private static String exists(String file, PodWords words, PodContainer reader) {
    return "file \"" + file + "\" in " + words.container(reader) + " exists";
  }

  /** The scenario of these facts; empty where there is none. */
  Optional<DerivedScenario> scenario(List<String> opened, List<String> applied) {
    var facts = facts();
    if (facts.isEmpty()) {
      return Optional.empty();
    }
    var steps = new Steps();
    opened.forEach(steps::given);
    applied.forEach(steps::when);
    facts.forEach(steps::then);
    return Optional.of(
        new DerivedScenario(
            "What one container of " + workload.name() + " writes, the others see",
            List.of(),
            steps.lines()));
  }

  private Set<String> written(PodContainer writer) {
    var written = new LinkedHashSet<String>();
    var standIn = made.getOrDefault(writer.image(), "");
    if (!writer.hasCommand() && standIn.startsWith("writes")) {
      written.add(standIn.split("\"", 3)[1]);
    }
    written.addAll(writer.script().writes());
    written.removeIf(file -> file.contains("*") || file.contains("$"));
    return written;
  }

  private Stream<PodContainer> readers(PodContainer writer) {
    return workload.containers().stream()
        .filter(PodContainer::staysUp)
        .filter(one -> one.position() != writer.position());
  }
}
