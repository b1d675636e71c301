package dev.podproof.explanation;

import static dev.podproof.lifecycle.Histories.at;

import dev.podproof.lifecycle.Histories;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is told of a pod half a minute after its recording began. */
final class Told {
  private Told() {}

  static Failure explained(Histories histories) {
    return Explanation.ofPod(
        histories.history(), histories.pod(), at(30), UnaryOperator.identity());
  }

  /** The links of the chain, then what to try, each on its line. */
  static String told(Histories histories) {
    var failure = explained(histories);
    return Stream.concat(
            failure.blocked().stream(), failure.next().stream().map(next -> "next: " + next))
        .collect(Collectors.joining("\n"));
  }

  /** The manifest of a pod whose container app has these fields. */
  static Map<String, Object> app(Map<String, Object> fields) {
    var container = new HashMap<>(fields);
    container.put("name", "app");
    return Map.of("spec", Map.of("containers", List.of(container)));
  }
}
