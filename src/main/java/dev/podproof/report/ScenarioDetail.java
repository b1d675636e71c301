package dev.podproof.report;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.podproof.lifecycle.Interval;
import dev.podproof.timeline.Lane;
import dev.podproof.timeline.Mark;
import dev.podproof.timeline.PodLanes;
import dev.podproof.timeline.RunLog;
import dev.podproof.timeline.Timeline;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the page tells of one scenario, as JSON of a bounded size. */
final class ScenarioDetail {
  /** Bytes; the element around it and the entry of the index make it less than 20 KB. */
  private static final int MOST_SATISFIED = 18_000;

  private static final int MOST_OTHERWISE = 400_000;

  /** From generous to frugal: the first whose outcome fits is taken. */
  private static final List<Share> SHARES =
      List.of(
          new Share(40, 400, 1200, 8000),
          new Share(8, 100, 240, 1000),
          new Share(2, 12, 120, 400),
          new Share(0, 4, 80, 160));

  private final Share share;
  private final Optional<Timeline> timeline;
  private boolean cut;

  /**
   * How much is told.
   *
   * @param lines of the log of each run
   * @param marks of each lane
   * @param words characters of one mark or line
   * @param because characters of the reason of a step
   */
  private record Share(int lines, int marks, int words, int because) {}

  private ScenarioDetail(Share share, Optional<Timeline> timeline) {
    this.share = share;
    this.timeline = timeline;
  }

  static byte[] of(ScenarioResult scenario, Optional<Timeline> timeline, JsonMapper json)
      throws IOException {
    var most = scenario.outcome() == Outcome.SATISFIED ? MOST_SATISFIED : MOST_OTHERWISE;
    var bytes = new byte[0];
    for (var share : SHARES) {
      var detail = new ScenarioDetail(share, timeline);
      bytes = json.writeValueAsBytes(detail.node(scenario, json.createObjectNode()));
      if (bytes.length <= most) {
        return bytes;
      }
    }
    return json.writeValueAsBytes(
        new ScenarioDetail(SHARES.get(SHARES.size() - 1), Optional.empty())
            .node(scenario, json.createObjectNode())
            .put("cut", true));
  }

  private ObjectNode node(ScenarioResult scenario, ObjectNode root) {
    var steps = root.putArray("steps");
    for (var step : scenario.steps()) {
      steps
          .addObject()
          .put("text", cut(step.text(), share.because()))
          .put("line", step.line())
          .put("outcome", step.outcome().name().toLowerCase(Locale.ROOT))
          .put("at", step.at().toMillis() / 1000.0)
          .put("because", cut(step.because(), share.because()));
    }
    root.put("rerun", scenario.place().rerun());
    timeline.ifPresent(drawn -> draw(drawn, root.putObject("timeline")));
    return root.put("cut", cut);
  }

  private void draw(Timeline drawn, ObjectNode node) {
    node.put("end", round(drawn.seconds(drawn.end())));
    var windows = node.putArray("windows");
    for (var step : drawn.steps()) {
      windows
          .addArray()
          .add(step.line())
          .add(step.outcome())
          .add(round(drawn.seconds(step.from())))
          .add(round(drawn.seconds(step.to())));
    }
    marks(drawn.marks(), node.putArray("marks"));
    var pods = node.putArray("pods");
    drawn.pods().forEach(pod -> pod(pod, pods.addObject()));
  }

  private void pod(PodLanes pod, ObjectNode node) {
    node.put("name", pod.pod().name());
    node.put("uid", pod.pod().uid());
    node.put("ours", pod.ours());
    node.put("phase", pod.phase().name());
    marks(pod.marks(), node.putArray("marks"));
    var lanes = node.putArray("lanes");
    pod.lanes().forEach(lane -> lane(lane, lanes.addObject()));
  }

  private void lane(Lane lane, ObjectNode node) {
    node.put("name", lane.container());
    node.put("role", lane.role().name().toLowerCase(Locale.ROOT));
    node.put("image", lane.image());
    var status = lane.status();
    node.put("state", status.words());
    node.put("message", cut(status.message(), share.words()));
    node.put("exit", status.lastExit());
    node.put("restarts", status.restarts());
    node.put("ready", status.ready());
    var spans = node.putArray("spans");
    for (var span : last(lane.spans(), share.marks())) {
      var array = spans.addArray().add(span.stage().name().toLowerCase(Locale.ROOT));
      times(span.begins(), array);
      times(span.ends(), array);
      array.add(cut(span.words(), share.words())).add(span.witnesses());
    }
    marks(lane.marks(), node.putArray("marks"));
    var logs = node.putArray("logs");
    lane.logs().forEach(log -> log(log, logs.addObject()));
  }

  private void log(RunLog log, ObjectNode node) {
    node.put("run", log.run()).put("count", log.count());
    var tail = node.putArray("tail");
    for (var line : last(log.tail(), share.lines())) {
      tail.addArray().add(seconds(line.stamp())).add(cut(line.text(), share.words()));
    }
  }

  private void marks(List<Mark> marks, ArrayNode array) {
    for (var mark : last(marks, share.marks())) {
      var one = array.addArray().add(mark.kind().name().toLowerCase(Locale.ROOT));
      times(mark.interval(), one);
      one.add(cut(mark.words(), share.words())).add(mark.witness());
    }
  }

  // An end that is not known is null.
  private void times(Interval interval, ArrayNode array) {
    if (interval.earliest().equals(Instant.MIN)) {
      array.addNull();
    } else {
      array.add(seconds(interval.earliest()));
    }
    if (interval.latest().equals(Instant.MAX)) {
      array.addNull();
    } else {
      array.add(seconds(interval.latest()));
    }
  }

  private double seconds(Instant instant) {
    return round(timeline.orElseThrow().seconds(instant));
  }

  private static double round(double seconds) {
    return Math.round(seconds * 1000) / 1000.0;
  }

  private <T> List<T> last(List<T> all, int most) {
    cut |= all.size() > most;
    return all.subList(Math.max(0, all.size() - most), all.size());
  }

  private String cut(String text, int most) {
    cut |= text.length() > most;
    return Printable.cut(text, most);
  }
}
