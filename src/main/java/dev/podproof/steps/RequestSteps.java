package dev.podproof.steps;

import dev.podproof.action.Attempt;
import dev.podproof.action.PatchObject;
import dev.podproof.action.Request;
import dev.podproof.expectation.ObjectRef;
import dev.podproof.expectation.Observed;
import dev.podproof.manifest.Manifest;
import dev.podproof.manifest.PartialObject;
import dev.podproof.session.PodSession;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.Optional;

/** Requests that may be refused, and the API server's answers. */
public final class RequestSteps {
  private final PodSession session;
  private final Manifests manifests;
  private Optional<Attempt.Answer> answer = Optional.empty();

  /** Steps of one scenario. */
  public RequestSteps(PodSession session, Manifests manifests) {
    this.session = session;
    this.manifests = manifests;
  }

  /** Sends a manifest, with Strict, Warn or Ignore for fields that the server does not know. */
  @When("I try to apply{trial}:")
  public void apply(Trial trial, String manifest) {
    attempt(new Attempt.Apply(parsed(manifest), trial.validation(), trial.dry()));
  }

  /** Sends a change, of an object or through one of its subresources. */
  @When("I try to patch {subresource}{object}:")
  public void patch(Optional<String> subresource, ObjectRef object, String change) {
    attempt(new Attempt.Of(change(object, subresource, change)));
  }

  /** Sends a request that is all in the sentence, such as: evict pod "web". */
  @When("I try to {request}")
  public void request(Request request) {
    attempt(new Attempt.Of(request));
  }

  /** The last request was accepted. */
  @Then("it is accepted")
  public void accepted() {
    session.expect(new Observed("the request is accepted", last().isAccepted(), last().inWords()));
  }

  /** The last request was refused, with such an answer. */
  @Then("it is refused{refusal}")
  public void refused(Refusal refusal) {
    session.expect(
        new Observed(
            "the request is refused" + refusal.inWords(), refusal.fits(last()), last().inWords()));
  }

  private void attempt(Attempt attempt) {
    answer = Optional.of(session.perform(attempt));
  }

  private Attempt.Answer last() {
    return answer.orElseThrow(
        () ->
            new IllegalArgumentException(
                "no request was tried before; begin with: When I try to apply:"));
  }

  private Manifest parsed(String manifest) {
    return manifests.parse("the manifest in the step", session.recall(manifest));
  }

  private PatchObject change(ObjectRef object, Optional<String> subresource, String change) {
    var target = Targets.of(session, object);
    return new PatchObject(target, subresource, PartialObject.parse(session.recall(change)));
  }
}
