package dev.podproof.explanation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Rules of a pod's own that leave it no node: gates, ports of the node, anti-affinity, spread. */
final class PlacementRules {
  private PlacementRules() {}

  // The scheduler's own words (k8s.io/kubernetes, pkg/scheduler/framework/plugins).
  static List<Cause> in(Facts facts, String why) {
    var causes = new ArrayList<Cause>();
    if (why.contains("scheduling gates")) {
      Json.list(facts.content(), "spec", "schedulingGates")
          .map(gate -> Json.text(gate, "name"))
          .forEach(
              gate ->
                  causes.add(
                      new Cause(
                          "scheduling gate " + gate + "  has not been removed",
                          "see the controller that is to remove " + gate + ", or remove it")));
    }
    if (why.contains("free ports")) {
      causes.add(
          new Cause(
              "hostPort " + fields(facts, "hostPort") + "  is taken on the node by another pod",
              "take another hostPort, or a Service in its place; who holds it: kubectl get pods -A -o wide"));
    }
    if (why.contains("anti-affinity")) {
      causes.add(
          new Cause(
              "anti-affinity  a pod that it may not stand beside is on each node that fits"
                  + keys(facts, "affinity"),
              "add a node, or make it preferredDuringSchedulingIgnoredDuringExecution"));
    }
    if (why.contains("topology spread")) {
      causes.add(
          new Cause(
              "topologySpreadConstraints  "
                  + (why.contains("missing required label")
                      ? "no node has the label "
                      : "allow no node for ")
                  + keys(facts, "spread"),
              "label the nodes, or set whenUnsatisfiable: ScheduleAnyway"));
    }
    return causes;
  }

  private static String fields(Facts facts, String field) {
    return Json.list(facts.content(), "spec", "containers")
        .flatMap(container -> Json.list(container, "ports"))
        .map(port -> Json.text(port, field))
        .filter(port -> !port.isEmpty())
        .collect(Collectors.joining(", "));
  }

  private static String keys(Facts facts, String of) {
    return of.equals("spread")
        ? Json.list(facts.content(), "spec", "topologySpreadConstraints")
            .map(one -> Json.text(one, "topologyKey"))
            .distinct()
            .collect(Collectors.joining(", "))
        : Json.list(
                facts.content(),
                "spec",
                "affinity",
                "podAntiAffinity",
                "requiredDuringSchedulingIgnoredDuringExecution")
            .map(
                one ->
                    "; "
                        + Dependencies.pairs(Json.map(Json.at(one, "labelSelector", "matchLabels")))
                        + " by "
                        + Json.text(one, "topologyKey"))
            .collect(Collectors.joining());
  }
}
