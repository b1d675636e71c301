package dev.podproof.derivation;

import dev.podproof.lint.workload.ManifestSet;
import dev.podproof.lint.workload.Workload;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What manifests imply.
 *
 * @param features one for each workload that can be run, in the order of the manifests
 * @param problems why others cannot, each with its place and what to do; a run makes no sense then
 */
public record Derivation(List<DerivedFeature> features, List<String> problems) {
  public Derivation {
    features = List.copyOf(features);
    problems = List.copyOf(problems);
  }

  /**
   * Derives.
   *
   * @param path how the steps name the file of a manifest
   */
  public static Derivation of(ManifestSet all, Supplies supplies, UnaryOperator<String> path) {
    var problems = new ArrayList<String>();
    var features = new LinkedHashMap<String, DerivedFeature>();
    var workloads = all.workloads().stream().filter(one -> !HelmTest.is(one)).toList();
    for (var workload : workloads) {
      problems.addAll(Refusals.of(workload, all, supplies));
      var name = free(workload, features.keySet());
      features.put(
          name, WorkloadFeature.of(workload, all, supplies, path).named(name + ".feature"));
    }
    if (workloads.isEmpty()) {
      problems.add(
          "no manifest runs a pod\n  name files with a Pod, Deployment, StatefulSet, DaemonSet, ReplicaSet, Job or CronJob");
    }
    return new Derivation(List.copyOf(features.values()), problems);
  }

  // Several may have one name: of different kinds, or in files that are not for one namespace.
  private static String free(Workload workload, Set<String> taken) {
    var kind = workload.kind().toLowerCase(Locale.ROOT) + "-" + workload.name();
    return Stream.concat(
            Stream.of(workload.name(), kind),
            IntStream.iterate(2, n -> n + 1).mapToObj(n -> kind + "-" + n))
        .filter(name -> !taken.contains(name))
        .findFirst()
        .orElseThrow();
  }
}
