package dev.podproof.steps;

import dev.podproof.action.ApplyManifest;
import dev.podproof.session.PodSession;
import io.cucumber.java.en.When;

/** What a scenario applies. */
public final class ManifestSteps {
  private final PodSession session;
  private final ManifestFolder folder;

  /** Steps of one scenario. */
  public ManifestSteps(PodSession session, ManifestFolder folder) {
    this.session = session;
    this.folder = folder;
  }

  /** Applies a file. */
  @When("I apply {string}")
  public void apply(String file) {
    session.perform(new ApplyManifest(folder.read(file)));
  }

  /** Applies what the step itself holds. */
  @When("I apply:")
  public void applyText(String text) {
    session.perform(
        new ApplyManifest(folder.parse("the manifest in the step", session.recall(text))));
  }
}
