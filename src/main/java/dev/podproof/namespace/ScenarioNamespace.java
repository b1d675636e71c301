package dev.podproof.namespace;

import dev.podproof.cluster.Cluster;
import dev.podproof.cluster.image.Images;
import dev.podproof.cluster.image.StandIn;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.FieldValidateable.Validation;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The namespace that a scenario works in, and everything that was applied to it.
 *
 * <p>Where the namespace was there before, only what was applied is removed in the end. Used by one
 * scenario's thread.
 */
public final class ScenarioNamespace implements AutoCloseable {
  private static final String FINALIZER = "podproof.dev/pinned";
  private static final Logger log = LoggerFactory.getLogger(ScenarioNamespace.class);

  private final Cluster cluster;
  private final String name;
  private final boolean ours;
  private final Deque<GenericKubernetesResource> applied = new ArrayDeque<>();
  private final Map<String, Images.Hold> holds = new HashMap<>();
  private final Set<String> pinned = new LinkedHashSet<>();
  private final Undoing undoing = new Undoing();

  private ScenarioNamespace(Cluster cluster, String name, boolean ours) {
    this.cluster = cluster;
    this.name = name;
    this.ours = ours;
  }

  /**
   * A namespace of that name, which is yet to be created; the cluster's shared one where it has
   * one.
   */
  public static ScenarioNamespace of(Cluster cluster, String name) {
    return cluster.sharedNamespace().isEmpty()
        ? new ScenarioNamespace(cluster, name, true)
        : new ScenarioNamespace(cluster, cluster.sharedNamespace(), false);
  }

  /** Creates it where it is the scenario's own; returns when it takes pods. */
  public void create() {
    if (!ours) {
      return;
    }
    var client = cluster.client();
    client
        .resource(
            new NamespaceBuilder()
                .withNewMetadata()
                .withName(name)
                .addToLabels("app.kubernetes.io/managed-by", "podproof")
                .endMetadata()
                .build())
        .create();
    // A pod that comes before the account is refused (kubernetes/kubernetes#66689).
    client
        .serviceAccounts()
        .inNamespace(name)
        .withName("default")
        .waitUntilCondition(Objects::nonNull, 20, TimeUnit.SECONDS);
  }

  /** Its name. */
  public String name() {
    return name;
  }

  /** A client for the cluster it is in. */
  public KubernetesClient client() {
    return cluster.client();
  }

  /** The cluster it is in. */
  public Cluster cluster() {
    return cluster;
  }

  /**
   * Makes an object be here exactly as it is written: what the API server does not know, or finds
   * twice, it refuses (Kubernetes: server-side apply; field validation, Strict). Fields that an
   * earlier one set and this one leaves out are removed; those of others are taken over.
   *
   * @throws KubernetesClientException with the server's words if it refuses
   */
  public GenericKubernetesResource apply(GenericKubernetesResource object) {
    var made = Sending.apply(target(adapted(object)));
    applied.push(made);
    if (made.getKind().equals("CustomResourceDefinition")) {
      DefinedKind.of(made).awaitServed(client());
    }
    return made;
  }

  private Resource<GenericKubernetesResource> target(GenericKubernetesResource object) {
    return cluster
        .client()
        .genericKubernetesResources(object.getApiVersion(), object.getKind())
        .inNamespace(name)
        .resource(object);
  }

  private GenericKubernetesResource adapted(GenericKubernetesResource object) {
    return cluster.images().map(images -> images.adapted(object)).orElse(object);
  }

  /**
   * Sends an object and keeps the server's answer: creates it, or where it is there already applies
   * it without taking over what others set. What is created is removed in the end.
   *
   * @param validation what becomes of fields that the server does not know
   * @param dryRun whether nothing is to be kept
   * @throws KubernetesClientException with the server's words if it refuses
   */
  public void attempt(GenericKubernetesResource object, Validation validation, boolean dryRun) {
    Sending.attempt(target(adapted(object)), validation, dryRun).ifPresent(applied::push);
  }

  /**
   * Objects of a kind here.
   *
   * @param kind in any case; one that Kubernetes does not have itself is known once applied
   * @throws IllegalStateException with a message for the user if the kind is not known
   */
  public Resource<GenericKubernetesResource> object(String kind, String objectName) {
    var known = kind(kind);
    var objects = client().genericKubernetesResources(known.apiVersion(), known.kind());
    return known.isNamespaced()
        ? objects.inNamespace(name).withName(objectName)
        : objects.withName(objectName);
  }

  /**
   * The kind of that name.
   *
   * @param kind in any case; one that Kubernetes does not have itself is known once applied
   * @throws IllegalStateException with a message for the user if the kind is not known
   */
  public ObjectKind kind(String kind) {
    return ObjectKind.named(kind)
        .or(
            () ->
                applied.stream()
                    .filter(one -> one.getKind().equalsIgnoreCase(kind))
                    .findFirst()
                    .map(one -> new ObjectKind(one.getApiVersion(), one.getKind())))
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "there is no kind "
                        + kind
                        + " in Kubernetes itself, and the scenario applied none"));
  }

  /** Puts a finalizer on a pod: it stays in the API after its end until it is released. */
  public void pin(String pod) {
    finalizers(pod, "[\"" + FINALIZER + "\"]");
    pinned.add(pod);
  }

  /** Takes the finalizer away. */
  public void release(String pod) {
    finalizers(pod, "null");
    pinned.remove(pod);
  }

  private void finalizers(String pod, String json) {
    object("pod", pod)
        .patch(
            PatchContext.of(PatchType.JSON_MERGE), "{\"metadata\":{\"finalizers\":" + json + "}}");
  }

  /**
   * Keeps others from giving the image another stand-in until this scenario ends.
   *
   * @throws IllegalStateException with a message for the user if they would wait for each other
   */
  public void hold(Images images, StandIn standIn) {
    var before = holds.remove(standIn.image().inWords());
    if (before != null) {
      before.close();
    }
    holds.put(standIn.image().inWords(), images.hold(standIn, name));
  }

  private void releaseAtEnd() {
    for (var pod : List.copyOf(pinned)) {
      try {
        release(pod);
      } catch (KubernetesClientException e) {
        log.debug("pod {} went before it was released: {}", pod, e.getMessage());
      }
    }
  }

  /** What is taken back at the scenario's end. */
  public Undoing undoing() {
    return undoing;
  }

  /** What a command in a container printed, and how it ended. */
  public record CommandResult(int exitCode, String output, String error) {}

  /**
   * Runs a command in a container here and waits for its end.
   *
   * @throws TimeoutException if it has not ended within the limit
   * @throws ExecutionException if the connection broke
   * @throws KubernetesClientException if it cannot be run
   */
  public CommandResult exec(String pod, String container, List<String> command, Duration limit)
      throws InterruptedException, ExecutionException, TimeoutException {
    var output = new ByteArrayOutputStream();
    var error = new ByteArrayOutputStream();
    try (var exec =
        client()
            .pods()
            .inNamespace(name)
            .withName(pod)
            .inContainer(container)
            .writingOutput(output)
            .writingError(error)
            .exec(command.toArray(String[]::new))) {
      var code = exec.exitCode().get(limit.toMillis(), TimeUnit.MILLISECONDS);
      if (code == null) {
        throw new ExecutionException(
            new IllegalStateException("the connection ended before the command's exit code came"));
      }
      return new CommandResult(
          code, output.toString(StandardCharsets.UTF_8), error.toString(StandardCharsets.UTF_8));
    }
  }

  /**
   * Takes back what is owed and removes what was applied, pods at once; waits for the end of it
   * only in a namespace that scenarios share.
   */
  @Override
  public void close() {
    try {
      undoing.all();
      releaseAtEnd();
      new Removal(cluster, name, ours).of(applied);
    } finally {
      holds.values().forEach(Images.Hold::close);
      holds.clear();
    }
  }
}
