package dev.podproof.steps;

import dev.podproof.expectation.Milestone;
import dev.podproof.expectation.PodGroup;
import dev.podproof.expectation.State;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

/**
 * One thing that can be said of a kind of subject, in each of its forms; each is a regular
 * expression without groups. To teach the vocabulary a new one, add one to {@link Phrases}.
 *
 * @param subject the subjects of which it is said
 * @param says such as: starts
 * @param never such as: never starts
 * @param hasNever such as: has never started
 * @param counted such as: has started, before exactly 2 times; empty where it cannot be counted
 * @param stays such as: stays running; empty where it does not last
 */
record Form(
    String subject,
    String says,
    String never,
    String hasNever,
    Optional<String> counted,
    Optional<String> stays,
    BiFunction<String, Words, Meaning> meaning) {

  /**
   * What it means.
   *
   * @param now that it is reached, or holds at the question or later
   * @param ever that it was reached, whenever that was
   * @param state empty where it does not last
   */
  record Meaning(Milestone now, Milestone ever, Optional<State> state) {
    static Meaning of(Milestone milestone) {
      return new Meaning(milestone, milestone, Optional.empty());
    }

    static Meaning of(State state) {
      return new Meaning(state.holds(), state.begins(), Optional.of(state));
    }

    /** The same of several pods. */
    Meaning of(PodGroup group) {
      return state
          .map(one -> of(group.are(one)))
          .orElseGet(
              () ->
                  new Meaning(group.reach(now, false), group.reach(ever, true), Optional.empty()));
    }
  }

  /** Something that happens at a moment. */
  static Form verb(
      String subject,
      String present,
      String perfect,
      String rest,
      BiFunction<String, Words, Milestone> milestone) {
    return new Form(
        subject,
        present + rest + Words.NTH,
        "never " + present + rest,
        "has never " + perfect + rest,
        Optional.of("has " + perfect + rest),
        Optional.empty(),
        milestone.andThen(Meaning::of));
  }

  /** Something that holds for a time. */
  static Form adjective(String subject, String adjective, BiFunction<String, Words, State> state) {
    return new Form(
        subject,
        "is " + adjective,
        "never (?:becomes|is) " + adjective,
        "has never been " + adjective,
        Optional.empty(),
        Optional.of("stays " + adjective),
        state.andThen(Meaning::of));
  }

  /** Its meaning, where the text is the subject and one of these forms; empty where it is not. */
  Optional<Meaning> read(String text, String form) {
    var sentence = Pattern.compile("(" + subject + ") (" + form + ")").matcher(text);
    return sentence.matches()
        ? Optional.of(meaning.apply(sentence.group(1), new Words(sentence.group(2))))
        : Optional.empty();
  }
}
