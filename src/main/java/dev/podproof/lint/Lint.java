package dev.podproof.lint;

import dev.podproof.lint.rule.About;
import dev.podproof.lint.rule.Finding;
import dev.podproof.lint.rule.Rules;
import dev.podproof.lint.workload.ManifestSet;
import dev.podproof.lint.workload.Workload;
import dev.podproof.lint.workload.YamlValue;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Looks at manifests without a cluster. */
public final class Lint {
  private Lint() {}

  /**
   * A finding that somebody has decided to live with.
   *
   * @param reason as it was written
   */
  public record Silenced(Finding finding, String reason) {}

  /**
   * What was seen.
   *
   * @param workloads in the order in which they were read
   * @param findings those that count, by place
   * @param files how many were read or tried
   * @param others how many objects run no pods, or are of kinds that are not known
   */
  public record Result(
      List<Workload> workloads,
      List<Finding> findings,
      List<Silenced> silenced,
      int files,
      int others) {
    public Result {
      workloads = List.copyOf(workloads);
      findings = List.copyOf(findings);
      silenced = List.copyOf(silenced);
    }
  }

  /**
   * Reads and checks. Faults of a file are findings; the other files are checked all the same.
   *
   * @param arguments files, folders, or - for standard input
   * @param settings what podproof.yaml says, of which lint.ignore is looked at; absent for none
   * @throws IllegalArgumentException if an argument names no file
   */
  public static Result of(List<String> arguments, InputStream standardInput, YamlValue settings) {
    var reading = new Reading();
    arguments.forEach(argument -> reading.add(argument, standardInput));
    var silences = new Silences();
    silences.add(settings);
    var all = new ManifestSet(reading.objects());
    var workloads = all.workloads();
    workloads.forEach(silences::add);
    var findings =
        Stream.of(
                reading.findings().stream(),
                silences.findings().stream(),
                workloads.stream().flatMap(one -> check(one, all)))
            .flatMap(found -> found)
            .distinct()
            .sorted(Comparator.comparing(Finding::place).thenComparing(f -> f.rule().id()))
            .toList();
    var loud = new ArrayList<Finding>();
    var silenced = new ArrayList<Silenced>();
    for (var finding : findings) {
      silences
          .of(finding)
          .ifPresentOrElse(
              silence -> silenced.add(new Silenced(finding, silence.reason())),
              () -> loud.add(finding));
    }
    return new Result(
        workloads, loud, silenced, reading.files(), all.objects().size() - workloads.size());
  }

  private static Stream<Finding> check(Workload workload, ManifestSet all) {
    return Rules.ALL.stream().flatMap(rule -> rule.check(workload, all));
  }

  /** What all rules are, those about files included, in a fixed order. */
  public static List<About> rules() {
    return Stream.concat(
            Rules.ALL.stream().map(rule -> rule.about()),
            Arrays.stream(InputFault.values()).map(InputFault::about))
        .toList();
  }
}
