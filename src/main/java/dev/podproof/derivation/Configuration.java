package dev.podproof.derivation;

import dev.podproof.lint.workload.ManifestSet;
import dev.podproof.lint.workload.Place;
import dev.podproof.lint.workload.Workload;
import dev.podproof.lint.workload.YamlValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A ConfigMap, Secret, PersistentVolumeClaim or ServiceAccount without which a pod cannot start.
 *
 * @param place where it is first named
 * @param keys those that the pod names; empty where it takes all that there are
 */
record Configuration(String kind, String name, Place place, Set<String> keys) {
  /** What stands for a value; a Secret's is hidden wherever it is told, so it is no usual word. */
  private static final String PLACEHOLDER = "podproof-placeholder";

  private static final String CLAIM = "PersistentVolumeClaim";
  private static final String ACCOUNT = "ServiceAccount";

  /** Every namespace has it (Kubernetes docs: Configure Service Accounts for Pods). */
  private static final String USUAL_ACCOUNT = "default";

  /** The cluster puts it into every namespace (Kubernetes docs: Projected Volumes). */
  private static final String ROOT_CERTIFICATES = "kube-root-ca.crt";

  /** Those that a workload needs and no manifest offers, in the order in which they are named. */
  static List<Configuration> lacking(Workload workload, ManifestSet all) {
    var found = new LinkedHashMap<String, Configuration>();
    of(workload)
        .filter(one -> !one.isOffered(all))
        .forEach(one -> found.merge(one.inWords(), one, Configuration::with));
    return List.copyOf(found.values());
  }

  /** All that a workload needs, some of them more than once. */
  static Stream<Configuration> of(Workload workload) {
    return Stream.of(ofContainers(workload), ofVolumes(workload), ofAccount(workload))
        .flatMap(found -> found)
        .filter(one -> !one.name().isEmpty() && !one.name().equals(ROOT_CERTIFICATES));
  }

  private static Stream<Configuration> ofContainers(Workload workload) {
    var found = new ArrayList<Configuration>();
    for (var container : workload.containers()) {
      for (var from : container.value().at("envFrom").items()) {
        add(found, "ConfigMap", from.at("configMapRef"), "name", Set.of());
        add(found, "Secret", from.at("secretRef"), "name", Set.of());
      }
      for (var env : container.value().at("env").items()) {
        var config = env.at("valueFrom", "configMapKeyRef");
        var secret = env.at("valueFrom", "secretKeyRef");
        add(found, "ConfigMap", config, "name", Set.of(config.at("key").text()));
        add(found, "Secret", secret, "name", Set.of(secret.at("key").text()));
      }
    }
    return found.stream();
  }

  private static Stream<Configuration> ofAccount(Workload workload) {
    var account = workload.podSpec().at("serviceAccountName");
    return account.present() && !account.text().equals(USUAL_ACCOUNT)
        ? Stream.of(new Configuration(ACCOUNT, account.text(), account.place(), Set.of()))
        : Stream.empty();
  }

  private static Stream<Configuration> ofVolumes(Workload workload) {
    var found = new ArrayList<Configuration>();
    for (var volume : workload.podSpec().at("volumes").items()) {
      var mounted = mounted(workload, volume.at("name").text());
      volume(found, "ConfigMap", volume.at("configMap"), "name", mounted);
      volume(found, "Secret", volume.at("secret"), "secretName", mounted);
      add(found, CLAIM, volume.at("persistentVolumeClaim"), "claimName", Set.of());
      for (var source : volume.at("projected", "sources").items()) {
        volume(found, "ConfigMap", source.at("configMap"), "name", Set.of());
        volume(found, "Secret", source.at("secret"), "name", Set.of());
      }
    }
    return found.stream();
  }

  private static void volume(
      List<Configuration> found, String kind, YamlValue from, String name, Set<String> mounted) {
    var keys = new TreeSet<>(from.at("items").present() ? Set.of() : mounted);
    from.at("items").items().forEach(item -> keys.add(item.at("key").text()));
    add(found, kind, from, name, keys);
  }

  // A file that is mounted by itself is a key.
  private static Set<String> mounted(Workload workload, String volume) {
    var keys = new TreeSet<String>();
    workload.containers().stream()
        .flatMap(one -> one.value().at("volumeMounts").items().stream())
        .filter(mount -> mount.at("name").text().equals(volume))
        .map(mount -> mount.at("subPath").text())
        .filter(path -> !path.isEmpty())
        .forEach(keys::add);
    return keys;
  }

  private static void add(
      List<Configuration> found, String kind, YamlValue from, String name, Set<String> keys) {
    if (from.present() && !from.at("optional").isTrue()) {
      found.add(new Configuration(kind, from.at(name).text(), from.at(name).place(), keys));
    }
  }

  private boolean isOffered(ManifestSet all) {
    return names(all).anyMatch(name::equals);
  }

  private Stream<String> names(ManifestSet all) {
    return all.objects().stream()
        .filter(object -> object.at("kind").text().equals(kind))
        .map(object -> object.at("metadata", "name").text());
  }

  Configuration with(Configuration other) {
    var both = new TreeSet<>(keys);
    both.addAll(other.keys);
    return new Configuration(kind, name, place, both);
  }

  /** Such as: ConfigMap settings. */
  String inWords() {
    return kind + " " + name;
  }

  /** Such as: Secret oauth is made up, with a placeholder for each of: id, key. */
  String assumed() {
    return inWords() + " is made up, " + how() + ".";
  }

  private String how() {
    return switch (kind) {
      case CLAIM -> "as no manifest has it";
      case ACCOUNT -> "without rights";
      default ->
          keys.isEmpty()
              ? "empty, as the manifest names no key of it"
              : "with a placeholder for each key that the manifest names: "
                  + String.join(", ", keys);
    };
  }

  /** The claim that it is, if it is one. */
  Optional<Claim> claim() {
    return kind.equals(CLAIM) ? Optional.of(Claim.madeUp(name)) : Optional.empty();
  }

  /** The step that makes it, with the text below. */
  String step() {
    return "I apply:\n  \"\"\"\n  apiVersion: v1\n  kind: "
        + kind
        + "\n  metadata: {name: \""
        + name
        + "\"}\n"
        + content()
        + "  \"\"\"";
  }

  private String content() {
    return switch (kind) {
      case CLAIM ->
          "  spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: "
              + Claim.madeUp(name).size()
              + "}}}\n";
      case ACCOUNT -> "";
      case "Secret" -> "  stringData:" + values();
      default -> "  data:" + values();
    };
  }

  private String values() {
    return keys.isEmpty()
        ? " {}\n"
        : keys.stream()
            .map(key -> "\n    \"" + key + "\": \"" + PLACEHOLDER + "\"")
            .collect(Collectors.joining("", "", "\n"));
  }

  /** The name of one of its kind that is there and was probably meant. */
  Optional<String> near(ManifestSet all) {
    return MeantName.of(name, names(all));
  }

  /** Why a pod cannot run without it, and what to do. */
  String problem(Workload workload, ManifestSet all) {
    var which = place + ": " + workload.inWords() + " needs " + inWords();
    return near(all)
        .map(
            near ->
                which
                    + ", which no manifest offers, and there is a "
                    + kind
                    + " "
                    + near
                    + "\n  correct the name; or name its manifest as well, where both are meant")
        .orElse(
            which
                + ", which no manifest offers\n  name its manifest as well; or let it be made up, with placeholders: --auto");
  }
}
