package dev.podproof.action;

import dev.podproof.namespace.ObjectKind;
import dev.podproof.namespace.ScenarioNamespace;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.dsl.EditReplacePatchable;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Changes an object: a strategic merge where Kubernetes knows the kind itself, else a JSON merge.
 * Of an object outside the namespace, such as a node, the change is taken back when the scenario
 * ends.
 *
 * @param subresource such as resize; empty for the object itself
 * @param change the fields that change
 */
public record PatchObject(Target target, Optional<String> subresource, Map<String, Object> change)
    implements Request {
  @Override
  public String inWords() {
    return "patch "
        + subresource.map(name -> "subresource " + name + " of ").orElse("")
        + target.inWords();
  }

  @Override
  public void send(ScenarioNamespace namespace) {
    var type =
        ObjectKind.named(target.kind()).isPresent()
            ? PatchType.STRATEGIC_MERGE
            : PatchType.JSON_MERGE;
    var body = Serialization.asJson(change);
    var object = target.in(namespace);
    var part =
        subresource
            .<EditReplacePatchable<GenericKubernetesResource>>map(object::subresource)
            .orElse(object);
    // What is in the namespace goes with it.
    var before =
        namespace.kind(target.kind()).isNamespaced()
            ? Optional.<GenericKubernetesResource>empty()
            : Optional.ofNullable(object.get());
    part.patch(PatchContext.of(type), body);
    before.ifPresent(
        was ->
            namespace
                .undoing()
                .oweToo(
                    inWords(),
                    () -> part.patch(PatchContext.of(PatchType.JSON_MERGE), reversal(was))));
  }

  private String reversal(GenericKubernetesResource was) {
    return Serialization.asJson(
        Reversal.of(change, Serialization.unmarshal(Serialization.asJson(was), Map.class)));
  }

  @Override
  public List<ObjectKind> kinds() {
    return ObjectKind.named(target.kind()).stream().toList();
  }
}
