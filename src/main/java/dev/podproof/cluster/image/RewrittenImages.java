package dev.podproof.cluster.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Images for a cluster that is not ours, by a change to what is applied: a stand-in becomes busybox
 * with the stand-in's script for its command, and an image without a pull policy of its own is
 * taken from the node where it is there.
 *
 * <p>Without a policy, one with the tag latest or none would be pulled each time (Kubernetes:
 * images, default image pull policy). Every change is told once. Thread-safe.
 */
public final class RewrittenImages implements Images {
  private static final String BASE = "busybox";
  private static final List<String> LISTS =
      List.of("initContainers", "containers", "ephemeralContainers");

  private final Map<String, StandIn> standIns = new ConcurrentHashMap<>();
  private final NameHolds holds = new NameHolds();
  private final Set<String> told = ConcurrentHashMap.newKeySet();
  private final Consumer<String> announce;

  /**
   * Nothing is rewritten yet.
   *
   * @param announce is told, once each, what was changed
   */
  public RewrittenImages(Consumer<String> announce) {
    this.announce = announce;
  }

  @Override
  public Hold hold(StandIn standIn, String holder) {
    return holds.hold(key(standIn.image()), standIn, holder);
  }

  @Override
  public void standIn(StandIn standIn) {
    standIns.put(key(standIn.image()), standIn);
  }

  @Override
  public GenericKubernetesResource adapted(GenericKubernetesResource object) {
    var tree = ArchivedImage.JSON.valueToTree(object);
    rewrite(tree);
    return ArchivedImage.JSON.convertValue(tree, GenericKubernetesResource.class);
  }

  // Wherever an object has pods or templates of pods, their containers stand in these lists.
  private void rewrite(JsonNode node) {
    if (node instanceof ObjectNode object) {
      LISTS.stream()
          .map(object::path)
          .filter(JsonNode::isArray)
          .flatMap(RewrittenImages::containers)
          .forEach(this::rewriteContainer);
    }
    node.forEach(this::rewrite);
  }

  private static java.util.stream.Stream<ObjectNode> containers(JsonNode list) {
    return java.util.stream.StreamSupport.stream(list.spliterator(), false)
        .filter(container -> container.path("image").isTextual())
        .map(ObjectNode.class::cast);
  }

  private void rewriteContainer(ObjectNode container) {
    var image = container.path("image").textValue();
    standIn(image).ifPresent(standIn -> replace(container, standIn));
    if (!container.has("imagePullPolicy")) {
      container.put("imagePullPolicy", "IfNotPresent");
      tell(container.path("image").textValue() + " is pulled only where the node lacks it");
    }
  }

  private Optional<StandIn> standIn(String image) {
    try {
      return Optional.ofNullable(standIns.get(key(ImageName.parse(image))));
    } catch (IllegalArgumentException e) {
      // No image can have that name: the cluster shall say so, as it would of the manifest itself.
      return Optional.empty();
    }
  }

  // What the manifest says of the command overrides an image's own, so it does here.
  private void replace(ObjectNode container, StandIn standIn) {
    container.put("image", BASE);
    if (!container.has("command")) {
      container.putArray("command").add("sh").add("-c").add(standIn.behaviour().script());
    }
    tell(
        standIn.image().inWords()
            + " is replaced in the manifest by "
            + BASE
            + ", as a stand-in that "
            + standIn.behaviour().inWords());
  }

  private void tell(String words) {
    if (told.add(words)) {
      announce.accept(words);
    }
  }

  private static String key(ImageName name) {
    return name.repository() + ":" + name.reference();
  }
}
