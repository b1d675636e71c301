package dev.podproof.derivation;

import dev.podproof.lint.workload.ManifestSet;
import dev.podproof.lint.workload.Workload;
import dev.podproof.lint.workload.YamlValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
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
      var one = One.of(workload, all, supplies, path);
      problems.addAll(one.problems());
      var name = free(workload, features.keySet());
      features.put(name, one.feature(name + ".feature"));
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

  /**
   * The derivation of one workload.
   *
   * @param workload what runs: of a CronJob, the Job that is made from it
   */
  private record One(
      Workload source,
      Workload workload,
      ManifestSet all,
      Supplies supplies,
      UnaryOperator<String> path) {
    static One of(Workload source, ManifestSet all, Supplies supplies, UnaryOperator<String> path) {
      var workload =
          isCron(source)
              ? new Workload(
                  "Job",
                  source.name() + "-now",
                  source.object().at("spec", "jobTemplate"),
                  source.template(),
                  source.containers())
              : source;
      return new One(source, workload, all, supplies, path);
    }

    private static boolean isCron(Workload source) {
      return source.kind().equals("CronJob");
    }

    // Nobody waits for three o'clock in the morning.
    private List<String> started() {
      return isCron(source)
          ? List.of(
              "I create job \"" + workload.name() + "\" from cronjob \"" + source.name() + "\"")
          : List.of();
    }

    private List<String> assumed(StandIns standIns) {
      var assumed = new ArrayList<>(standIns.assumed());
      needs().stream()
          .filter(need -> need.offered().isEmpty())
          .filter(need -> !supplies.dependencies().contains(need.inWords()))
          .map(Need::assumed)
          .forEach(assumed::add);
      lacking().forEach(one -> assumed.add(one.assumed()));
      all.workloads().stream().filter(HelmTest::is).map(HelmTest::assumed).forEach(assumed::add);
      if (isCron(source)) {
        assumed.add(
            "A Job is made from "
                + source.inWords()
                + " at once, as kubectl create job --from does; its schedule is not waited for.");
      }
      return assumed;
    }

    private List<Configuration> lacking() {
      return Configuration.lacking(workload, all);
    }

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
      var made = Stream.concat(files.stream().map(Blocking::apply), started().stream()).toList();
      var prompt = with(standIns.writing(), words -> words, opened);
      var late = with(standIns.writing(), StandIns::late, opened);
      var shared = new SharedFiles(workload, standIns.made());
      var blocking =
          new Blocking(
              workload,
              needs,
              files,
              started(),
              with(standIns.writing(), words -> words, List.of()));
      var scenarios =
          Stream.of(
                  Stream.of(new Life(workload, late, made).start(!standIns.writing().isEmpty())),
                  shared.scenario(prompt, made).stream(),
                  needs.stream().map(this::shown).flatMap(need -> blocking.of(need).stream()),
                  new Life(workload, prompt, made).stop(shared.facts()).stream())
              .flatMap(found -> found)
              .toList();
      return new DerivedFeature(
          source.inWords(),
          fileName,
          definesKinds(),
          assumed(standIns),
          background(steady, files),
          scenarios);
    }

    // A definition is the cluster's, and goes with the first scenario that ends.
    private boolean definesKinds() {
      return all.objects().stream()
          .anyMatch(object -> object.at("kind").text().equals("CustomResourceDefinition"));
    }

    private static List<String> with(
        Map<String, String> standIns, UnaryOperator<String> how, List<String> others) {
      return Stream.concat(
              standIns.entrySet().stream()
                  .map(one -> StandIns.step(one.getKey(), how.apply(one.getValue()))),
              others.stream())
          .toList();
    }

    // What the API server refuses is told as that, before anything of it runs.
    private List<String> background(List<String> standIns, List<String> files) {
      var steps = new DerivedScenario.Steps();
      standIns.forEach(steps::given);
      lacking().forEach(one -> steps.given(one.step()));
      files.stream()
          .filter(file -> !DryRun.needsOthers(all, path, file))
          .forEach(
              file ->
                  steps
                      .when("I try to apply \"" + file + "\" as a dry run")
                      .then("it is accepted"));
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
      var unnamed = Naming.problems(source);
      if (!unnamed.isEmpty()) {
        return unnamed;
      }
      if (workload.pods() < 1) {
        return List.of(
            workload.object().at("spec", "replicas").place()
                + ": "
                + workload.inWords()
                + " has replicas: 0, so there is no pod to prove anything of\n  check it with one replica at least");
      }
      return Stream.concat(
              Stream.concat(
                  new StandIns(workload, supplies).problems().stream(),
                  lacking().stream()
                      .filter(one -> !supplies.auto() || one.near(all).isPresent())
                      .map(one -> one.problem(source, all))),
              needs().stream()
                  .filter(need -> need.elsewhere().isPresent() || !isThere(need))
                  .map(this::lacking))
          .toList();
    }

    private boolean isThere(Need need) {
      return need.offered().isPresent()
          || supplies.dependencies().contains(need.inWords())
          || (supplies.auto() && need.canBeStoodInFor() && near(need).isEmpty());
    }

    private Optional<String> near(Need need) {
      return MeantName.of(
          need.address().name(), all.services().map(one -> one.at("metadata", "name").text()));
    }

    private String lacking(Need need) {
      return need.user().value().place()
          + ": "
          + need.user().inWords()
          + " of "
          + workload.inWords()
          + " "
          + need.elsewhere()
              .orElseGet(
                  () ->
                      "needs "
                          + need.inWords()
                          + ", which no manifest offers"
                          + near(need).map(near -> slip(need, near)).orElseGet(() -> advice(need)));
    }

    private static String slip(Need need, String near) {
      return ", and there is a Service "
          + near
          + "\n  correct the name; or declare it, where both are meant: --dependency "
          + need.inWords();
    }

    private static String advice(Need need) {
      return need.canBeStoodInFor()
          ? "\n  name its manifest as well; declare it: --dependency "
              + need.inWords()
              + ", or in podproof.yaml; or let it be made up: --auto"
          : ", and speaks more than a stand-in understands\n  name the manifest of the real one as well";
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
