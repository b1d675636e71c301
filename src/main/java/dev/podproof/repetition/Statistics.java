package dev.podproof.repetition;

import dev.podproof.repetition.Sample.Colour;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the repetitions of one scenario come to.
 *
 * @param repetitions how many there were
 * @param green how many were satisfied
 * @param red how many were not; the others were skipped
 * @param steps in the order in which they stand
 * @param moments in the order of their medians
 * @param parting empty where not both colours were seen
 */
public record Statistics(
    int repetitions,
    int green,
    int red,
    List<StepRate> steps,
    List<Spread> moments,
    Optional<Parting> parting) {
  public Statistics {
    steps = List.copyOf(steps);
    moments = List.copyOf(moments);
  }

  /**
   * Where a green and a red repetition part.
   *
   * @param green the number of the one
   * @param red the number of the other
   * @param first the first in which they differ, among those that are {@code always} so where there
   *     is one; empty where none was seen
   * @param always whether every red repetition differs in it from that green one, and every green
   *     one from that red one
   * @param log the first line of a log that differs; empty where none does
   */
  public record Parting(
      int green, int red, Optional<Difference> first, boolean always, Optional<Difference> log) {}

  /** The statistics of these, in any order. */
  public static Statistics of(List<Sample> samples) {
    var sorted = samples.stream().sorted(Comparator.comparing(Sample::number)).toList();
    var green = sorted.stream().filter(coloured(Colour.GREEN)).toList();
    var red = sorted.stream().filter(coloured(Colour.RED)).toList();
    return new Statistics(
        sorted.size(),
        green.size(),
        red.size(),
        rates(sorted),
        spreads(sorted),
        green.isEmpty() || red.isEmpty() ? Optional.empty() : Optional.of(parting(green, red)));
  }

  private static Predicate<Sample> coloured(Colour colour) {
    return sample -> sample.colour() == colour;
  }

  private static List<StepRate> rates(List<Sample> samples) {
    var rates = new ArrayList<StepRate>();
    var most = samples.stream().max(Comparator.comparing(sample -> sample.steps().size()));
    var steps = most.map(Sample::steps).orElse(List.of());
    for (int i = 0; i < steps.size(); i++) {
      var number = i;
      var same = samples.stream().map(Sample::steps).filter(all -> all.size() > number);
      var all = same.map(one -> one.get(number)).toList();
      rates.add(
          new StepRate(
              steps.get(i).text(),
              steps.get(i).line(),
              (int) all.stream().filter(Sample.Step::satisfied).count(),
              (int) all.stream().filter(Sample.Step::reached).count()));
    }
    return rates;
  }

  private static List<Spread> spreads(List<Sample> samples) {
    Map<String, List<Duration>> offsets = new LinkedHashMap<>();
    Map<String, Duration> known = new LinkedHashMap<>();
    for (var sample : samples) {
      for (var one : sample.course().happenings()) {
        offsets
            .computeIfAbsent(one.what(), any -> new ArrayList<>())
            .add(sample.course().offset(one));
        var width = one.isBounded() ? one.at().width() : Duration.ZERO;
        known.merge(one.what(), width, (a, b) -> a.compareTo(b) >= 0 ? a : b);
      }
    }
    return offsets.entrySet().stream()
        .map(one -> spread(one.getKey(), one.getValue(), known))
        .sorted(Comparator.comparing(Spread::median))
        .toList();
  }

  private static Spread spread(String what, List<Duration> offsets, Map<String, Duration> known) {
    return Spread.of(what, offsets, known.getOrDefault(what, Duration.ZERO));
  }

  private static Parting parting(List<Sample> green, List<Sample> red) {
    var one = green.get(0);
    var other = red.get(0);
    var differences = new Differences(one.course(), other.course());
    var all = differences.all();
    var inAll = whatDiffers(one, red);
    inAll.retainAll(whatDiffers(green, other));
    var always = all.stream().filter(each -> inAll.contains(each.what())).findFirst();
    return new Parting(
        one.number(),
        other.number(),
        always.or(() -> all.stream().findFirst()),
        always.isPresent(),
        differences.inLogs());
  }

  private static Set<String> whatDiffers(Sample green, List<Sample> red) {
    return common(red.stream().map(other -> new Differences(green.course(), other.course())));
  }

  private static Set<String> whatDiffers(List<Sample> green, Sample red) {
    return common(green.stream().map(one -> new Differences(one.course(), red.course())));
  }

  private static Set<String> common(Stream<Differences> pairs) {
    return pairs
        .map(pair -> pair.all().stream().map(Difference::what).collect(Collectors.toSet()))
        .reduce(
            (some, others) -> {
              some.retainAll(others);
              return some;
            })
        .orElseGet(Set::of);
  }
}
