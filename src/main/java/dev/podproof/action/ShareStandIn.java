package dev.podproof.action;

import dev.podproof.cluster.image.StandIn;
import dev.podproof.namespace.ScenarioNamespace;

/**
 * Lets an image's name stand for declared behaviour that every scenario of the run declares alike,
 * so that none need wait for another.
 */
public record ShareStandIn(StandIn standIn) implements Action<Boolean> {
  @Override
  public String inWords() {
    return standIn.inWords();
  }

  @Override
  public Boolean perform(ScenarioNamespace namespace) {
    return DeclareStandIn.declare(namespace, standIn, images -> {});
  }
}
