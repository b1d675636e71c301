package dev.podproof.run;

import dev.podproof.archive.BaselineFile;
import dev.podproof.archive.Bundle;
import dev.podproof.archive.BundleProblem;
import dev.podproof.baseline.Attempt;
import dev.podproof.baseline.Baseline;
import dev.podproof.baseline.Compared;
import dev.podproof.baseline.Comparison;
import dev.podproof.baseline.Course;
import dev.podproof.baseline.CourseReader;
import dev.podproof.baseline.Difference;
import dev.podproof.baseline.Lateness;
import dev.podproof.baseline.Pattern;
import dev.podproof.baseline.PatternOf;
import dev.podproof.baseline.Start;
import dev.podproof.report.ScenarioResult.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Saves how scenarios went, and compares with it how they went another time. */
public final class Baselines {
  private static final String EVIDENCE = "evidence";
  private static final String SCENARIO = "scenario.json";

  /** The courses of each run. */
  private final List<Map<Baseline.Name, List<Course>>> runs = new ArrayList<>();

  private final TreeSet<String> kubernetes = new TreeSet<>();

  private Baselines() {}

  /**
   * What came of a comparison.
   *
   * @param scenarios in order
   * @param lateness of the new runs on the whole; empty where too little started
   */
  public record Told(List<Compared> scenarios, Optional<Lateness> lateness) {
    public Told {
      scenarios = List.copyOf(scenarios);
    }
  }

  /**
   * The text of the baseline that these runs make.
   *
   * @param reports a folder for each run, as --report-dir names it, or one of evidence
   * @throws UsageProblem if one of them holds no evidence
   */
  public static String save(List<Path> reports) {
    var read = read(reports);
    var scenarios = new TreeMap<Baseline.Name, Pattern>();
    read.names().forEach(name -> scenarios.put(name, PatternOf.courses(read.courses(name))));
    return BaselineFile.text(new Baseline(read.kubernetes, scenarios));
  }

  /**
   * Compares runs with a baseline, scenario by scenario.
   *
   * @param reports as for {@link #save}
   * @throws UsageProblem if the baseline cannot be read, or a folder holds no evidence
   */
  public static Told compare(Path baseline, List<Path> reports) {
    Baseline before;
    try {
      before = BaselineFile.read(baseline);
    } catch (BundleProblem e) {
      throw new UsageProblem(String.valueOf(e.getMessage()));
    }
    var now = read(reports);
    var starts = now.runs.stream().map(run -> Start.of(before.scenarios(), run)).toList();
    var names = new TreeSet<>(before.scenarios().keySet());
    names.addAll(now.names());
    return new Told(
        names.stream()
            .map(name -> new Compared(name, differences(name, before, now.attempts(name, starts))))
            .toList(),
        Lateness.of(starts.stream().flatMap(List::stream).toList()));
  }

  private static List<Difference> differences(
      Baseline.Name name, Baseline before, List<Attempt> now) {
    var pattern = before.scenarios().get(name);
    if (pattern == null) {
      return List.of(
          new Difference(Difference.Kind.CAME, "the scenario", "the baseline does not have it"));
    }
    return now.isEmpty()
        ? List.of(
            new Difference(
                Difference.Kind.UNDECIDED, "the scenario", "it was not run, or left no evidence"))
        : Comparison.of(pattern, now);
  }

  private Set<Baseline.Name> names() {
    return runs.stream()
        .flatMap(run -> run.keySet().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private List<Course> courses(Baseline.Name name) {
    return runs.stream().flatMap(run -> run.getOrDefault(name, List.of()).stream()).toList();
  }

  private List<Attempt> attempts(Baseline.Name name, List<List<Start>> starts) {
    return IntStream.range(0, runs.size())
        .boxed()
        .flatMap(
            i ->
                runs.get(i).getOrDefault(name, List.of()).stream()
                    .map(course -> new Attempt(name, course, starts.get(i))))
        .toList();
  }

  private static Baselines read(List<Path> reports) {
    var runs = new Baselines();
    reports.forEach(runs::add);
    return runs;
  }

  private void add(Path report) {
    var bundles = bundles(report).stream().map(Baselines::bundle).toList();
    var courses = new TreeMap<Baseline.Name, List<Course>>();
    for (var bundle : bundles) {
      var outcome = bundle.scenario().outcome().name().toLowerCase(Locale.ROOT);
      courses
          .computeIfAbsent(name(bundle, bundles), any -> new ArrayList<>())
          .add(CourseReader.read(bundle.history(), outcome));
      kubernetes.add(bundle.scenario().versions().getOrDefault("kubernetes", ""));
    }
    runs.add(courses);
  }

  // Repetitions are runs of one scenario; the examples of an outline are scenarios of one name.
  private static Baseline.Name name(Bundle bundle, List<Bundle> all) {
    var place = bundle.scenario().place();
    var earlier =
        all.stream()
            .map(one -> one.scenario().place())
            .filter(one -> one.file().equals(place.file()))
            .filter(one -> one.scenario().equals(place.scenario()))
            .map(Place::line)
            .filter(line -> line < place.line())
            .distinct()
            .count();
    return new Baseline.Name(place.file(), place.scenario(), (int) earlier + 1);
  }

  private static Bundle bundle(Path folder) {
    try {
      return Bundle.read(folder);
    } catch (BundleProblem e) {
      throw new UsageProblem(String.valueOf(e.getMessage()));
    }
  }

  private static List<Path> bundles(Path report) {
    if (!Files.isDirectory(report)) {
      throw new UsageProblem(
          "there is no folder "
              + report
              + "\n  name one that a run made: podproof run --report-dir DIR --evidence all");
    }
    if (Files.exists(report.resolve(SCENARIO))) {
      return List.of(report);
    }
    var below = Files.isDirectory(report.resolve(EVIDENCE)) ? report.resolve(EVIDENCE) : report;
    try (Stream<Path> folders = Files.list(below)) {
      var bundles = folders.filter(one -> Files.exists(one.resolve(SCENARIO))).sorted().toList();
      if (bundles.isEmpty()) {
        throw new UsageProblem(
            report
                + " holds no evidence of a scenario\n  run with --evidence all, so that it is kept of those that are satisfied as well");
      }
      return bundles;
    } catch (IOException e) {
      throw new UsageProblem(report + " cannot be read: " + e.getMessage());
    }
  }
}
