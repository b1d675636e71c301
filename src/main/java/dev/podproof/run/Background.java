package dev.podproof.run;

import dev.podproof.action.Action;
import dev.podproof.action.DeclareStandIn;
import dev.podproof.action.SwitchDependency;
import dev.podproof.cluster.image.ImageName;
import dev.podproof.project.Surroundings;
import io.cucumber.plugin.event.PickleStepTestStep;
import io.cucumber.plugin.event.TestCase;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What podproof.yaml declares, as it concerns one scenario: what the scenario's own steps declare
 * is left to them.
 */
final class Background {
  private static final Pattern IMAGE = Pattern.compile("^image \"([^\"]+)\" (.*)$");
  private static final Pattern DEPENDENCY =
      Pattern.compile("^dependency \"([^\"]+)\" on port (\\d+) .*$");

  private Background() {}

  /** What is done before the scenario's first step that needs a cluster. */
  static List<Action<?>> of(Surroundings surroundings, TestCase scenario) {
    var texts =
        scenario.getTestSteps().stream()
            .filter(PickleStepTestStep.class::isInstance)
            .map(step -> ((PickleStepTestStep) step).getStep().getText())
            .toList();
    var images = texts.stream().flatMap(text -> image(text).stream()).collect(Collectors.toSet());
    var ports = texts.stream().flatMap(text -> port(text).stream()).collect(Collectors.toSet());
    var standIns =
        surroundings.standIns().stream()
            .filter(one -> !images.contains(one.standIn().image()))
            .<Action<?>>map(one -> new DeclareStandIn(one.standIn()));
    var dependencies =
        surroundings.dependencies().stream()
            .filter(one -> !ports.contains(one.dependency().inWords()))
            .<Action<?>>map(one -> new SwitchDependency(one.dependency(), one.state()));
    return Stream.concat(standIns, dependencies).toList();
  }

  /**
   * Why a step cannot stand in a scenario that runs beside others: they have another stand-in for
   * the same image from podproof.yaml.
   */
  static Optional<String> conflict(
      Surroundings surroundings, PickleStepTestStep step, List<String> tags) {
    var declares = IMAGE.matcher(step.getStep().getText());
    if (!declares.matches() || Lanes.isolates(tags)) {
      return Optional.empty();
    }
    return surroundings.standIns().stream()
        .filter(one -> image(step.getStep().getText()).equals(Optional.of(one.standIn().image())))
        .filter(one -> !declares.group(2).equals(one.words()))
        .findFirst()
        .map(
            one ->
                "\""
                    + step.getStep().getText()
                    + "\" is at odds with "
                    + one.place()
                    + ", where the image "
                    + one.words()
                    + "\n  tag the scenario @isolated, and it runs alone; or remove one of them");
  }

  private static Optional<ImageName> image(String text) {
    var found = IMAGE.matcher(text);
    try {
      return found.matches() ? Optional.of(ImageName.parse(found.group(1))) : Optional.empty();
    } catch (IllegalArgumentException e) {
      // The step itself will say so.
      return Optional.empty();
    }
  }

  private static Optional<String> port(String text) {
    var found = DEPENDENCY.matcher(text);
    return found.matches() ? Optional.of(found.group(1) + ":" + found.group(2)) : Optional.empty();
  }
}
