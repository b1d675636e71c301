package dev.podproof.derivation;

import dev.podproof.lint.workload.ManifestSet;
import dev.podproof.lint.workload.Workload;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The feature of one workload.
 *
 * @param source as it is written
 * @param workload what runs: of a CronJob, the Job that is made from it
 * @param applied what is applied for it
 * @param needs what its init containers wait for
 * @param path how steps name a file
 */
record WorkloadFeature(
    Workload source,
    Workload workload,
    ManifestSet all,
    Supplies supplies,
    Applied applied,
    List<Need> needs,
    UnaryOperator<String> path) {
  static WorkloadFeature of(
      Workload source, ManifestSet all, Supplies supplies, UnaryOperator<String> path) {
    var workload = MadeJob.of(source);
    return new WorkloadFeature(
        source, workload, all, supplies, new Applied(source, all), Need.of(workload, all), path);
  }

  DerivedFeature named(String fileName) {
    var standIns = new StandIns(workload, supplies);
    var files = applied.files().stream().map(path).toList();
    var made =
        Stream.concat(files.stream().map(Blocking::apply), MadeJob.step(source).stream()).toList();
    var opened = needed().filter(Need::isMadeUp).map(Need::opens).toList();
    var prompt = with(standIns.writing(), words -> words, opened);
    var late = with(standIns.writing(), StandIns::late, opened);
    var shared = new SharedFiles(workload, standIns.made());
    var given = with(standIns.writing(), words -> words, List.of());
    var blocking = new Blocking(this, given);
    var scenarios =
        Stream.of(
                Stream.of(new Life(workload, late, made).start(!standIns.writing().isEmpty())),
                shared.scenario(prompt, made).stream(),
                needs.stream().filter(need -> !need.isOwn(workload, all)).map(blocking::of),
                new Life(workload, prompt, made).stop(shared.facts()).stream())
            .flatMap(found -> found)
            .toList();
    return new DerivedFeature(
        source.inWords(),
        fileName,
        all.objects().stream().anyMatch(Applied::definesKind) || applied.takesPortsOfNode(),
        assumed(standIns),
        background(standIns, files),
        scenarios);
  }

  /** What it waits for, and what others wait for that run with it. */
  Stream<Need> needed() {
    var needed = new LinkedHashMap<String, Need>();
    Stream.concat(
            needs.stream(),
            applied.companions().stream().flatMap(one -> Need.of(one, all).stream()))
        .forEach(need -> needed.putIfAbsent(need.inWords(), need));
    return needed.values().stream();
  }

  private List<Configuration> lacking() {
    var lacking = new LinkedHashMap<String, Configuration>();
    Stream.concat(Stream.of(workload), applied.companions().stream())
        .flatMap(one -> Configuration.lacking(one, all).stream())
        .forEach(one -> lacking.merge(one.inWords(), one, Configuration::with));
    return List.copyOf(lacking.values());
  }

  private List<Claim> claims() {
    return supplies.auto()
        ? Stream.concat(
                Claim.of(applied).stream(), lacking().stream().flatMap(one -> one.claim().stream()))
            .toList()
        : List.of();
  }

  // Its own first; but an image that only others run as it is does what they need.
  private Map<String, String> standIns(StandIns own) {
    var made = new LinkedHashMap<>(own.made());
    var used = made.keySet().stream().filter(own::uses).collect(Collectors.toSet());
    for (var other : othersStandIns()) {
      other
          .made()
          .forEach(
              (image, words) -> {
                if (other.uses(image) ? used.add(image) : !made.containsKey(image)) {
                  made.put(image, words);
                }
              });
    }
    return made;
  }

  private List<StandIns> othersStandIns() {
    return applied.companions().stream().map(one -> new StandIns(one, supplies)).toList();
  }

  private List<String> assumed(StandIns standIns) {
    var assumed = new LinkedHashSet<String>();
    standIns(standIns).forEach((image, words) -> assumed.add(standIns.assumed(image, words)));
    Stream.concat(Stream.of(standIns), othersStandIns().stream())
        .flatMap(one -> one.assumed().stream())
        .forEach(assumed::add);
    needed()
        .filter(Need::isMadeUp)
        .filter(need -> !supplies.dependencies().contains(need.inWords()))
        .map(Need::assumed)
        .forEach(assumed::add);
    needs.stream()
        .filter(need -> need.isOwn(workload, all))
        .map(need -> need.assumedOwn(workload))
        .forEach(assumed::add);
    lacking().forEach(one -> assumed.add(one.assumed()));
    claims().forEach(one -> assumed.add(one.assumed()));
    all.workloads().stream().filter(HelmTest::is).map(HelmTest::assumed).forEach(assumed::add);
    assumed.addAll(MadeJob.assumed(source));
    return List.copyOf(assumed);
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
  private List<String> background(StandIns own, List<String> files) {
    var steps = new DerivedScenario.Steps();
    var standIns = standIns(own);
    standIns.keySet().removeAll(own.writing().keySet());
    with(standIns, words -> words, List.of()).forEach(steps::given);
    lacking().forEach(one -> steps.given(one.step()));
    claims().forEach(one -> steps.given(one.step()));
    files.stream()
        .filter(file -> !DryRun.needsOthers(all, path, file))
        .forEach(
            file ->
                steps.when("I try to apply \"" + file + "\" as a dry run").then("it is accepted"));
    return steps.lines();
  }
}
