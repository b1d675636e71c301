package dev.podproof.action;

import dev.podproof.cluster.image.StandIn;
import dev.podproof.namespace.ScenarioNamespace;

/**
 * Lets an image's name stand for declared behaviour, on this run's cluster; waits while another
 * scenario declares it otherwise.
 */
public record DeclareStandIn(StandIn standIn) implements Action<Boolean> {
  @Override
  public String inWords() {
    return standIn.inWords();
  }

  @Override
  public Boolean perform(ScenarioNamespace namespace) {
    var images =
        namespace
            .cluster()
            .images()
            .orElseThrow(
                () ->
                    new ActionProblem(
                        "stand-ins for images are refused on a cluster that Podproof did not start ("
                            + standIn.image().inWords()
                            + ")\n  let it be rewritten in what is applied: --rewrite-images; or bring the image there yourself; or run with --cluster auto"));
    try {
      namespace.hold(images, standIn);
      images.standIn(standIn);
      return true;
    } catch (IllegalStateException e) {
      throw new ActionProblem(String.valueOf(e.getMessage()), e);
    }
  }
}
