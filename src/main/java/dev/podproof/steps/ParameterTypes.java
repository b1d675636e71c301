package dev.podproof.steps;

import dev.podproof.cluster.image.ImageName;
import dev.podproof.dependency.DependencyState;
import dev.podproof.expectation.Milestone;
import dev.podproof.expectation.State;
import io.cucumber.java.ParameterType;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;

/** What the parameters of phrases mean. */
public final class ParameterTypes {
  /** A number with a unit: 500ms, 5s, 1.5s, 2m. */
  @ParameterType("\\d+(?:\\.\\d+)?(?:ms|s|m)")
  public Duration duration(String text) {
    var unit = text.endsWith("ms") ? "ms" : text.substring(text.length() - 1);
    var number = new BigDecimal(text.substring(0, text.length() - unit.length()));
    var millis = unit.equals("ms") ? 1 : unit.equals("s") ? 1_000 : 60_000;
    return Duration.ofMillis(number.multiply(BigDecimal.valueOf(millis)).longValue());
  }

  /** Something that happens, such as: container "webapp" starts. */
  @ParameterType(Phrases.MILESTONE)
  public Milestone milestone(String text) {
    return Phrases.milestone(text);
  }

  /** Something that never happens, such as: container "webapp" never starts. */
  @ParameterType(Phrases.NEVER)
  public Denied never(String text) {
    return new Denied(Phrases.denied(text));
  }

  /** Something that has not happened, such as: container "webapp" has never started. */
  @ParameterType(Phrases.HAS_NEVER)
  public Denied hasNever(String text) {
    return new Denied(Phrases.denied(text));
  }

  /** Something that goes on, such as: the pod stays Pending. */
  @ParameterType(Phrases.STAYS)
  public State stays(String text) {
    return Phrases.state(text);
  }

  /** How a dependency answers: has no endpoints, refuses connections, accepts connections. */
  @ParameterType("has no endpoints|refuses connections|accepts connections")
  public DependencyState dependencyState(String text) {
    return Arrays.stream(DependencyState.values())
        .filter(state -> state.inWords().equals(text))
        .findFirst()
        .orElseThrow();
  }

  /** An image's name in quotes. */
  @ParameterType("image \"([^\"]+)\"")
  public ImageName image(String name) {
    return ImageName.parse(name);
  }

  /** A milestone that is not to be reached. */
  public record Denied(Milestone milestone) {}
}
