package dev.podproof.steps;

import dev.podproof.action.Attempt;
import dev.podproof.action.PatchObject;
import dev.podproof.action.Request;
import dev.podproof.expectation.ObjectRef;
import dev.podproof.expectation.Observed;
import dev.podproof.manifest.Manifest;
import dev.podproof.manifest.PartialObject;
import dev.podproof.session.PodSession;
import dev.podproof.session.Repeat;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.Optional;
import java.util.function.Function;

/** Requests that may be refused, and the API server's answers. */
public final class RequestSteps {
  private final PodSession session;
  private final Manifests manifests;
  private Optional<Tried> tried = Optional.empty();

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

  /** Sends a file. */
  @When("I try to apply {string}{trial}")
  public void applyFile(String file, Trial trial) {
    attempt(new Attempt.Apply(manifests.read(file), trial.validation(), trial.dry()));
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

  /** The last request was accepted, or is when it is sent again. */
  @Then("it is accepted{again}")
  public void accepted(Optional<Repeat> again) {
    expect(
        answer -> new Observed("the request is accepted", answer.isAccepted(), answer.inWords()),
        again);
  }

  /** The last request was refused with such an answer, or is when it is sent again. */
  @Then("it is refused{refusal}{again}")
  public void refused(Refusal refusal, Optional<Repeat> again) {
    expect(
        answer ->
            new Observed(
                "the request is refused" + refusal.inWords(),
                refusal.fits(answer),
                answer.inWords()),
        again);
  }

  private void attempt(Attempt request) {
    tried = Optional.of(new Tried(request, session.perform(request)));
  }

  private void expect(Function<Attempt.Answer, Observed> judge, Optional<Repeat> again) {
    var last =
        tried.orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no request was tried before; begin with: When I try to apply:"));
    again.ifPresentOrElse(
        repeat -> session.expectRepeatedly(last.request(), judge, repeat),
        () -> session.expect(judge.apply(last.answer())));
  }

  /** The last request, and how it was answered. */
  private record Tried(Attempt request, Attempt.Answer answer) {}

  private Manifest parsed(String manifest) {
    return manifests.parse("the manifest in the step", session.recall(manifest));
  }

  private PatchObject change(ObjectRef object, Optional<String> subresource, String change) {
    var target = Targets.of(session, object);
    return new PatchObject(target, subresource, PartialObject.parse(session.recall(change)));
  }
}
