package dev.podproof.derivation;

import dev.podproof.lifecycle.ContainerRole;
import dev.podproof.lint.workload.ManifestSet;
import dev.podproof.lint.workload.PodContainer;
import dev.podproof.lint.workload.ServiceAddress;
import dev.podproof.lint.workload.ServiceAddress.Spoken;
import dev.podproof.lint.workload.Workload;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A Service that an init container or a sidecar needs before what comes after it may start.
 *
 * @param offered the file whose Service it is; empty where no manifest has it
 */
record Need(PodContainer user, ServiceAddress address, Optional<String> offered) {
  /** A Service has one at least, also one whose name alone is asked for. */
  private static final String ANY = "80";

  /**
   * What the init containers of a workload need, each address once, in the order of their start.
   */
  static List<Need> of(Workload workload, ManifestSet all) {
    var found = new LinkedHashMap<String, Need>();
    workload
        .of(ContainerRole.INIT)
        .flatMap(
            init ->
                ServiceAddress.of(init, all).stream()
                    .filter(address -> !isClusters(address))
                    .map(address -> new Need(init, address, offered(workload, address, all))))
        .forEach(need -> found.putIfAbsent(need.inWords(), need));
    // Who asks for a port asks for the name with it.
    return found.values().stream()
        .filter(
            need ->
                need.address().spoken() != Spoken.NAME
                    || found.values().stream()
                        .noneMatch(
                            other ->
                                other.address().spoken() != Spoken.NAME && other.hasNameOf(need)))
        .toList();
  }

  private boolean hasNameOf(Need other) {
    return address.name().equals(other.address.name())
        && address.namespace().equals(other.address.namespace());
  }

  // Every cluster has these itself.
  private static boolean isClusters(ServiceAddress address) {
    return address.namespace().equals("kube-system")
        || (address.namespace().equals("default") && address.name().equals("kubernetes"));
  }

  /** Why it can be met in no scenario; empty where it can. */
  Optional<String> elsewhere() {
    return address.namespace().isEmpty()
        ? Optional.empty()
        : Optional.of(
            "needs "
                + address.name()
                + " of namespace "
                + address.namespace()
                + ", and each scenario runs in a namespace of its own\n  name the Service alone, "
                + address.name()
                + ", which is looked for in the namespace of the pod");
  }

  // Its own file's, where several offer it: they may belong to different sets.
  private static Optional<String> offered(
      Workload workload, ServiceAddress address, ManifestSet all) {
    var own = workload.object().place().file();
    return all.services()
        .filter(one -> one.at("metadata", "name").text().equals(address.name()))
        .map(service -> service.place().file())
        .min(Comparator.comparing(file -> !file.equals(own)));
  }

  /** Whether it is offered by the workload's own pods, some of which have to go on without it. */
  boolean isOwn(Workload workload, ManifestSet all) {
    return all.services()
        .filter(one -> one.at("metadata", "name").text().equals(address.name()))
        .anyMatch(one -> workload.isSelectedBy(one.at("spec", "selector")));
  }

  /** Such as my-database:5432. */
  String inWords() {
    return address.name() + ":" + port();
  }

  String port() {
    return address.port().isEmpty() ? ANY : address.port();
  }

  /** Whether no manifest offers it. */
  boolean isMadeUp() {
    return offered.isEmpty();
  }

  /** That the pods it waits for are its own, as a sentence. */
  String assumedOwn(Workload workload) {
    return "Service "
        + inWords()
        + " is not kept back: the pods of "
        + workload.inWords()
        + " stand behind it themselves.";
  }

  /** Whether a listener that says nothing of its own is enough. */
  boolean canBeStoodInFor() {
    return address.spoken() != Spoken.OTHER;
  }

  /** That it is made up, as a sentence. */
  String assumed() {
    return switch (address.spoken()) {
      case POSTGRES ->
          "PostgreSQL "
              + inWords()
              + " is made up, as no manifest offers it: a real one without a password, which is not there where the pod has to wait.";
      default ->
          "Service "
              + inWords()
              + " is made up, as no manifest offers it: it "
              + open()
              + ", and is closed where the pod has to wait.";
    };
  }

  /** The step that lets the init container go on. */
  String opens() {
    return address.spoken() == Spoken.POSTGRES
        ? MadePostgres.step(address.name(), port())
        : step(open());
  }

  /** The step that keeps the init container; none where what has to be there is not made yet. */
  Optional<String> closes() {
    return switch (address.spoken()) {
      case POSTGRES -> Optional.empty();
      case NAME -> Optional.of(step("is absent"));
      default -> Optional.of(step("refuses connections"));
    };
  }

  private String step(String state) {
    return "dependency \"" + address.name() + "\" on port " + port() + " " + state;
  }

  private String open() {
    return address.spoken() == Spoken.HTTP ? "answers with status 200" : "accepts connections";
  }

  /** The first containers that may not start before the user has completed. */
  Stream<PodContainer> blocked(Workload workload) {
    return workload.containers().stream().filter(one -> one.position() > user.position()).limit(1);
  }
}
