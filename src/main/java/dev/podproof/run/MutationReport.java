package dev.podproof.run;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.podproof.report.ScenarioResult.Place;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What came of mutation testing.
 *
 * @param took from the first mutant's beginning to the last one's end, those of earlier runs left
 *     out
 */
record MutationReport(MutationPlan plan, Score score, Duration took) {
  /** A line that tells what became of one mutant. */
  static String line(MutantResult result) {
    return String.format(Locale.ROOT, "%-11s", result.fate().inWords())
        + result.mutant().inWords()
        + (result.known()
            ? "  (known from an earlier run)"
            : String.format(
                Locale.ROOT,
                "  (%.1fs, unchanged %.1fs)",
                seconds(result.took()),
                seconds(result.unchanged())));
  }

  /** Survivors with their changes and what would have caught them, then the score. */
  String text() {
    var lines = new StringBuilder();
    with(Fate.SURVIVED).forEach(one -> lines.append(survivor(one)));
    List.of(Fate.EQUIVALENT, Fate.INVALID, Fate.UNDECIDED, Fate.LOST)
        .forEach(fate -> with(fate).forEach(one -> lines.append(explained(one))));
    return lines + "\n" + score.inWords() + "\n" + times() + "\n";
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }

  private List<MutantResult> with(Fate fate) {
    return score.results().stream().filter(one -> one.fate() == fate).toList();
  }

  private String survivor(MutantResult result) {
    var scenarios = plan.scenarios(result.mutant()).stream().map(Place::inWords);
    return "\n"
        + line(result)
        + "\n"
        + indented("green in   " + scenarios.collect(Collectors.joining(", ")))
        + plan.diff(result.mutant())
            .lines()
            .map(MutationReport::indented)
            .collect(Collectors.joining())
        + suggested(result.wouldCatch());
  }

  private static String suggested(List<Suggestion> steps) {
    var lines =
        steps.stream()
            .flatMap(step -> step.inWords().lines())
            .map(MutationReport::indented)
            .collect(Collectors.joining());
    return steps.stream().anyMatch(Suggestion::proved)
        ? lines
        : indented("no usual step is proved to catch it") + lines;
  }

  private static String explained(MutantResult result) {
    return "\n"
        + line(result)
        + "\n"
        + result.because().lines().map(MutationReport::indented).collect(Collectors.joining());
  }

  private static String indented(String line) {
    return " ".repeat(10) + line + "\n";
  }

  private String times() {
    var run = score.results().stream().filter(one -> !one.known()).toList();
    if (run.isEmpty()) {
      return "every outcome is known from an earlier run";
    }
    var own = run.stream().mapToLong(one -> one.took().toMillis()).sum() / 1000.0 / run.size();
    var unchanged =
        run.stream().mapToLong(one -> one.unchanged().toMillis()).sum() / 1000.0 / run.size();
    var wall = took.toMillis() / 1000.0 / run.size();
    return String.format(
            Locale.ROOT,
            "%d mutants in %.1fs: one every %.1fs; each took %.1fs, and its scenarios %.1fs unchanged (%.2f and %.2f times as long)",
            run.size(),
            took.toMillis() / 1000.0,
            wall,
            own,
            unchanged,
            unchanged == 0 ? 0 : wall / unchanged,
            unchanged == 0 ? 0 : own / unchanged)
        + whole(run);
  }

  // The others were waited for, or ended early: only these tell how slow the machine was.
  private static String whole(List<MutantResult> run) {
    var whole = run.stream().filter(one -> one.fate() == Fate.SURVIVED).toList();
    var unchanged = whole.stream().mapToLong(one -> one.unchanged().toMillis()).sum();
    var own = whole.stream().mapToLong(one -> one.took().toMillis()).sum();
    return unchanged == 0
        ? ""
        : String.format(
            Locale.ROOT,
            "\nthose that survived ran as many steps as unchanged, in %.2f times their time",
            (double) own / unchanged);
  }

  /** The same for programs. */
  String json() {
    var root = MutantsListed.JSON.createObjectNode();
    root.put("version", 1).put("score", score.percent()).put("mutantsInAll", plan.all());
    root.put("seconds", took.toMillis() / 1000.0);
    var mutants = root.putArray("mutants");
    for (var result : score.results()) {
      var node = mutants.addObject();
      MutantsListed.add(node, result.mutant(), plan);
      node.put("outcome", result.fate().inWords())
          .put("because", result.because())
          .put("seconds", result.took().toMillis() / 1000.0)
          .put("secondsUnchanged", result.unchanged().toMillis() / 1000.0)
          .put("known", result.known());
      put(node.putArray("wouldCatch"), result, Suggestion::proved);
      put(node.putArray("mightCatch"), result, step -> !step.proved());
      var scenarios = node.putArray("scenarios");
      plan.scenarios(result.mutant()).forEach(place -> scenarios.add(place.inWords()));
    }
    return MutantsListed.written(root);
  }

  private static void put(ArrayNode steps, MutantResult result, Predicate<Suggestion> which) {
    result.wouldCatch().stream()
        .filter(which)
        .forEach(one -> steps.addObject().put("step", one.step()).put("because", one.because()));
  }
}
