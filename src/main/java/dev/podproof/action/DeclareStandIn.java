package dev.podproof.action;

import dev.podproof.cluster.image.Images;
import dev.podproof.cluster.image.StandIn;
import dev.podproof.namespace.ScenarioNamespace;
import java.util.function.Consumer;

/** Lets an image's name stand for declared behaviour, on this run's cluster. */
public record DeclareStandIn(StandIn standIn) implements Action<Boolean> {
  @Override
  public String inWords() {
    return standIn.inWords();
  }

  @Override
  public Boolean perform(ScenarioNamespace namespace) {
    return declare(namespace, standIn, images -> namespace.hold(images, standIn));
  }

  /**
   * Declares it once what has to come before is done.
   *
   * @throws ActionProblem if the cluster can have none
   */
  static boolean declare(ScenarioNamespace namespace, StandIn standIn, Consumer<Images> before) {
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
    before.accept(images);
    try {
      images.standIn(standIn);
      return true;
    } catch (IllegalStateException e) {
      throw new ActionProblem(String.valueOf(e.getMessage()), e);
    }
  }
}
