package dev.podproof.action;

import dev.podproof.dependency.Dependency;
import dev.podproof.dependency.DependencyState;
import dev.podproof.dependency.DependencySwitch;
import dev.podproof.namespace.ScenarioNamespace;

/** Brings a dependency into a state, whatever its state was; the first time makes its objects. */
public record SwitchDependency(Dependency dependency, DependencyState state)
    implements Action<Boolean> {
  @Override
  public String inWords() {
    return dependency.inWords() + " " + state.inWords();
  }

  @Override
  public Boolean perform(ScenarioNamespace namespace) throws InterruptedException {
    try {
      DependencySwitch.bring(namespace, dependency, state);
      return true;
    } catch (IllegalStateException e) {
      throw new ActionProblem(String.valueOf(e.getMessage()), e);
    }
  }
}
