package dev.podproof.steps;

import dev.podproof.action.ApplyManifest;
import dev.podproof.expectation.ObjectRef;
import dev.podproof.session.PodSession;
import io.cucumber.java.en.When;
import java.util.Optional;

/** What a scenario applies. */
public final class ManifestSteps {
  private final PodSession session;
  private final Manifests manifests;

  /** Steps of one scenario. */
  public ManifestSteps(PodSession session, Manifests manifests) {
    this.session = session;
    this.manifests = manifests;
  }

  /** Applies a file. */
  @When("I apply {string}")
  public void apply(String file) {
    session.perform(new ApplyManifest(manifests.read(file), Optional.of(file)));
  }

  /** Applies a file but for one of its objects, which may come later. */
  @When("I apply {string} without {object}")
  public void applyWithout(String file, ObjectRef object) {
    session.perform(
        new ApplyManifest(
            manifests.readWithout(file, object.inWords()),
            Optional.of(file + " without " + object.inWords())));
  }

  /** Applies what the step itself holds. */
  @When("I apply:")
  public void applyText(String text) {
    session.perform(
        new ApplyManifest(
            manifests.parse("the manifest in the step", session.recall(manifests.written(text))),
            Optional.empty()));
  }
}
