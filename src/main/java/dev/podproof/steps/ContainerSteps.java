package dev.podproof.steps;

import dev.podproof.action.HttpGet;
import dev.podproof.action.RunCommand;
import dev.podproof.expectation.Answered;
import dev.podproof.expectation.ContainerRef;
import dev.podproof.expectation.LogRepeats;
import dev.podproof.expectation.SharesVolume;
import dev.podproof.expectation.StartsExactly;
import dev.podproof.session.PodSession;
import io.cucumber.java.en.Then;

/** What is to be seen in and at containers. */
public final class ContainerSteps {
  private final PodSession session;

  /** Steps of one scenario. */
  public ContainerSteps(PodSession session) {
    this.session = session;
  }

  /** A number of starts, from the beginning of the recording until now. */
  @Then("container {string} has started exactly {int} time(s)")
  public void startsExactly(String container, int times) {
    session.expect(new StartsExactly(ContainerRef.named(container), times));
  }

  /** Both mount it. */
  @Then("containers {string} and {string} share volume {string}")
  public void sharesVolume(String first, String second, String volume) {
    session.expect(new SharesVolume(ContainerRef.named(first), ContainerRef.named(second), volume));
  }

  /** What one container wrote to a file until now, the other one logs. */
  @Then(
      "container {string} logs every line of file {string} of container {string} of pod {string}, once and in order")
  public void logsFile(String reader, String file, String writer, String pod) {
    session.expect(
        new LogRepeats(
            ContainerRef.named(reader),
            session
                .perform(RunCommand.script(pod, writer, "cat " + file))
                .output()
                .lines()
                .toList(),
            session.budget()));
  }

  /** A request over HTTP, from outside the pod. */
  @Then("GET {string} on port {int} of pod {string} answers {string}")
  public void answers(String path, int port, String pod, String wanted) {
    session.expect(
        new Answered("GET " + path, session.perform(new HttpGet(pod, port, path)), wanted));
  }
}
