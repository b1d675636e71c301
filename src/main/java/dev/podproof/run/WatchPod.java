package dev.podproof.run;

import dev.podproof.cluster.Clusters;
import dev.podproof.explanation.Explanation;
import dev.podproof.lifecycle.History;
import dev.podproof.lifecycle.PodIdentity;
import dev.podproof.lifecycle.RelativeTime;
import dev.podproof.recorder.PodReading;
import dev.podproof.recorder.Recording;
import dev.podproof.recorder.Recording.Look;
import dev.podproof.report.Outcome;
import dev.podproof.report.Printable;
import dev.podproof.report.Screen;
import dev.podproof.settings.ClusterChoice;
import dev.podproof.timeline.Change;
import dev.podproof.timeline.Timeline;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Tells what changes in the life of a pod of a cluster that exists, as it changes, until the pod
 * ends. Nothing of the cluster is changed.
 *
 * @param environment in which the kubeconfig is looked for
 */
public record WatchPod(
    ClusterChoice.Existing where, Map<String, String> environment, Screen screen) {
  /**
   * Watches one pod; returns when it has ended or is gone.
   *
   * @return 0, or 1 where the pod failed
   * @throws UsageProblem if there is no such pod
   */
  public int execute(String pod) throws InterruptedException {
    try (var cluster = Clusters.read(where, environment);
        var reading = new PodLookup(cluster).find(pod, PodReading::follows)) {
      return follow(reading);
    }
  }

  private int follow(PodReading reading) throws InterruptedException {
    var recording = reading.recording();
    var pod = reading.pod();
    var told = new HashMap<String, Integer>();
    var look = recording.look();
    while (true) {
      tell(look, pod, recording, told);
      var latest = look.history().latest(pod);
      if (look.history().gone(pod).isPresent()) {
        return Outcome.SATISFIED.exitCode();
      }
      if (latest.filter(seen -> seen.phase().isTerminal()).isPresent()) {
        return ended(look, pod, recording);
      }
      recording.awaitGrowth(look.history(), look.now().plusSeconds(1));
      look = recording.look();
    }
  }

  private void tell(Look look, PodIdentity pod, Recording recording, Map<String, Integer> told) {
    var times = new RelativeTime(look.history().began());
    var counts = new HashMap<String, Integer>();
    for (var change : changes(look.history(), pod, recording)) {
      var count = counts.merge(change.words(), 1, Integer::sum);
      if (count > told.getOrDefault(change.words(), 0)) {
        told.put(change.words(), count);
        var at = (change.isOnlyBounded() ? "by " : "") + times.of(change.at());
        screen.print(line(at, change.words()));
      }
    }
    var glimpse =
        Explanation.inShort(look.history(), Optional.empty(), look.now(), recording.redaction());
    screen.show(List.of(line(times.of(look.now()), glimpse)));
  }

  private static String line(String at, String words) {
    return Printable.of(String.format(Locale.ROOT, "%12s  %s", at, words));
  }

  private static List<Change> changes(History history, PodIdentity pod, Recording recording) {
    return Timeline.of(history, List.of(), recording.redaction()).pods().stream()
        .filter(lanes -> lanes.pod().equals(pod))
        .flatMap(lanes -> Change.of(lanes).stream())
        .toList();
  }

  private int ended(Look look, PodIdentity pod, Recording recording) {
    if (Explain.isWell(look.history(), pod)) {
      return Outcome.SATISFIED.exitCode();
    }
    var failure = Explanation.ofForeignPod(look.history(), pod, look.now(), recording.redaction());
    screen.print(Printable.of("\n" + failure.inWords()));
    return Outcome.VIOLATED.exitCode();
  }
}
