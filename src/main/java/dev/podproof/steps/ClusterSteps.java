package dev.podproof.steps;

import dev.podproof.expectation.FieldPath;
import dev.podproof.expectation.ObjectIs;
import dev.podproof.expectation.ObjectRef;
import dev.podproof.expectation.ObjectTest;
import dev.podproof.expectation.ValueTest;
import dev.podproof.session.PodSession;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.When;

/** What a scenario needs of its cluster, and what it remembers of it. */
public final class ClusterSteps {
  private final PodSession session;

  /** Steps of one scenario. */
  public ClusterSteps(PodSession session) {
    this.session = session;
  }

  /** Skips the scenario on older versions. */
  @Given("Kubernetes {version} or newer")
  public void atLeast(KubernetesVersion version) {
    session.require(
        cluster -> KubernetesVersion.of(cluster.kubernetesVersion()).compareTo(version) >= 0,
        "it needs Kubernetes " + version.inWords() + " or newer");
  }

  /** Skips the scenario on that version and newer ones. */
  @Given("Kubernetes older than {version}")
  public void olderThan(KubernetesVersion version) {
    session.require(
        cluster -> KubernetesVersion.of(cluster.kubernetesVersion()).compareTo(version) < 0,
        "it needs a Kubernetes older than " + version.inWords());
  }

  /** Skips the scenario where the cluster is not so. */
  @Given("the cluster {clusterGate}")
  public void gate(ClusterGate gate) {
    session.require(gate.met(), gate.otherwise());
  }

  /** Keeps a field's value, as it is once it is there. */
  @When("I remember field {text} of {object} as {text}")
  public void remember(String path, ObjectRef object, String name) {
    var field = FieldPath.of(path);
    session.expect(
        new ObjectIs(object, new ObjectTest.Field(field, new ValueTest.Present(true)))
            .holds()
            .within(session.budget()));
    session.remember(name, session.latest(object, field));
  }
}
