package dev.podproof.repetition;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** In what a green and a red repetition differ. */
final class Differences {
  private static final int LONGEST = 120;

  private final Course green;
  private final Course red;

  Differences(Course green, Course red) {
    this.green = green;
    this.red = red;
  }

  /**
   * What happened in one of them alone or turned out otherwise, and then what happened in another
   * order; each in order of time, what events alone tell at the end.
   *
   * <p>What one of them did not live to see is no difference.
   */
  List<Difference> all() {
    return Stream.of(
            ofKind(Happening.Kind.STATE).stream(),
            reversed().stream(),
            ofKind(Happening.Kind.EVENT).stream())
        .flatMap(one -> one)
        .toList();
  }

  private List<Difference> ofKind(Happening.Kind kind) {
    var found = new ArrayList<Difference>();
    for (var one : green.happenings()) {
      var other = red.find(one.what());
      if (one.kind() == kind && other.isEmpty() && livedToSee(red, green.offset(one))) {
        found.add(new Difference(one.what(), green.offset(one), told(green, one), unseen(red)));
      } else if (one.kind() == kind && other.isPresent() && !other.get().how().equals(one.how())) {
        found.add(difference(one, other.get()));
      }
    }
    for (var one : red.happenings()) {
      if (one.kind() == kind
          && green.find(one.what()).isEmpty()
          && livedToSee(green, red.offset(one))) {
        found.add(new Difference(one.what(), red.offset(one), unseen(green), told(red, one)));
      }
    }
    found.sort(Comparator.comparing(Difference::at));
    return found;
  }

  private Difference difference(Happening one, Happening other) {
    var first = Stream.of(green.offset(one), red.offset(other)).min(Duration::compareTo);
    return new Difference(one.what(), first.orElseThrow(), told(green, one), told(red, other));
  }

  private static boolean livedToSee(Course course, Duration offset) {
    return offset.compareTo(course.length()) <= 0;
  }

  // The first pair whose order is certain in both, and is not the same.
  private Optional<Difference> reversed() {
    var states =
        green.happenings().stream().filter(one -> one.kind() == Happening.Kind.STATE).toList();
    for (int later = 1; later < states.size(); later++) {
      for (int earlier = 0; earlier < later; earlier++) {
        var first = states.get(earlier);
        var second = states.get(later);
        if (first.at().isBefore(second.at()) && comesAfter(first.what(), second.what())) {
          return Optional.of(
              new Difference(
                  first.what(),
                  green.offset(first),
                  told(green, first) + ", before " + second.what(),
                  red.find(first.what()).map(one -> told(red, one)).orElseThrow()
                      + ", after "
                      + second.what()));
        }
      }
    }
    return Optional.empty();
  }

  private boolean comesAfter(String first, String second) {
    var one = red.find(first);
    var other = red.find(second);
    return one.isPresent() && other.isPresent() && other.get().at().isBefore(one.get().at());
  }

  /** The first line that is not the same but for what changes by itself; empty where none. */
  Optional<Difference> inLogs() {
    return green.logs().keySet().stream().sorted().flatMap(of -> inLog(of).stream()).findFirst();
  }

  private Optional<Difference> inLog(String of) {
    var ones = green.logs().getOrDefault(of, List.of());
    var others = red.logs().getOrDefault(of, List.of());
    for (int i = 0; i < Math.min(ones.size(), others.size()); i++) {
      if (!NormalText.of(ones.get(i)).equals(NormalText.of(others.get(i)))) {
        return Optional.of(
            new Difference(
                of + ", line " + (i + 1),
                Duration.ZERO,
                quoted(ones.get(i)),
                quoted(others.get(i))));
      }
    }
    return Optional.empty();
  }

  private static String quoted(String line) {
    return '"' + (line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "...") + '"';
  }

  private static String told(Course course, Happening one) {
    return (one.how().isEmpty() ? "" : one.how() + " ") + "at " + seconds(course.offset(one));
  }

  private static String unseen(Course course) {
    return "not seen up to " + seconds(course.length());
  }

  private static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%+.2fs", duration.toNanos() / 1e9);
  }
}
