package dev.podproof.explanation;

import dev.podproof.lifecycle.PodCondition;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A pod for which the scheduler found no node (condition PodScheduled). */
final class Unscheduled implements PodCause {
  private static final Pattern CLAIM =
      Pattern.compile("persistentvolumeclaim \"([^\"]+)\" not found");
  private static final Pattern RESOURCE = Pattern.compile("Insufficient (\\S+?)[,.](?=\\s|$)");

  @Override
  public List<Cause> in(Facts facts) {
    return facts
        .pod()
        .condition("PodScheduled")
        .filter(condition -> !condition.holds())
        .map(PodCondition::message)
        .map(why -> causes(facts, why))
        .orElse(List.of());
  }

  private static List<Cause> causes(Facts facts, String why) {
    var causes = new ArrayList<Cause>();
    causes.add(
        Cause.fact(
            "pod "
                + facts.pod().pod().name()
                + "  has no node: "
                + facts.shortened(first(why), 125)));
    RESOURCE
        .matcher(why)
        .results()
        .map(found -> resource(facts, found.group(1)))
        .distinct()
        .forEach(causes::add);
    if (why.contains("affinity/selector")) {
      selector(facts).ifPresent(causes::add);
    }
    if (why.contains("untolerated taint")) {
      causes.add(taints(facts));
    }
    if (why.contains("ersistentVolumeClaim") || why.contains("persistentvolumeclaim")) {
      causes.addAll(claims(facts, why));
    }
    causes.addAll(PlacementRules.in(facts, why));
    if (causes.size() == 1) {
      causes.set(
          0,
          new Cause(causes.get(0).inWords(), "see what the pod asks for and what the nodes have"));
    }
    return causes;
  }

  // What follows the first sentence speaks of preemption.
  private static String first(String why) {
    var preemption = why.indexOf(" preemption:");
    return preemption < 0 ? why : why.substring(0, preemption);
  }

  private static Cause resource(Facts facts, String resource) {
    var requested = PodRequests.of(facts.content(), resource);
    var most =
        facts
            .all("Node")
            .map(node -> Json.text(node, "status", "allocatable", resource))
            .map(Quantities::of)
            .reduce(BigDecimal.ZERO, BigDecimal::max);
    var node = most.signum() == 0 ? "" : ", a node has at most " + Quantities.inWords(most);
    var missing = requested.subtract(most);
    var lack =
        most.signum() == 0
            ? ""
            : missing.signum() > 0
                ? ": " + Quantities.inWords(missing) + " too little"
                : ": other pods hold what is missing";
    return new Cause(
        resource + "  the pod requests " + Quantities.inWords(requested) + node + lack,
        "lower resources.requests." + resource + ", or free or add a node");
  }

  // Where a node has the labels, it is something else that does not fit: another node is meant.
  private static Optional<Cause> selector(Facts facts) {
    var wanted = Json.map(Json.at(facts.content(), "spec", "nodeSelector"));
    var affine = !Json.map(Json.at(facts.content(), "spec", "affinity", "nodeAffinity")).isEmpty();
    var fits = !wanted.isEmpty() && labels(facts).anyMatch(has -> fits(wanted, has));
    if (fits && !affine) {
      return Optional.empty();
    }
    var words =
        wanted.isEmpty() || fits
            ? "its node affinity"
            : "nodeSelector " + Dependencies.pairs(wanted);
    return Optional.of(
        new Cause(
            words + "  fits no node" + (fits ? "" : nearly(facts, wanted)),
            "label a node so, or mend the nodeSelector or affinity of the pod"));
  }

  private static Stream<Map<?, ?>> labels(Facts facts) {
    return facts.all("Node").map(node -> Json.map(Json.at(node, "metadata", "labels")));
  }

  private static boolean fits(Map<?, ?> wanted, Map<?, ?> labels) {
    return wanted.entrySet().stream()
        .allMatch(label -> label.getValue().equals(labels.get(label.getKey())));
  }

  private static String nearly(Facts facts, Map<?, ?> wanted) {
    var near =
        labels(facts)
            .flatMap(
                labels ->
                    wanted.keySet().stream()
                        .filter(labels::containsKey)
                        .map(key -> key + "=" + labels.get(key)))
            .distinct()
            .collect(Collectors.joining(", "));
    return near.isEmpty() ? "" : "; nodes have " + near;
  }

  private static Cause taints(Facts facts) {
    var taints =
        facts
            .all("Node")
            .flatMap(node -> Json.list(node, "spec", "taints"))
            .map(taint -> Json.text(taint, "key") + value(taint) + ":" + Json.text(taint, "effect"))
            .distinct()
            .collect(Collectors.joining(", "));
    return new Cause(
        "taint " + (taints.isEmpty() ? "of the node" : taints) + "  is not tolerated by the pod",
        "give the pod a toleration, or take the taint off the node");
  }

  private static String value(@Nullable Object taint) {
    var value = Json.text(taint, "value");
    return value.isEmpty() ? "" : "=" + value;
  }

  private static List<Cause> claims(Facts facts, String why) {
    var absent = CLAIM.matcher(why);
    if (absent.find()) {
      return List.of(
          new Cause(
              "PersistentVolumeClaim " + absent.group(1) + "  does not exist",
              "apply PersistentVolumeClaim " + absent.group(1)));
    }
    return Json.list(facts.content(), "spec", "volumes")
        .map(volume -> Json.text(volume, "persistentVolumeClaim", "claimName"))
        .filter(claim -> !claim.isEmpty())
        .map(claim -> unbound(facts, claim))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Cause> unbound(Facts facts, String claim) {
    var content = facts.content("PersistentVolumeClaim", claim);
    if (Json.text(content, "status", "phase").equals("Bound")) {
      return Optional.empty();
    }
    var type = Json.text(content, "spec", "storageClassName");
    var size = Json.text(content, "spec", "resources", "requests", "storage");
    return Optional.of(
        new Cause(
            "PersistentVolumeClaim "
                + claim
                + "  is not bound"
                + (type.isEmpty() ? ", and names no storage class" : ", storage class " + type)
                + (size.isEmpty() ? "" : ", " + size),
            "give the claim a storage class that provisions, or a PersistentVolume that fits"));
  }
}
