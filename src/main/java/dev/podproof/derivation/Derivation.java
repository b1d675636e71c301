package dev.podproof.derivation;

import dev.podproof.lint.workload.ManifestSet;
import dev.podproof.lint.workload.Workload;
import dev.podproof.lint.workload.YamlValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
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
    for (var workload : all.workloads()) {
      var one = new One(workload, all, supplies, path);
      problems.addAll(one.problems());
      if (!workload.kind().equals("CronJob")) {
        var name =
            features.containsKey(workload.name())
                ? workload.kind().toLowerCase(java.util.Locale.ROOT) + "-" + workload.name()
                : workload.name();
        features.put(name, one.feature(name + ".feature"));
      }
    }
    if (all.workloads().isEmpty()) {
      problems.add(
          "no manifest runs a pod\n  name files with a Pod, Deployment, StatefulSet, DaemonSet, ReplicaSet or Job");
    }
    return new Derivation(List.copyOf(features.values()), problems);
  }

  /** The derivation of one workload. */
  private record One(
      Workload workload, ManifestSet all, Supplies supplies, UnaryOperator<String> path) {
    DerivedFeature feature(String fileName) {
      var needs = needs();
      var standIns = new StandIns(workload, supplies);
      var steady =
          standIns.steady().entrySet().stream()
              .map(one -> StandIns.step(one.getKey(), one.getValue()))
              .toList();
      var files = files(needs).stream().map(path).toList();
      var opened =
          needs.stream()
              .filter(need -> need.offered().isEmpty())
              .map(need -> need.step(need.open()))
              .distinct()
              .toList();
      var applied = files.stream().map(Blocking::apply).toList();
      var prompt = with(standIns.writing(), words -> words, opened);
      var late = with(standIns.writing(), StandIns::late, opened);
      var shared = new SharedFiles(workload, standIns.made());
      var blocking =
          new Blocking(workload, needs, files, with(standIns.writing(), words -> words, List.of()));
      var scenarios =
          Stream.of(
                  Stream.of(new Life(workload, late, applied).start(!standIns.writing().isEmpty())),
                  shared.scenario(prompt, applied).stream(),
                  needs.stream().map(this::shown).flatMap(need -> blocking.of(need).stream()),
                  new Life(workload, prompt, applied).stop(shared.facts()).stream())
              .flatMap(found -> found)
              .toList();
      return new DerivedFeature(workload.inWords(), fileName, given(steady), scenarios);
    }

    private static List<String> with(
        Map<String, String> standIns, UnaryOperator<String> how, List<String> others) {
      return Stream.concat(
              standIns.entrySet().stream()
                  .map(one -> StandIns.step(one.getKey(), how.apply(one.getValue()))),
              others.stream())
          .toList();
    }

    private static List<String> given(List<String> texts) {
      var steps = new DerivedScenario.Steps();
      texts.forEach(steps::given);
      return steps.lines();
    }

    private Need shown(Need need) {
      return new Need(need.user(), need.address(), need.offered().map(path));
    }

    private List<Need> needs() {
      return Need.of(workload, all).stream()
          .collect(Collectors.toMap(Need::inWords, need -> need, (a, b) -> a, LinkedHashMap::new))
          .values()
          .stream()
          .toList();
    }

    List<String> problems() {
      if (workload.kind().equals("CronJob")) {
        return List.of(
            workload.object().place()
                + ": "
                + workload.inWords()
                + " runs by its schedule\n  check the Job that it makes: kubectl create job --from=cronjob/"
                + workload.name()
                + " --dry-run=client -o yaml");
      }
      if (workload.pods() < 1) {
        return List.of(
            workload.object().at("spec", "replicas").place()
                + ": "
                + workload.inWords()
                + " has replicas: 0, so there is no pod to prove anything of\n  check it with one replica at least");
      }
      return Stream.concat(
              new StandIns(workload, supplies).problems().stream(),
              needs().stream()
                  .filter(need -> need.offered().isEmpty())
                  .filter(need -> !supplies.dependencies().contains(need.inWords()))
                  .filter(need -> !(supplies.auto() && need.canBeStoodInFor()))
                  .map(this::lacking))
          .toList();
    }

    private String lacking(Need need) {
      return need.user().value().place()
          + ": "
          + need.user().inWords()
          + " of "
          + workload.inWords()
          + " needs "
          + need.inWords()
          + ", which no manifest offers"
          + (need.canBeStoodInFor()
              ? "\n  name its manifest as well; declare it: --dependency "
                  + need.inWords()
                  + ", or in podproof.yaml; or let it be made up: --auto"
              : ", and speaks more than a stand-in understands\n  name the manifest of the real one as well");
    }

    // Its own, those of what it waits for, and those that run nothing, such as a ConfigMap's.
    private Set<String> files(List<Need> needs) {
      var own = workload.object().place().file();
      var running =
          all.workloads().stream()
              .map(other -> other.object().place().file())
              .collect(Collectors.toSet());
      var files = new LinkedHashSet<String>();
      all.objects().stream()
          .map(YamlValue::place)
          .map(place -> place.file())
          .filter(file -> !running.contains(file))
          .forEach(files::add);
      needs.stream().flatMap(need -> need.offered().stream()).forEach(files::add);
      files.remove(own);
      files.add(own);
      return files;
    }
  }
}
