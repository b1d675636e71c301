package dev.podproof.expectation;

import dev.podproof.lifecycle.History;
import dev.podproof.lifecycle.Interval;
import dev.podproof.lifecycle.Observation.LogLine;
import dev.podproof.lifecycle.PodIdentity;
import dev.podproof.lifecycle.RelativeTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A container's log has given lines, each as often as it was written and in that order.
 *
 * @param lines what somebody else wrote, such as the lines of a file; other lines may lie between
 */
public record LogRepeats(ContainerRef container, List<String> lines, Duration budget)
    implements Expectation {
  public LogRepeats {
    lines = List.copyOf(lines);
  }

  @Override
  public Verdict evaluate(History history, AsOf asOf) {
    var found = container.pod().in(history);
    if (!(found instanceof PodRef.Found.One one)) {
      return new Verdict.CannotTell(container.pod().inWords() + " cannot be told apart");
    }
    if (lines.isEmpty()) {
      return new Verdict.Violated("there is no line that it could show");
    }
    var logged = loggedBy(history, one.pod(), asOf.asked().plus(budget));
    var common = Math.min(logged.size(), lines.size());
    for (var i = 0; i < common; i++) {
      if (!logged.get(i).equals(lines.get(i))) {
        return new Verdict.Violated(
            "line "
                + (i + 1)
                + " of them in its log is \""
                + logged.get(i)
                + "\", where \""
                + lines.get(i)
                + "\" was written");
      }
    }
    return common == lines.size()
        ? new Verdict.Satisfied("all " + lines.size() + " lines, each once and in order (log)")
        : missing(history, asOf, common);
  }

  private List<String> loggedBy(History history, PodIdentity pod, Instant deadline) {
    return history.linesOf(pod, container.name()).stream()
        .filter(line -> !line.stamp().isAfter(deadline))
        .map(LogLine::text)
        .filter(lines::contains)
        .toList();
  }

  private Verdict missing(History history, AsOf asOf, int shown) {
    var judgement = new Judgement(history, asOf, Aspect.LOGS);
    var instead = "it shows " + shown + " of " + lines.size() + " lines";
    var deadline = asOf.asked().plus(budget);
    return judgement.atEndOf(
        new Interval(history.began(), deadline),
        new Verdict.Violated(instead + "; the next would be \"" + lines.get(shown) + "\""),
        instead);
  }

  @Override
  public String inWords() {
    return container.inWords()
        + " logs every line that was written, once and in order, within "
        + RelativeTime.seconds(budget);
  }

  @Override
  public Optional<PodRef> pod() {
    return Optional.of(container.pod());
  }
}
