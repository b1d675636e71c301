package dev.podproof.derivation;

import dev.podproof.lint.workload.ManifestSet;
import dev.podproof.lint.workload.Workload;
import dev.podproof.lint.workload.YamlValue;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is applied so that a workload can run, and what else runs then. */
record Applied(Workload workload, ManifestSet all) {
  /**
   * Files in the order in which they are applied: those that run nothing, such as a ConfigMap's,
   * with definitions of kinds first; those of what it needs, and of what that needs; and its own.
   */
  List<String> files() {
    var files = new LinkedHashSet<String>();
    var running = all.workloads().stream().map(Applied::file).collect(Collectors.toSet());
    all.objects().stream()
        .sorted(Comparator.comparing(object -> !definesKind(object)))
        .map(Applied::file)
        .filter(file -> !running.contains(file))
        .forEach(files::add);
    files.addAll(needed());
    return List.copyOf(files);
  }

  /** The other workloads in these files. */
  List<Workload> companions() {
    var files = files();
    return all.workloads().stream()
        .filter(one -> files.contains(file(one)))
        .filter(one -> !one.object().place().equals(workload.object().place()))
        .toList();
  }

  // What is needed goes before what needs it.
  private List<String> needed() {
    var found = new LinkedHashSet<String>();
    var open = new ArrayDeque<>(List.of(file(workload)));
    while (!open.isEmpty()) {
      var file = open.pop();
      if (found.add(file)) {
        all.workloads().stream()
            .filter(one -> file(one).equals(file))
            .flatMap(one -> new References(one, all).objects())
            .map(Applied::file)
            .forEach(open::add);
      }
    }
    var needed = new ArrayList<>(found);
    Collections.reverse(needed);
    return needed;
  }

  /** Whether a file has anything besides a Service of that name. */
  boolean hasMore(String file, String service) {
    return Stream.of(file)
        .flatMap(one -> all.objects().stream().filter(object -> file(object).equals(one)))
        .anyMatch(
            object ->
                !object.at("kind").text().equals("Service")
                    || !object.at("metadata", "name").text().equals(service));
  }

  /** Whether pods of it listen on the node's own ports, which no two can do at once. */
  boolean takesPortsOfNode() {
    return Stream.concat(Stream.of(workload), companions().stream())
        .anyMatch(
            one ->
                one.podSpec().at("hostNetwork").text().equals("true")
                    || one.containers().stream()
                        .flatMap(container -> container.ports().stream())
                        .anyMatch(port -> port.value().at("hostPort").present()));
  }

  /** Whether it brings a kind of its own, which is the cluster's. */
  static boolean definesKind(YamlValue object) {
    return object.at("kind").text().equals("CustomResourceDefinition");
  }

  private static String file(Workload workload) {
    return file(workload.object());
  }

  private static String file(YamlValue object) {
    return object.place().file();
  }
}
