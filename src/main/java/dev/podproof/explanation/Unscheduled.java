package dev.podproof.explanation;

import dev.podproof.lifecycle.PodCondition;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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
      causes.add(selector(facts));
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
    var asked = amount(requests(facts, resource));
    var most =
        facts
            .all("Node")
            .map(node -> Json.text(node, "status", "allocatable", resource))
            .map(Unscheduled::quantity)
            .reduce(BigDecimal.ZERO, BigDecimal::max);
    var node = most.signum() == 0 ? "" : ", a node has at most " + amount(most);
    var missing = requests(facts, resource).subtract(most);
    var lack =
        most.signum() == 0
            ? ""
            : missing.signum() > 0
                ? ": " + amount(missing) + " too little"
                : ": other pods hold what is missing";
    return new Cause(
        resource + "  the pod requests " + asked + node + lack,
        "lower resources.requests." + resource + ", or free or add a node");
  }

  private static BigDecimal requests(Facts facts, String resource) {
    return Json.list(facts.content(), "spec", "containers")
        .map(container -> quantity(Json.text(container, "resources", "requests", resource)))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  // Suffixes of quantities (Kubernetes API: resource.Quantity).
  private static final Map<String, BigDecimal> SUFFIXES =
      Map.of(
          "m", new BigDecimal("0.001"),
          "k", new BigDecimal("1000"),
          "M", new BigDecimal("1000000"),
          "G", new BigDecimal("1000000000"),
          "T", new BigDecimal("1000000000000"),
          "Ki", new BigDecimal(1L << 10),
          "Mi", new BigDecimal(1L << 20),
          "Gi", new BigDecimal(1L << 30),
          "Ti", new BigDecimal(1L << 40));

  private static final Pattern QUANTITY = Pattern.compile("([0-9.]+)([a-zA-Z]*)");

  private static BigDecimal quantity(String text) {
    var found = QUANTITY.matcher(text);
    return found.matches()
        ? new BigDecimal(found.group(1))
            .multiply(SUFFIXES.getOrDefault(found.group(2), BigDecimal.ONE))
        : BigDecimal.ZERO;
  }

  private static String amount(BigDecimal amount) {
    var mebi = new BigDecimal(1L << 20);
    return amount.compareTo(mebi) < 0
        ? amount.stripTrailingZeros().toPlainString()
        : amount.divideToIntegralValue(mebi).toPlainString() + "Mi";
  }

  private static Cause selector(Facts facts) {
    var wanted = Json.map(Json.at(facts.content(), "spec", "nodeSelector"));
    var words =
        wanted.isEmpty() ? "its node affinity" : "nodeSelector " + Dependencies.pairs(wanted);
    return new Cause(
        words + "  fits no node" + nearly(facts, wanted),
        "label a node so, or mend the nodeSelector or affinity of the pod");
  }

  private static String nearly(Facts facts, Map<?, ?> wanted) {
    var near =
        facts
            .all("Node")
            .map(node -> Json.map(Json.at(node, "metadata", "labels")))
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
