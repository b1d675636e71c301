package dev.podproof.explanation;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What to do about a ConfigMap, a Secret or a key of it that is missing. */
final class Missing {
  // The kubelet's own words (k8s.io/kubernetes, pkg/kubelet/kubelet_pods.go).
  private static final Pattern OBJECT =
      Pattern.compile("(?i)(configmap|secret)s? \"([^\"]+)\" not found");
  private static final Pattern KEY =
      Pattern.compile("couldn't find key (\\S+) in (ConfigMap|Secret) [^/]+/(\\S+)");

  private Missing() {}

  static String next(Facts facts, String message) {
    var key = KEY.matcher(message);
    if (key.find()) {
      return "give "
          + key.group(2)
          + " "
          + key.group(3)
          + " the key "
          + key.group(1)
          + keys(facts, key.group(2), key.group(3));
    }
    var object = OBJECT.matcher(message);
    if (object.find()) {
      var kind = object.group(1).toLowerCase(Locale.ROOT).equals("secret") ? "Secret" : "ConfigMap";
      return "apply "
          + kind
          + " "
          + object.group(2)
          + others(facts, kind)
          + ", or mark the reference as optional";
    }
    if (message.contains("hostPath type check failed")) {
      return "make it on the node, or let the volume make it (type: DirectoryOrCreate)";
    }
    return message.contains("runAsNonRoot")
        ? "set securityContext.runAsUser to a user other than 0, or use an image with one"
        : "apply what it names before the pod";
  }

  /** The keys that a ConfigMap or Secret has, in parentheses; empty where none are known. */
  static String keys(Facts facts, String kind, String name) {
    var keys = Json.map(Json.at(facts.content(kind, name), "data")).keySet();
    return keys.isEmpty()
        ? ""
        : " (it has "
            + keys.stream().map(String::valueOf).sorted().limit(5).collect(Collectors.joining(", "))
            + ")";
  }

  private static String others(Facts facts, String kind) {
    var names =
        facts
            .all(kind)
            .map(object -> Json.text(object, "metadata", "name"))
            .filter(name -> !name.equals("kube-root-ca.crt"))
            .sorted()
            .limit(3)
            .toList();
    return names.isEmpty() ? "" : " (there is " + String.join(", ", names) + ")";
  }
}
