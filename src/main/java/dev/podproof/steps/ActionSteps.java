package dev.podproof.steps;

import dev.podproof.action.AddEphemeralContainer;
import dev.podproof.action.CreateJob;
import dev.podproof.action.DeleteObject;
import dev.podproof.action.Deletion;
import dev.podproof.action.DisconnectPod;
import dev.podproof.action.EvictPod;
import dev.podproof.action.FillVolume;
import dev.podproof.action.FreezeContainers;
import dev.podproof.action.NodeAction;
import dev.podproof.action.PatchObject;
import dev.podproof.action.PinPod;
import dev.podproof.action.ScaleObject;
import dev.podproof.expectation.ContainerRef;
import dev.podproof.expectation.ObjectRef;
import dev.podproof.expectation.PodRef;
import dev.podproof.manifest.PartialObject;
import dev.podproof.session.PodSession;
import io.cucumber.java.en.When;
import java.util.Map;
import java.util.Optional;

/** What a scenario does to what is there. */
public final class ActionSteps {
  private final PodSession session;

  /** Steps of one scenario. */
  public ActionSteps(PodSession session) {
    this.session = session;
  }

  /** Asks for a deletion, such as: at once, or: in the foreground. */
  @When("I delete {object}{deletion}")
  public void delete(ObjectRef object, Deletion deletion) {
    session.perform(new DeleteObject(Targets.of(session, object), deletion));
  }

  /** Changes fields of an object, or through one of its subresources. */
  @When("I patch {subresource}{object}:")
  public void patch(Optional<String> subresource, ObjectRef object, String change) {
    session.perform(new PatchObject(Targets.of(session, object), subresource, parsed(change)));
  }

  /** Changes how many pods there shall be. */
  @When("I scale {object} to {int}")
  public void scale(ObjectRef object, int replicas) {
    session.perform(new ScaleObject(Targets.of(session, object), replicas));
  }

  /** Runs a CronJob now. */
  @When("I create job {text} from {object}")
  public void createJob(String job, ObjectRef cronJob) {
    session.perform(new CreateJob(Targets.of(session, cronJob), job));
  }

  /** Keeps a pod's last status in the API until it is released. */
  @When("I pin {pod}")
  public void pin(PodRef pod) {
    session.perform(new PinPod(session.nameOf(pod), true));
  }

  /** Lets a pinned pod go. */
  @When("I release {pod}")
  public void release(PodRef pod) {
    session.perform(new PinPod(session.nameOf(pod), false));
  }

  /** Sends a signal to a container's main process, from the node. */
  @When("I send signal {word} to {container}")
  public void signal(String signal, ContainerRef container) {
    session.perform(
        new NodeAction.Signal(
            signal,
            session.nameOf(container.pod()),
            container.name(),
            session.runningIdOf(container)));
  }

  /** Adds the container that the step holds. */
  @When("I add an ephemeral container to {pod}:")
  public void addEphemeral(PodRef pod, String container) {
    session.perform(new AddEphemeralContainer(session.nameOf(pod), parsed(container)));
  }

  /** Asks for an eviction. */
  @When("I evict {pod}")
  public void evict(PodRef pod) {
    session.perform(new EvictPod(session.nameOf(pod)));
  }

  /** Stops the pod's sandbox on the node. */
  @When("I stop the sandbox of {pod}")
  public void stopSandbox(PodRef pod) {
    session.perform(new NodeAction.StopSandbox(session.nameOf(pod)));
  }

  /** Restarts a part of the node. */
  @When("I restart the {nodeComponent}")
  public void restart(NodeAction.Restart restart) {
    session.perform(restart);
  }

  /** Stops every process of a container, or of a pod's containers. */
  @When("I freeze {containers}")
  public void freeze(Subjects.Containers containers) {
    switchFrozen(containers, true);
  }

  /** Lets them go on. */
  @When("I thaw {containers}")
  public void thaw(Subjects.Containers containers) {
    switchFrozen(containers, false);
  }

  private void switchFrozen(Subjects.Containers of, boolean frozen) {
    of.named().filter(one -> frozen).ifPresent(session::runningIdOf);
    session.perform(
        new FreezeContainers(session.nameOf(of.pod()), of.named().map(ContainerRef::name), frozen));
  }

  /** Takes a pod off its network. */
  @When("I disconnect {pod}")
  public void disconnect(PodRef pod) {
    session.perform(new DisconnectPod(session.nameOf(pod), true));
  }

  /** Puts it back. */
  @When("I reconnect {pod}")
  public void reconnect(PodRef pod) {
    session.perform(new DisconnectPod(session.nameOf(pod), false));
  }

  /** Fills a volume up to its size limit. */
  @When("I fill volume {text} of {pod}")
  public void fill(String volume, PodRef pod) {
    session.perform(new FillVolume(session.nameOf(pod), volume, true));
  }

  /** Takes out what filled it. */
  @When("I empty volume {text} of {pod}")
  public void empty(String volume, PodRef pod) {
    session.perform(new FillVolume(session.nameOf(pod), volume, false));
  }

  private Map<String, Object> parsed(String yaml) {
    return PartialObject.parse(session.recall(yaml));
  }
}
