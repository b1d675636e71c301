package dev.podproof.steps;

import dev.podproof.action.DeclareStandIn;
import dev.podproof.action.ProvideVolume;
import dev.podproof.action.SwitchDependency;
import dev.podproof.cluster.image.Behaviour;
import dev.podproof.cluster.image.ImageName;
import dev.podproof.cluster.image.StandIn;
import dev.podproof.dependency.Dependency;
import dev.podproof.dependency.DependencyState;
import dev.podproof.session.PodSession;
import io.cucumber.java.en.Given;
import java.time.Duration;

/** What a scenario's pods depend on: images and services. */
public final class DependencySteps {
  private final PodSession session;

  /** Steps of one scenario. */
  public DependencySteps(PodSession session) {
    this.session = session;
  }

  /** Lets an image's name stand for a web server. */
  @Given("{image} serves HTTP on {served}")
  public void servesHttp(ImageName image, Behaviour.ServesHttp served) {
    session.perform(new DeclareStandIn(new StandIn(image, served)));
  }

  /** Lets an image's name stand for an app that logs into a file. */
  @Given("{image} writes a line to {string} every {duration}")
  public void writesLines(ImageName image, String file, Duration every) {
    session.perform(
        new DeclareStandIn(
            new StandIn(image, new Behaviour.WritesLines(file, every, Duration.ZERO))));
  }

  /** Lets an image's name stand for an app that begins late to log into a file. */
  @Given("{image} writes a line to {string} every {duration}, beginning after {duration}")
  public void writesLinesLate(ImageName image, String file, Duration every, Duration after) {
    session.perform(
        new DeclareStandIn(new StandIn(image, new Behaviour.WritesLines(file, every, after))));
  }

  /** Lets an image's name stand for a program that ends. */
  @Given("{image} exits with code {int} after {duration}")
  public void exits(ImageName image, int code, Duration after) {
    session.perform(new DeclareStandIn(new StandIn(image, new Behaviour.Exits(code, after))));
  }

  /** Keeps a volume for a claim, where the cluster makes none. */
  @Given("a volume of {volume} for claim {string}")
  public void volume(VolumeWords volume, String claim) {
    session.perform(new ProvideVolume(claim, volume.size(), volume.storageClass()));
  }

  /** Switches what stands behind a Service. */
  @Given("dependency {string} on port {int} {dependencyState}")
  public void dependency(String name, int port, DependencyState state) {
    session.perform(new SwitchDependency(new Dependency(name, port), state));
  }
}
