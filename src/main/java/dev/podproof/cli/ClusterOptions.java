package dev.podproof.cli;

import dev.podproof.cluster.image.ImageCatalogue;
import dev.podproof.settings.ClusterChoice;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say where the cluster comes from. */
final class ClusterOptions {
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
          "The version of --cluster node; default " + ClusterChoice.DEFAULT_KUBERNETES + ".")
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
      description =
          "An archive as docker save writes it, whose images the started cluster can pull by their names; may be repeated.")
  private List<Path> imageArchives = List.of();

  @Option(
      names = "--registry-mirror",
      paramLabel = "URL",
      description =
          "A registry that the started cluster asks before the one that an image's name says; may be repeated.")
  private List<URI> registryMirrors = List.of();

  private enum Kind {
    AUTO,
    K3S,
    NODE,
    EXISTING
  }

  /** The choice; options that do not belong together are refused. */
  ClusterChoice choice() {
    if (kind != Kind.EXISTING) {
      refuse("--kubeconfig", kubeconfig, "--cluster existing");
      refuse("--context", context, "--cluster existing");
      refuse("--namespace", namespace, "--cluster existing");
      refuse("--rewrite-images", rewriteImages ? "" : null, "--cluster existing");
    }
    if (kind == Kind.EXISTING) {
      refuse("--image-archive", imageArchives.isEmpty() ? null : "", "a cluster that is started");
      refuse(
          "--registry-mirror", registryMirrors.isEmpty() ? null : "", "a cluster that is started");
    }
    if (kind != Kind.NODE) {
      refuse("--kubernetes", kubernetes, "--cluster node");
    }
    if (kind == Kind.NODE || kind == Kind.EXISTING) {
      refuse("--k3s-image", k3sImage, "--cluster k3s");
    }
    return switch (kind) {
      case AUTO ->
          k3sImage == null ? new ClusterChoice.Auto() : new ClusterChoice.FreshK3s(k3sImage);
      case K3S -> new ClusterChoice.FreshK3s(or(k3sImage, ClusterChoice.DEFAULT_K3S_IMAGE));
      case NODE -> new ClusterChoice.FreshNode(or(kubernetes, ClusterChoice.DEFAULT_KUBERNETES));
      case EXISTING ->
          new ClusterChoice.Existing(
              or(kubeconfig, ""), or(context, ""), or(namespace, ""), rewriteImages);
    };
  }

  /** Whether the container runtime is listened to. */
  boolean withRuntime() {
    return !withoutRuntime;
  }

  /** The images of the archives that were given. */
  ImageCatalogue images() {
    var images = ImageCatalogue.empty();
    for (var archive : imageArchives) {
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
    return registryMirrors;
  }

  private static void refuse(String option, @Nullable String value, String belongsTo) {
    if (value != null) {
      throw new IllegalArgumentException(
          option
              + " means nothing here; it belongs to "
              + belongsTo
              + "\n  add that, or leave "
              + option
              + " out");
    }
  }

  private static String or(@Nullable String value, String otherwise) {
    return value == null ? otherwise : value;
  }
}
