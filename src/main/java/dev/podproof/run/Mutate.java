package dev.podproof.run;

import dev.podproof.cluster.ClusterSettings;
import dev.podproof.mutation.operator.Operator;
import dev.podproof.project.Surroundings;
import dev.podproof.report.ConsoleReport;
import dev.podproof.report.ScenarioResult;
import dev.podproof.report.ScenarioResult.Place;
import dev.podproof.settings.RunSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Mutation testing: whether features notice that a manifest was changed. */
public final class Mutate {
  private final RunSettings settings;
  private final MutationSettings mutation;
  private final Surroundings surroundings;

  /** Mutation testing that has not begun. */
  public Mutate(RunSettings settings, MutationSettings mutation, Surroundings surroundings) {
    this.settings = settings;
    this.mutation = mutation;
    this.surroundings = surroundings;
  }

  /**
   * The kinds of change of these names; all where none is named.
   *
   * @throws UsageProblem if there is none of a name
   */
  public static List<Operator> operators(List<String> names) {
    return MutationPlan.operators(names);
  }

  /**
   * The mutants, none of them run.
   *
   * @throws UsageProblem if something cannot work, or nothing can be mutated
   */
  public String listed() {
    var plan = MutationPlan.of(settings, mutation, surroundings);
    return mutation.json() ? MutantsListed.json(plan) : MutantsListed.text(plan);
  }

  /**
   * Runs the scenarios unchanged, and where all are satisfied every mutant.
   *
   * @param console is told what goes on
   * @param answer is given the report at the end
   * @return the exit code
   * @throws UsageProblem if something cannot work, or nothing can be mutated
   */
  public int execute(
      ClusterSettings clusterSettings,
      ConsoleReport console,
      Instant began,
      Consumer<String> answer) {
    var plan = MutationPlan.of(settings, mutation, surroundings);
    try (var opening = new OpenedCluster(clusterSettings, line -> console.tell("cluster", line))) {
      var cluster = opening.get().cluster();
      console.tell("cluster", cluster.name());
      var sessions = new Sessions(began, settings.waits(), surroundings);
      var runs = new ScenarioRuns(settings, sessions, opening, plan.hidden());
      var ran = baseline(plan, runs, console);
      var baseline = new LinkedHashMap<Place, ScenarioResult>();
      var recordings = new HashMap<Place, Recording>();
      ran.forEach(
          (place, one) -> {
            baseline.put(place, one.result());
            one.recording().ifPresent(recording -> recordings.put(place, recording));
          });
      var red = baseline.values().stream().filter(one -> !one.outcome().isFine()).findFirst();
      if (red.isPresent()) {
        return refused(red.get(), answer);
      }
      var history =
          new MutantHistory(
              clusterSettings.cache(),
              plan,
              Circumstances.of(cluster, clusterSettings, settings, mutation, surroundings));
      var before = Instant.now();
      var pace =
          Optional.of(new Pace(baseline, settings.parallel())).filter(any -> !mutation.patient());
      var hindsight = new Hindsight(sessions.settings(), recordings);
      var trials =
          new Trials(
              runs.at(pace),
              baseline,
              Collector.reach(settings),
              (mutant, changed) -> hindsight.of(plan.wouldCatch(mutant), changed));
      var results =
          SideBySide.map(
              plan.mutants(),
              settings.parallel(),
              mutant -> {
                var result =
                    Optional.of(mutant)
                        .filter(any -> !mutation.again())
                        .flatMap(history::known)
                        .orElseGet(() -> trials.of(mutant, plan.scenarios(mutant)));
                history.keep(result);
                console.tell("mutant", MutationReport.line(result));
                return result;
              });
      var report =
          new MutationReport(plan, new Score(results), Duration.between(before, Instant.now()));
      answer.accept(
          mutation.json()
              ? report.json()
              : report.text() + report.score().complaint(mutation.failUnder()));
      return report.score().exitCode(mutation.failUnder());
    }
  }

  private Map<Place, ScenarioRuns.Ran> baseline(
      MutationPlan plan, ScenarioRuns runs, ConsoleReport console) {
    var before = Instant.now();
    var scenarios = plan.scenarios();
    var results = SideBySide.map(scenarios, settings.parallel(), runs::unchanged);
    console.tell(
        "unchanged",
        String.format(
            Locale.ROOT,
            "%d scenarios in %.1fs",
            scenarios.size(),
            Duration.between(before, Instant.now()).toMillis() / 1000.0));
    var baseline = new LinkedHashMap<Place, ScenarioRuns.Ran>();
    for (var i = 0; i < scenarios.size(); i++) {
      baseline.put(scenarios.get(i), results.get(i));
    }
    return baseline;
  }

  // A scenario that is red already would kill every mutant, and say nothing of any.
  private static int refused(ScenarioResult red, Consumer<String> answer) {
    var step = red.unsatisfied().orElseThrow();
    answer.accept(
        "nothing was mutated: a scenario is not satisfied as it stands\n"
            + red.place().inWords()
            + "  "
            + red.place().scenario()
            + "\n"
            + step.outcome().inWords()
            + "  "
            + step.text()
            + "\n"
            + step.because()
            + "\nmake it green first: podproof run "
            + red.place().inWords()
            + "\n");
    return red.outcome().exitCode();
  }
}
