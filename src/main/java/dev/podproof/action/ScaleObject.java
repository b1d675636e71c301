package dev.podproof.action;

import dev.podproof.namespace.ObjectKind;
import dev.podproof.namespace.ScenarioNamespace;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Changes how many pods an object shall have. */
public record ScaleObject(Target target, int replicas) implements Request {
  @Override
  public String inWords() {
    return "scale " + target.inWords() + " to " + replicas;
  }

  @Override
  public void send(ScenarioNamespace namespace) {
    patch().send(namespace);
  }

  @Override
  public List<ObjectKind> kinds() {
    return patch().kinds();
  }

  private PatchObject patch() {
    return new PatchObject(target, Optional.empty(), Map.of("spec", Map.of("replicas", replicas)));
  }
}
