package dev.podproof.expectation;

import dev.podproof.lifecycle.PodCondition;
import dev.podproof.lifecycle.PodSnapshot;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One thing that a pod's status may say. To add one, add one record. */
public sealed interface PodFact {
  /** Whether the status says so. */
  boolean holds(PodSnapshot pod);

  /** The fact, such as "is terminating"; a condition says it of itself. */
  String inWords();

  /** Its deletion has been asked for. */
  record Terminating() implements PodFact {
    @Override
    public boolean holds(PodSnapshot pod) {
      return pod.phase().deletionRequested();
    }

    @Override
    public String inWords() {
      return "is terminating";
    }
  }

  /** Its condition Ready is not True. */
  record NotReady() implements PodFact {
    @Override
    public boolean holds(PodSnapshot pod) {
      return !pod.holds("Ready");
    }

    @Override
    public String inWords() {
      return "is not ready";
    }
  }

  /**
   * A condition is there with a status.
   *
   * @param reason empty for any
   * @param saying a part of the message; empty for any
   * @param naming the names that the message lists in brackets, in any order; empty for any
   */
  record Condition(
      String type,
      String status,
      Optional<String> reason,
      Optional<TextMatch> saying,
      Optional<List<String>> naming)
      implements PodFact {
    private static final Pattern BRACKETS = Pattern.compile("\\[([^\\]]*)]");

    @Override
    public boolean holds(PodSnapshot pod) {
      return pod.condition(type).filter(this::fits).isPresent();
    }

    boolean fits(PodCondition condition) {
      return condition.status().equals(status)
          && reason.map(condition.reason()::equals).orElse(true)
          && saying.map(text -> text.matches(condition.message())).orElse(true)
          && naming.map(names -> named(condition).equals(new TreeSet<>(names))).orElse(true);
    }

    /** What a condition says, after its name. */
    static String told(PodCondition condition) {
      return "it was "
          + condition.status()
          + (condition.reason().isEmpty() ? "" : " (" + condition.reason() + ")")
          + (condition.message().isEmpty() ? "" : ": " + condition.message());
    }

    private static Set<String> named(PodCondition condition) {
      var brackets = BRACKETS.matcher(condition.message());
      return brackets.find()
          ? Arrays.stream(brackets.group(1).trim().split("\\s+"))
              .collect(Collectors.toCollection(TreeSet::new))
          : Set.of();
    }

    @Override
    public String inWords() {
      return "has condition "
          + type
          + " "
          + status
          + reason.map(text -> " with reason " + text).orElse("")
          + saying.map(TextMatch::said).orElse("")
          + naming.map(names -> " naming exactly " + String.join(", ", names)).orElse("");
    }
  }
}
