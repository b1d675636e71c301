package dev.podproof.expectation;

import dev.podproof.lifecycle.History;
import dev.podproof.lifecycle.Moment;
import dev.podproof.lifecycle.Witness;
import java.util.regex.Pattern;

/**
 * The scenario did something, told in the first words of that action; the last time before the
 * question counts.
 */
public record ActionDone(String words) implements Milestone {
  private static final Pattern MEANT =
      Pattern.compile("the pod(?: of [a-z]+ [^\\s\\\\]+| labelled [^\\s\\\\]+)?");

  // Where a sentence says which pod it means, the action has its name; words end where words end.
  private Pattern pattern() {
    return Pattern.compile(
        MEANT.matcher(Pattern.quote(words)).replaceAll("\\\\E(?:\\\\Q$0\\\\E|pod \\\\S+)\\\\Q")
            + "(?!\\S)");
  }

  @Override
  public Occurrence in(History history, AsOf asOf) {
    var wanted = pattern();
    return history.actions().stream()
        .filter(action -> !action.interval().earliest().isAfter(asOf.asked()))
        .filter(action -> wanted.matcher(action.words()).lookingAt())
        .reduce((earlier, later) -> later)
        .<Occurrence>map(
            action -> new Occurrence.Happened(Moment.seenBy(Witness.HARNESS, action.interval())))
        .orElseGet(() -> new Occurrence.NotYet("the scenario had not done it"));
  }

  @Override
  public String inWords() {
    return words;
  }

  @Override
  public String inPast() {
    return words;
  }

  @Override
  public Aspect aspect() {
    return Aspect.ACTIONS;
  }
}
