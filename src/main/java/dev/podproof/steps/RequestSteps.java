package dev.podproof.steps;

import dev.podproof.action.Attempt;
import dev.podproof.action.PatchObject;
import dev.podproof.expectation.ObjectRef;
import dev.podproof.expectation.Observed;
import dev.podproof.manifest.Manifest;
import dev.podproof.manifest.PartialObject;
import dev.podproof.session.PodSession;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.fabric8.kubernetes.client.dsl.FieldValidateable.Validation;
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

  /** Sends a manifest. */
  @When("I try to apply:")
  public void apply(String manifest) {
    attempt(new Attempt.Apply(parsed(manifest), Validation.STRICT, false));
  }

  /** Sends a manifest of which nothing is kept. */
  @When("I try to apply as a dry run:")
  public void applyDry(String manifest) {
    attempt(new Attempt.Apply(parsed(manifest), Validation.STRICT, true));
  }

  /** Sends a manifest, with Strict, Warn or Ignore for fields that the server does not know. */
  @When("I try to apply with field validation {text}:")
  public void apply(String validation, String manifest) {
    attempt(
        new Attempt.Apply(
            parsed(manifest),
            Validation.valueOf(validation.toUpperCase(java.util.Locale.ROOT)),
            false));
  }

  /** Sends a change. */
  @When("I try to patch {object}:")
  public void patch(ObjectRef object, String change) {
    attempt(new Attempt.Patch(change(object, Optional.empty(), change)));
  }

  /** Sends a change through a subresource. */
  @When("I try to patch subresource {text} of {object}:")
  public void patch(String subresource, ObjectRef object, String change) {
    attempt(new Attempt.Patch(change(object, Optional.of(subresource), change)));
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
