package dev.podproof.cli;

import dev.podproof.cli.setting.Settings;
import dev.podproof.cluster.image.ImageCatalogue;
import dev.podproof.settings.ClusterChoice;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options that say where the cluster comes from. */
final class ClusterOptions {
  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  @Option(
      names = "--cluster",
      paramLabel = "KIND",
      description =
          "auto (the best that this machine offers), k3s, node (upstream Kubernetes, built here) or existing; default auto.")
  private Kind kind = Kind.AUTO;

  @Option(
      names = "--k3s-image",
      paramLabel = "IMAGE",
      description = "The K3s image; default " + ClusterChoice.DEFAULT_K3S_IMAGE + ".")
  private @Nullable String k3sImage;

  @Option(
      names = "--kubernetes",
      paramLabel = "VERSION",
      description =
          "The version of the node image, which it implies, such as 1.36; check takes several: 1.34,1.37; default "
              + ClusterChoice.DEFAULT_KUBERNETES
              + ".")
  private @Nullable String kubernetes;

  @Option(
      names = "--kubeconfig",
      paramLabel = "FILE",
      description = "For --cluster existing; default as for kubectl.")
  private @Nullable String kubeconfig;

  @Option(names = "--context", paramLabel = "NAME", description = "For --cluster existing.")
  private @Nullable String context;

  @Option(
      names = "--namespace",
      paramLabel = "NAME",
      description =
          "For --cluster existing: use this namespace instead of a new one for each scenario.")
  private @Nullable String namespace;

  @Option(
      names = "--rewrite-images",
      description =
          "For --cluster existing: put busybox with a script for each stand-in into what is applied, and let images be taken from the node.")
  private boolean rewriteImages;

  @Option(
      names = "--without-runtime",
      description =
          "Do not listen to the container runtime: what only it can order stays undecided, as on a cluster without access to its node.")
  private boolean withoutRuntime;

  @Option(
      names = "--image-archive",
      paramLabel = "FILE",
      split = Settings.SEPARATOR,
      description =
          "An archive as docker save writes it, whose images the started cluster can pull by their names; may be repeated.")
  private List<Path> imageArchives = List.of();

  @Option(
      names = "--registry-mirror",
      paramLabel = "URL",
      split = Settings.SEPARATOR,
      description =
          "A registry that the started cluster asks before the one that an image's name says; may be repeated.")
  private List<URI> registryMirrors = List.of();

  private enum Kind {
    AUTO,
    K3S,
    NODE,
    EXISTING
  }

  /**
   * The choice; options on the command line that do not belong together are refused. What variables
   * and podproof.yaml say for another kind of cluster is left aside.
   */
  ClusterChoice choice() {
    var kind = kind();
    if (kind == Kind.EXISTING) {
      refuse("a cluster that is started", "--image-archive", "--registry-mirror");
    } else {
      refuse("--cluster existing", "--kubeconfig", "--context", "--namespace", "--rewrite-images");
    }
    if (kind != Kind.NODE) {
      refuse("--cluster node", "--kubernetes");
    }
    if (kind == Kind.NODE || kind == Kind.EXISTING) {
      refuse("--cluster k3s", "--k3s-image");
    }
    return switch (kind) {
      case AUTO ->
          k3sImage == null ? new ClusterChoice.Auto() : new ClusterChoice.FreshK3s(k3sImage);
      case K3S -> new ClusterChoice.FreshK3s(or(k3sImage, ClusterChoice.DEFAULT_K3S_IMAGE));
      case NODE ->
          new ClusterChoice.FreshNode(
              NodeVersions.whole(or(kubernetes, ClusterChoice.DEFAULT_KUBERNETES)));
      case EXISTING ->
          new ClusterChoice.Existing(
              or(kubeconfig, ""), or(context, ""), or(namespace, ""), rewriteImages);
    };
  }

  /**
   * The choices, one for each version that --kubernetes names: 1.34,1.37.2 for two nodes. Where it
   * names none, the one choice.
   */
  List<ClusterChoice> choices() {
    var versions = Arrays.stream(or(kubernetes, "").split(",", -1)).map(String::strip).toList();
    if (versions.size() < 2 || kind() != Kind.NODE) {
      return List.of(choice());
    }
    return versions.stream()
        .<ClusterChoice>map(version -> new ClusterChoice.FreshNode(NodeVersions.whole(version)))
        .toList();
  }

  // Only a node has a version of Kubernetes to choose.
  private Kind kind() {
    var parsed = Objects.requireNonNull(command).commandLine().getParseResult();
    return kind == Kind.AUTO && parsed.hasMatchedOption("--kubernetes") ? Kind.NODE : kind;
  }

  /** Whether the container runtime is listened to. */
  boolean withRuntime() {
    return !withoutRuntime;
  }

  /** The images of the archives that were given. */
  ImageCatalogue images() {
    var images = ImageCatalogue.empty();
    for (var archive : kind == Kind.EXISTING ? List.<Path>of() : imageArchives) {
      try {
        images = images.plus(archive);
      } catch (UncheckedIOException e) {
        throw new IllegalArgumentException("--image-archive: " + e.getMessage(), e);
      }
    }
    return images;
  }

  /** The mirrors that were given. */
  List<URI> mirrors() {
    for (var mirror : registryMirrors) {
      if (mirror.getHost() == null || !List.of("http", "https").contains(mirror.getScheme())) {
        throw new IllegalArgumentException(
            "--registry-mirror is \""
                + mirror
                + "\"; expected where a registry answers, such as http://172.17.0.1:5000");
      }
    }
    return kind == Kind.EXISTING ? List.of() : registryMirrors;
  }

  private void refuse(String belongsTo, String... options) {
    var parsed = Objects.requireNonNull(command).commandLine().getParseResult();
    for (var option : options) {
      if (parsed.hasMatchedOption(option)) {
        throw new IllegalArgumentException(
            option
                + " means nothing here; it belongs to "
                + belongsTo
                + "\n  add that, or leave "
                + option
                + " out");
      }
    }
  }

  private static String or(@Nullable String value, String otherwise) {
    return value == null ? otherwise : value;
  }
}
