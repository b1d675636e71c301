package dev.podproof.cluster;

import dev.podproof.settings.ClusterChoice.Existing;
import io.fabric8.kubernetes.api.model.NamedCluster;
import io.fabric8.kubernetes.api.model.NamedContext;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.internal.KubeConfigUtils;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The context that a run is to use, and the files that it was read from.
 *
 * @param files empty where Podproof itself runs in a pod and its service account is used
 */
record Kubeconfig(List<Path> files, String context, Config config) {

  /**
   * Reads the files where kubectl would look for them, and checks that they have the context: a
   * client that falls back to another one would act on the wrong cluster.
   */
  static Kubeconfig read(Existing choice, Map<String, String> environment) {
    var named = named(choice, environment);
    var files = named.stream().filter(Files::isRegularFile).toList();
    if (files.isEmpty()) {
      return withoutFile(choice, named, environment);
    }
    var parsed = new ArrayList<io.fabric8.kubernetes.api.model.Config>();
    files.forEach(file -> parsed.add(parse(file)));
    var context = contextOf(choice, words(files), parsed);
    return new Kubeconfig(files, context, config(files, context));
  }

  /** The flag, the variable (a list of files), or the file in the home folder, as for kubectl. */
  static List<Path> named(Existing choice, Map<String, String> environment) {
    if (!choice.kubeconfig().isEmpty()) {
      return List.of(Path.of(choice.kubeconfig()));
    }
    var variable = environment.getOrDefault("KUBECONFIG", "");
    return variable.isEmpty()
        ? List.of(Path.of(environment.getOrDefault("HOME", ""), ".kube", "config"))
        : Stream.of(variable.split(File.pathSeparator))
            .filter(one -> !one.isEmpty())
            .map(Path::of)
            .toList();
  }

  private static Kubeconfig withoutFile(
      Existing choice, List<Path> named, Map<String, String> environment) {
    if (choice.kubeconfig().isEmpty() && environment.containsKey("KUBERNETES_SERVICE_HOST")) {
      return new Kubeconfig(List.of(), "", Config.autoConfigure(null));
    }
    throw new ClusterProblem(
        "there is no kubeconfig "
            + words(named)
            + " that can be read\n  name one with --kubeconfig FILE");
  }

  private static io.fabric8.kubernetes.api.model.Config parse(Path file) {
    try {
      return KubeConfigUtils.parseConfigFromString(Files.readString(file));
    } catch (IOException e) {
      throw new ClusterProblem(
          "there is no kubeconfig " + file + " that can be read\n  name one with --kubeconfig FILE",
          e);
    } catch (RuntimeException e) {
      throw new ClusterProblem(
          "the kubeconfig "
              + file
              + " cannot be understood: "
              + firstLine(e)
              + "\n  expected a file of kind Config, as kubectl config view --raw prints it",
          e);
    }
  }

  private static String firstLine(RuntimeException e) {
    Throwable cause = e.getCause() == null ? e : e.getCause();
    var message = String.valueOf(cause.getMessage());
    // Jackson's words about its own classes help nobody.
    return message.contains("Cannot construct instance")
        ? "it is YAML, but no kubeconfig"
        : message.lines().findFirst().orElse("");
  }

  private static String contextOf(
      Existing choice, String files, List<io.fabric8.kubernetes.api.model.Config> parsed) {
    var contexts = parsed.stream().flatMap(one -> stream(one.getContexts())).toList();
    var current =
        parsed.stream()
            .map(one -> Objects.requireNonNullElse(one.getCurrentContext(), ""))
            .filter(name -> !name.isEmpty())
            .findFirst()
            .orElse("");
    var wanted = choice.context().isEmpty() ? current : choice.context();
    var found = contexts.stream().filter(one -> wanted.equals(one.getName())).findFirst();
    if (found.isEmpty()) {
      throw noContext(files, wanted, contexts.stream().map(NamedContext::getName).toList());
    }
    var cluster = found.get().getContext() == null ? "" : found.get().getContext().getCluster();
    var clusters =
        parsed.stream().flatMap(one -> stream(one.getClusters())).map(NamedCluster::getName);
    if (clusters.noneMatch(name -> name.equals(cluster))) {
      throw new ClusterProblem(
          "the kubeconfig "
              + files
              + " names cluster "
              + cluster
              + " in context "
              + wanted
              + ", but has no such cluster\n  name another context with --context");
    }
    return wanted;
  }

  private static ClusterProblem noContext(String files, String wanted, List<String> names) {
    if (names.isEmpty()) {
      return new ClusterProblem(
          "the kubeconfig "
              + files
              + " has no context\n  name another file with --kubeconfig FILE");
    }
    return new ClusterProblem(
        "the kubeconfig "
            + files
            + (wanted.isEmpty() ? " has no current context" : " has no context " + wanted)
            + "\n  it has "
            + String.join(", ", Spelling.nearestFirst(wanted, names))
            + "; name one of them with --context");
  }

  private static <T> Stream<T> stream(List<T> list) {
    return list == null ? Stream.of() : list.stream();
  }

  // Several files are merged by the client, which reads the same variable.
  private static Config config(List<Path> files, String context) {
    return files.size() == 1
        ? Config.fromKubeconfig(context, files.get(0).toFile())
        : Config.autoConfigure(context);
  }

  private static String words(List<Path> files) {
    return files.stream().map(Path::toString).collect(Collectors.joining(", "));
  }

  /** Where the cluster is named, for messages. */
  String origin() {
    return files.isEmpty()
        ? "the service account of this pod"
        : words(files) + ", context " + context;
  }
}
