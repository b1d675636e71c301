package dev.podproof.run;

import dev.podproof.cluster.Clusters;
import dev.podproof.explanation.Explanation;
import dev.podproof.lifecycle.History;
import dev.podproof.lifecycle.PodIdentity;
import dev.podproof.recorder.PodReading;
import dev.podproof.report.Outcome;
import dev.podproof.report.Printable;
import dev.podproof.report.Screen;
import dev.podproof.settings.ClusterChoice;
import java.util.Map;

/**
 * Why a pod of a cluster that exists does not go on. Nothing of the cluster is changed.
 *
 * @param environment in which the kubeconfig is looked for
 */
public record Explain(
    ClusterChoice.Existing where, Map<String, String> environment, Screen screen) {
  /**
   * Explains one pod.
   *
   * @return 0 where a cause is named or the pod is well, 3 where no cause is known
   * @throws UsageProblem if there is no such pod
   */
  public int execute(String pod) {
    try (var cluster = Clusters.read(where, environment);
        var reading = new PodLookup(cluster).find(pod, PodReading::now)) {
      var recording = reading.recording();
      var look = recording.look();
      if (isWell(look.history(), reading.pod())) {
        screen.print("pod " + pod + " is well; nothing holds it up");
        return Outcome.SATISFIED.exitCode();
      }
      screen.print(
          "pod "
              + pod
              + " of namespace "
              + cluster.sharedNamespace()
              + ", made "
              + look.history().began()
              + "; times count from there");
      var failure =
          Explanation.ofForeignPod(
              look.history(), reading.pod(), look.now(), recording.redaction());
      screen.print(Printable.of(failure.inWords()));
      return failure.namesCause() ? Outcome.SATISFIED.exitCode() : Outcome.UNDECIDED.exitCode();
    }
  }

  static boolean isWell(History history, PodIdentity pod) {
    return history
        .latest(pod)
        .filter(seen -> !seen.phase().deletionRequested())
        .filter(seen -> seen.holds("Ready") || seen.phase().name().equals("Succeeded"))
        .isPresent();
  }
}
