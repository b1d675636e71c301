package dev.podproof.expectation;

import dev.podproof.lifecycle.Histories;
import dev.podproof.lifecycle.History;
import dev.podproof.lifecycle.Witness;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * Generated lives of a pod with an init container and an app: starts and ends, and all else that a
 * history can hold, at any tenth of the first 25 seconds.
 */
final class Stories {
  /** After this second every witness has spoken. */
  static final double END = 40;

  /** No status arrives in the very nanosecond of that of which it tells. */
  private static final Duration LATE = Duration.ofMillis(1);

  private Stories() {}

  /** Something that happens, in tenths of a second after the beginning. */
  record Step(int time, String word) {
    Step delayedBy(double seconds) {
      return new Step(time + (int) (seconds * 10), word);
    }
  }

  static Arbitrary<List<Step>> stories() {
    return Combinators.combine(runsOf("init"), runsOf("app"), others(), Arbitraries.of(true, false))
        .as(
            (init, app, others, goes) -> {
              var all =
                  new ArrayList<>(
                      Stream.of(init, app, others)
                          .flatMap(List::stream)
                          .sorted((a, b) -> a.time() - b.time())
                          .toList());
              if (goes) {
                all.add(new Step(260, "gone"));
              }
              return List.copyOf(all);
            });
  }

  /** Starts and ends in turn, up to three runs; the last may go on. */
  private static Arbitrary<List<Step>> runsOf(String container) {
    var times = Arbitraries.integers().between(2, 250).set().ofMinSize(0).ofMaxSize(6);
    return Combinators.combine(times, Arbitraries.of(0, 1, 137))
        .as(
            (set, code) -> {
              var steps = new ArrayList<Step>();
              for (var time : set.stream().sorted().toList()) {
                var word = steps.size() % 2 == 0 ? "start " : "exit " + code + " ";
                steps.add(new Step(time, word + container));
              }
              return List.copyOf(steps);
            });
  }

  private static Arbitrary<List<Step>> others() {
    var words =
        Arbitraries.of(
            "ready",
            "unready",
            "log one",
            "log two",
            "event",
            "job 1",
            "job 2",
            "no job",
            "running",
            "terminating",
            "act",
            "wait",
            "condition");
    return Combinators.combine(Arbitraries.integers().between(1, 255), words)
        .as(Step::new)
        .list()
        .ofMaxSize(8);
  }

  /** The story as it was recorded, the runtime having spoken up to {@link #END}. */
  static Histories told(List<Step> steps, Histories histories) {
    histories.shownAfter(LATE);
    var started = new ArrayList<String>();
    for (var step : steps) {
      tell(step, histories.at(step.time() / 10.0 + "s"), started);
    }
    return histories.at(END + "s").heard();
  }

  /** The story as it was recorded, every witness having spoken up to each of these seconds. */
  static History told(List<Step> steps, Histories histories, double... heard) {
    histories.shownAfter(LATE);
    var started = new ArrayList<String>();
    var told = 0;
    for (var until : heard) {
      while (told < steps.size() && steps.get(told).time() < until * 10) {
        var step = steps.get(told++);
        // A pod that is gone is not heard of again.
        if (step.word().equals("gone")) {
          told = steps.size();
        }
        tell(step, histories.at(step.time() / 10.0 + "s"), started);
      }
      histories.at(until + "s").heard().heard(Witness.ARRIVAL);
    }
    return histories.history();
  }

  private static void tell(Step step, Histories histories, List<String> started) {
    var words = step.word().split(" ");
    switch (words[0]) {
      case "start" -> {
        started.add(words[1]);
        histories.starts(words[1]);
      }
      case "exit" -> histories.exits(words[2], Integer.parseInt(words[1]));
      case "ready" -> histories.becomesReady("app");
      case "unready" -> histories.becomesUnready("app");
      case "log" ->
          Optional.of("app")
              .filter(started::contains)
              .ifPresent(app -> histories.logs(app, words[1]));
      case "event" -> histories.reports("Pulled", "app", "Container image pulled");
      case "job" ->
          histories.object("Job", "import", Map.of("status", Map.of("succeeded", words[1])));
      case "no" -> histories.objectGone("Job", "import");
      case "running" -> histories.is("Running");
      case "terminating" -> histories.isTerminating();
      case "act" -> histories.acts("my-database opens port 5432");
      case "wait" ->
          Optional.of("init")
              .filter(name -> !started.contains(name))
              .ifPresent(name -> histories.waits(name, "ErrImagePull"));
      case "condition" -> histories.has("PodScheduled", "True", "", "");
      case "gone" -> histories.gone();
      default -> throw new IllegalArgumentException(step.word());
    }
  }
}
