package dev.podproof.derivation;

import dev.podproof.lifecycle.ContainerRole;
import dev.podproof.lint.workload.PodContainer;
import dev.podproof.lint.workload.Workload;
import dev.podproof.lint.workload.YamlValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What stands for the images of a workload that are not at hand, chosen so that the pod can do what
 * its manifest says.
 */
record StandIns(Workload workload, Supplies supplies) {
  private static final List<String> PROBES =
      List.of("startupProbe", "readinessProbe", "livenessProbe");

  /** How long an app may take before it writes its log: whoever cannot wait for it is found out. */
  private static final String LATE = ", beginning after 2s";

  /** Behaviour by image, in the words of the steps, in the order of the containers. */
  Map<String, String> made() {
    var made = new LinkedHashMap<String, String>();
    workload.containers().stream()
        .filter(one -> !one.image().isBlank())
        .filter(one -> !made.containsKey(one.image()))
        .map(one -> using(one.image()).orElse(one))
        .forEach(
            one ->
                supplies
                    .standIn()
                    .apply(one.image())
                    .or(() -> isAtHand(one) ? Optional.empty() : Optional.of(behaviour(one)))
                    .ifPresent(words -> made.put(one.image(), words)));
    return made;
  }

  /** Whether a container runs what the image itself runs, and not a command of its own. */
  boolean uses(String image) {
    return using(image).isPresent();
  }

  private Optional<PodContainer> using(String image) {
    return workload.containers().stream()
        .filter(one -> one.image().equals(image) && !one.hasCommand())
        .findFirst();
  }

  /** That one stands for an image, as a sentence. */
  String assumed(String image, String words) {
    return supplies.standIn().apply(image).isPresent()
        ? "Image " + image + " is a stand-in that was declared."
        : "Image "
            + image
            + " is not at hand: a stand-in is made up that "
            + words
            + "; declare what it does: --stand-in '"
            + image
            + "=...'";
  }

  /** Which images are taken for there, and what a stand-in does not do, a sentence each. */
  List<String> assumed() {
    var assumed = new ArrayList<String>();
    workload.containers().stream()
        .map(PodContainer::image)
        .filter(image -> !image.isBlank() && !made().containsKey(image))
        .distinct()
        .filter(image -> supplies.isPulled().test(image))
        .forEach(
            image ->
                assumed.add(
                    "Image "
                        + image
                        + " is taken for one that a registry has; if none has it, declare a stand-in: --stand-in '"
                        + image
                        + "=...'"));
    workload.containers().stream()
        .filter(one -> made().containsKey(one.image()) && !one.hasCommand())
        .filter(one -> supplies.standIn().apply(one.image()).isEmpty())
        .flatMap(StandIns::undeclared)
        .forEach(assumed::add);
    return assumed;
  }

  /** Which probe asks a port that its container does not declare. */
  private static Stream<String> undeclared(PodContainer container) {
    var declared = container.ports().stream().map(PodContainer.Port::number).toList();
    return declared.isEmpty()
        ? Stream.empty()
        : probed(container)
            .filter(port -> !declared.contains(port))
            .distinct()
            .map(
                port ->
                    "A probe of "
                        + container.inWords()
                        + " asks port "
                        + port
                        + ", which the container does not declare, so its stand-in does not serve it.");
  }

  /** Those whose behaviour is the same in every scenario. */
  Map<String, String> steady() {
    var steady = new LinkedHashMap<>(made());
    steady.keySet().removeAll(writing().keySet());
    return steady;
  }

  /** Those that were made up to write a file for others, who may have to wait for it. */
  Map<String, String> writing() {
    var writing = new LinkedHashMap<>(made());
    writing.values().removeIf(words -> !words.startsWith("writes"));
    writing.keySet().removeIf(image -> supplies.standIn().apply(image).isPresent());
    return writing;
  }

  /** The same, late. */
  static String late(String words) {
    return words + LATE;
  }

  /** The step that declares one. */
  static String step(String image, String words) {
    return "image \"" + image + "\" " + words;
  }

  /** Why the pods cannot be run with what there is; empty where they can. */
  List<String> problems() {
    return missing().flatMap(one -> problem(one).stream()).distinct().toList();
  }

  private Stream<PodContainer> missing() {
    return workload.containers().stream()
        .filter(one -> !one.image().isBlank())
        .filter(one -> supplies.standIn().apply(one.image()).isEmpty())
        .filter(one -> !isAtHand(one));
  }

  private boolean isAtHand(PodContainer container) {
    return supplies.atHand().test(container.image());
  }

  private Optional<String> problem(PodContainer container) {
    var which =
        container.value().place() + ": " + container.inWords() + " of " + workload.inWords();
    if (!supplies.auto()) {
      return Optional.of(
          which
              + " has image "
              + container.image()
              + ", which is not at hand\n  declare a stand-in: --stand-in '"
              + container.image()
              + "="
              + behaviour(container)
              + "', or in podproof.yaml; bring it: --image-archive FILE; or let stand-ins be made up: --auto");
    }
    if (container.hasCommand() && !container.script().shell()) {
      return Optional.of(
          which
              + " runs "
              + container.words().get(0)
              + " of image "
              + container.image()
              + ", which is not at hand and has no stand-in, since a stand-in has the programs of BusyBox alone"
              + "\n  bring the image: --image-archive FILE, or run where a registry has it");
    }
    return PROBES.stream()
        .filter(probe -> !container.hasCommand())
        .flatMap(
            probe ->
                beyond(container.value().at(probe)).stream().map(words -> probe + " that " + words))
        .findFirst()
        .map(
            probe ->
                which
                    + " has a "
                    + probe
                    + " of image "
                    + container.image()
                    + ", which is not at hand, and a stand-in has not"
                    + "\n  bring the image: --image-archive FILE, or run where a registry has it");
  }

  private static Optional<String> beyond(YamlValue probe) {
    return probe.at("exec").present()
        ? Optional.of("runs a program")
        : probe.at("grpc").present()
            ? Optional.of("asks the gRPC service")
            : probe.at("httpGet", "scheme").text().equals("HTTPS")
                ? Optional.of("asks the HTTPS server")
                : Optional.empty();
  }

  private String behaviour(PodContainer container) {
    if (container.role() == ContainerRole.INIT
        || (container.role() == ContainerRole.APP && workload.runsToCompletion())) {
      return "exits with code 0 after 1s";
    }
    return followed(container)
        .map(file -> "writes a line to \"" + file + "\" every 200ms")
        .orElseGet(() -> "serves HTTP on port " + ports(container) + paths(container));
  }

  /** The file that another container follows and this one is to write, as it sees it. */
  Optional<String> followed(PodContainer container) {
    return workload.containers().stream()
        .filter(other -> other.position() != container.position())
        .flatMap(
            other ->
                other.script().followed().stream()
                    .flatMap(file -> SharedPath.of(other, file, container).stream()))
        .findFirst();
  }

  // A port that the container does not declare is not known to be its own: whoever probes it has
  // to show that.
  private static String ports(PodContainer container) {
    var declared = container.ports().stream().map(PodContainer.Port::number).toList();
    var asked =
        probed(container)
            .filter(port -> declared.isEmpty() || declared.contains(port))
            .distinct()
            .map(String::valueOf)
            .collect(Collectors.joining(" and "));
    return asked.isEmpty()
        ? String.valueOf(declared.stream().findFirst().orElse(8080L + container.position()))
        : asked;
  }

  private static Stream<Long> probed(PodContainer container) {
    return PROBES.stream()
        .flatMap(
            probe ->
                Stream.of("httpGet", "tcpSocket")
                    .map(kind -> container.value().at(probe, kind, "port")))
        .filter(YamlValue::present)
        .map(port -> number(port, container));
  }

  private static long number(YamlValue port, PodContainer container) {
    return port.number()
        .orElseGet(
            () ->
                container.ports().stream()
                    .filter(one -> one.value().at("name").text().equals(port.text()))
                    .map(PodContainer.Port::number)
                    .findFirst()
                    .orElse(8080L));
  }

  private static String paths(PodContainer container) {
    var paths =
        PROBES.stream()
            .map(probe -> container.value().at(probe, "httpGet", "path").text())
            .filter(path -> !path.isEmpty() && !path.equals("/"))
            .distinct()
            .map(path -> "\"" + path + "\"")
            .collect(Collectors.joining(" or "));
    return paths.isEmpty() ? "" : " at " + paths;
  }
}
