package dev.podproof.steps;

import dev.podproof.action.ApplyManifest;
import dev.podproof.action.DeletePod;
import dev.podproof.action.RunCommand;
import dev.podproof.expectation.CommandSucceeded;
import dev.podproof.manifest.Manifest;
import dev.podproof.session.PodSession;
import io.cucumber.java.en.When;

/** What a scenario does to its pods. */
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
    session.perform(new ApplyManifest(Manifest.read(folder.find(file))));
  }

  /** Applies what the step itself holds. */
  @When("I apply:")
  public void applyText(String text) {
    session.perform(new ApplyManifest(Manifest.parse("the manifest in the step", text)));
  }

  /** Asks for a pod's deletion. */
  @When("I delete pod {string}")
  public void delete(String pod) {
    session.perform(new DeletePod(pod));
  }

  /** Runs a script in a container; it must succeed. */
  @When("I run in container {string} of pod {string}:")
  public void run(String container, String pod, String script) {
    session.expect(
        new CommandSucceeded(
            container, session.perform(RunCommand.script(pod, container, script)).exitCode()));
  }
}
