package dev.podproof.derivation;

import dev.podproof.lint.workload.Workload;
import java.util.List;

/** Of a CronJob a Job is made at once: nobody waits for three o'clock in the morning. */
final class MadeJob {
  private MadeJob() {}

  /** What runs: of a CronJob the Job that is made from it, of all others themselves. */
  static Workload of(Workload source) {
    return isCron(source)
        ? new Workload(
            "Job",
            source.name() + "-now",
            source.object().at("spec", "jobTemplate"),
            source.template(),
            source.containers())
        : source;
  }

  /** The step that makes it; none where there is nothing to make. */
  static List<String> step(Workload source) {
    return isCron(source)
        ? List.of(
            "I create job \"" + of(source).name() + "\" from cronjob \"" + source.name() + "\"")
        : List.of();
  }

  /** That it is made, as a sentence. */
  static List<String> assumed(Workload source) {
    return isCron(source)
        ? List.of(
            "A Job is made from "
                + source.inWords()
                + " at once, as kubectl create job --from does; its schedule is not waited for.")
        : List.of();
  }

  private static boolean isCron(Workload source) {
    return source.kind().equals("CronJob");
  }
}
