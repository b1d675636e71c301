package dev.podproof.steps;

import dev.podproof.expectation.Milestone;
import dev.podproof.expectation.NthTime;
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

    /** As it is meant in a clause such as "after ...". */
    Milestone moment() {
      return now instanceof State.Holds ? state.map(State::held).orElse(now) : now;
    }

    /** The same, reached for the n-th time; 1 for the first. */
    Meaning time(int nth) {
      return nth == 1 ? this : new Meaning(new NthTime(ever, nth), ever, state);
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

  /** Something that happens at a moment, in words of which only the first changes. */
  static Form verb(
      String subject,
      String present,
      String perfect,
      BiFunction<String, Words, Milestone> milestone) {
    return new Form(
        subject,
        present + Words.NTH,
        present.startsWith("is ")
            ? "(?:never is|is never) " + present.substring("is ".length())
            : "never " + present,
        "has never " + perfect,
        Optional.of("has " + perfect),
        Optional.empty(),
        (of, words) -> Meaning.of(milestone.apply(of, words)).time(words.nth()));
  }

  /** Something that holds for a time. */
  static Form adjective(String subject, String adjective, BiFunction<String, Words, State> state) {
    return new Form(
        subject,
        "is " + adjective + Words.NTH,
        "(?:never (?:becomes|is)|is never) " + adjective,
        "has never (?:been|become) " + adjective,
        Optional.of("has (?:been|become) " + adjective),
        Optional.of("stays " + adjective),
        (of, words) -> Meaning.of(state.apply(of, words)).time(words.nth()));
  }

  /** Its meaning, where the text is the subject and one of these forms; empty where it is not. */
  Optional<Meaning> read(String text, String form) {
    var sentence = Pattern.compile("(" + subject + ") (" + form + ")").matcher(text);
    return sentence.matches()
        ? Optional.of(meaning.apply(sentence.group(1), new Words(sentence.group(2))))
        : Optional.empty();
  }
}
