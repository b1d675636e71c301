package dev.podproof.report;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.podproof.repetition.Difference;
import dev.podproof.repetition.Spread;
import dev.podproof.repetition.Statistics;
import dev.podproof.repetition.StepRate;
import java.time.Duration;
import java.util.List;

/** What repetitions come to, as results.json and the page have it. */
final class RepetitionJson {
  private RepetitionJson() {}

  static ArrayNode of(List<Repeated> repeated, JsonMapper json) {
    var all = json.createArrayNode();
    repeated.forEach(one -> add(all.addObject(), one));
    return all;
  }

  private static void add(ObjectNode node, Repeated one) {
    var statistics = one.statistics();
    node.put("name", one.place().scenario());
    node.put("file", one.place().file());
    node.put("line", one.place().line());
    node.put("repetitions", statistics.repetitions());
    node.put("satisfied", statistics.green());
    node.put("unsatisfied", statistics.red());
    var steps = node.putArray("steps");
    statistics.steps().forEach(step -> add(steps.addObject(), step));
    var moments = node.putArray("moments");
    statistics.moments().forEach(moment -> add(moments.addObject(), moment));
    statistics.parting().ifPresent(parting -> add(node.putObject("parting"), parting));
  }

  private static void add(ObjectNode node, StepRate step) {
    node.put("text", step.text())
        .put("line", step.line())
        .put("satisfied", step.satisfied())
        .put("reached", step.reached());
  }

  private static void add(ObjectNode node, Spread moment) {
    node.put("what", moment.what())
        .put("seen", moment.seen())
        .put("least", seconds(moment.least()))
        .put("median", seconds(moment.median()))
        .put("most", seconds(moment.most()))
        .put("known", seconds(moment.known()));
  }

  private static void add(ObjectNode node, Statistics.Parting parting) {
    node.put("satisfied", parting.green());
    node.put("unsatisfied", parting.red());
    parting
        .first()
        .ifPresent(
            first ->
                add(node.putObject("first"), first)
                    .put("at", seconds(first.at()))
                    .put("always", parting.always()));
    parting.log().ifPresent(log -> add(node.putObject("log"), log));
  }

  private static ObjectNode add(ObjectNode node, Difference difference) {
    return node.put("what", difference.what())
        .put("inSatisfied", difference.inGreen())
        .put("inUnsatisfied", difference.inRed());
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }
}
