package dev.podproof.baseline;

import dev.podproof.baseline.Difference.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Compares one step of a pattern: whether it comes, in which way, and how long it takes. */
final class StepComparison {
  private final Pattern pattern;
  private final Pattern.Step step;
  private final List<Attempt> attempts;
  private final List<Course> courses;

  StepComparison(Pattern pattern, Pattern.Step step, List<Attempt> attempts) {
    this.pattern = pattern;
    this.step = step;
    this.attempts = attempts;
    this.courses = attempts.stream().map(Attempt::course).toList();
  }

  List<Difference> differences() {
    var differences = new ArrayList<Difference>();
    absence().ifPresent(differences::add);
    way().ifPresent(differences::add);
    duration().ifPresent(differences::add);
    return differences;
  }

  private Optional<Difference> absence() {
    var without = courses.stream().filter(course -> course.find(step.what()).isEmpty()).toList();
    if (without.isEmpty() || step.presence().runs() < pattern.runs()) {
      return Optional.empty();
    }
    var open = without.stream().flatMap(course -> open(course).stream()).distinct().toList();
    if (!open.isEmpty() && step.presence().late()) {
      return Optional.empty();
    }
    if (!open.isEmpty()) {
      return Optional.of(
          new Difference(Kind.UNDECIDED, step.what(), "it did not come, and " + open.get(0)));
    }
    return Optional.of(
        new Difference(
            without.size() == courses.size() ? Kind.WENT : Kind.UNDECIDED,
            step.what(),
            "it does not come"
                + Comparison.inSome(without.size(), courses.size())
                + "; it came in each of "
                + runs(pattern.runs())));
  }

  static String runs(int number) {
    return number + (number == 1 ? " run" : " runs");
  }

  /** Why it may have come, or come later; empty where it certainly went. */
  private Optional<String> open(Course course) {
    if (!course.holes().isEmpty()) {
      return Optional.of(course.holes().get(0));
    }
    var gates = step.after().stream().flatMap(gate -> course.find(gate).stream()).toList();
    if (gates.size() < step.after().size() || step.took().isEmpty() || gates.isEmpty()) {
      return Optional.empty();
    }
    var left =
        gates.stream()
            .mapToDouble(gate -> Seconds.between(gate.interval().latest(), course.end()))
            .min()
            .orElse(0);
    var until = step.took().get().to() + noise(step.took().get());
    return left >= until
        ? Optional.empty()
        : Optional.of(
            "the recording ends " + Range.at(Math.max(0, left)).inSeconds() + " after " + gates());
  }

  private Optional<Difference> way() {
    var now =
        courses.stream()
            .flatMap(course -> course.find(step.what()).stream())
            .map(Milestone::how)
            .filter(how -> !how.isEmpty())
            .collect(Collectors.toCollection(TreeSet::new));
    return step.how().containsAll(now)
        ? Optional.empty()
        : Optional.of(
            new Difference(
                now.stream().anyMatch(step.how()::contains) ? Kind.UNDECIDED : Kind.CHANGED,
                step.what(),
                Comparison.or(now) + "; it was " + Comparison.or(step.how())));
  }

  private Optional<Difference> duration() {
    var timed = attempts.stream().filter(one -> took(one).isPresent()).toList();
    if (step.took().isEmpty() || timed.isEmpty()) {
      return Optional.empty();
    }
    var before = step.took().get();
    var all = timed.stream().map(one -> took(one).orElseThrow()).reduce(Range::hull).orElseThrow();
    var least = before.from() - noise(before);
    var most = before.to() + noise(before);
    if (all.from() > most) {
      var alone =
          timed.stream()
              .allMatch(one -> took(one).orElseThrow().from() > most + one.lateBeside(step));
      return Optional.of(duration(alone ? Kind.SLOWED : Kind.BUSY, all, before));
    }
    if (all.to() < least) {
      var alone =
          timed.stream()
              .allMatch(one -> took(one).orElseThrow().to() < least - one.earlyBeside(step));
      return Optional.of(duration(alone ? Kind.QUICKENED : Kind.BUSY, all, before));
    }
    return holed()
        .map(
            hole ->
                new Difference(
                    Kind.UNDECIDED,
                    step.what(),
                    all.inSeconds() + " after " + gates() + " is all that is known: " + hole))
        .filter(any -> all.to() > most || all.from() < least);
  }

  private Optional<Range> took(Attempt attempt) {
    return attempt.course().took(step.after(), step.what());
  }

  private Optional<String> holed() {
    return courses.stream().flatMap(course -> course.holes().stream()).findFirst();
  }

  private Difference duration(Kind kind, Range now, Range before) {
    return new Difference(
        kind,
        step.what(),
        now.inSeconds() + " after " + gates() + "; it was " + before.inSeconds());
  }

  private String gates() {
    return String.join(" and ", step.after());
  }

  private double noise(Range seen) {
    return Noise.around(seen, pattern.runs(), step.jitter());
  }
}
