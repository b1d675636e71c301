package dev.podproof.lint;

import dev.podproof.lint.rule.Finding;
import dev.podproof.lint.rule.Rules;
import dev.podproof.lint.workload.Place;
import dev.podproof.lint.workload.Workload;
import dev.podproof.lint.workload.YamlValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which findings somebody has decided to live with, and why. */
final class Silences {
  private static final String ANNOTATION = "podproof.dev/ignore-";

  private final List<Silence> silences = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();

  /**
   * One decision.
   *
   * @param at Kind/name or Kind/name/container or a file; empty for every place
   */
  record Silence(String rule, String at, String reason) {
    boolean covers(Finding finding) {
      var subject = finding.subject();
      var object = subject.kind() + "/" + subject.name();
      return finding.rule().id().equals(rule)
          && (Set.of("", object, object + "/" + subject.container()).contains(at)
              || java.nio.file.Path.of(finding.place().file()).endsWith(at));
    }
  }

  List<Finding> findings() {
    return findings;
  }

  Optional<Silence> of(Finding finding) {
    return silences.stream().filter(silence -> silence.covers(finding)).findFirst();
  }

  /** Takes the annotations of a workload and of its pods: ignore-RULE or ignore-RULE.CONTAINER. */
  void add(Workload workload) {
    Stream.of(workload.object(), workload.template())
        .map(one -> one.at("metadata", "annotations"))
        .flatMap(annotations -> annotations.fields().entrySet().stream())
        .filter(entry -> entry.getKey().startsWith(ANNOTATION))
        .forEach(
            entry -> {
              var parts = entry.getKey().substring(ANNOTATION.length()).split("\\.", 2);
              var object = workload.kind() + "/" + workload.name();
              var at = parts.length == 1 ? object : object + "/" + parts[1];
              add(new Silence(parts[0], at, entry.getValue().text()), entry.getValue().place());
            });
  }

  /** Takes podproof.yaml: lint.ignore, a list of rule, at and reason. */
  void add(YamlValue settings) {
    for (var one : settings.at("lint", "ignore").items()) {
      add(
          new Silence(one.at("rule").text(), one.at("at").text(), one.at("reason").text()),
          one.place());
    }
  }

  private void add(Silence silence, Place place) {
    if (!known().contains(silence.rule())) {
      findings.add(
          InputFault.BAD_IGNORE.at(place, "there is no rule " + silence.rule() + " to ignore"));
    } else if (silence.reason().isBlank()) {
      findings.add(
          InputFault.BAD_IGNORE.at(place, "ignores " + silence.rule() + " without a reason"));
    } else {
      silences.add(silence);
    }
  }

  private static Set<String> known() {
    return Stream.concat(
            Rules.ALL.stream().map(rule -> rule.about().id()),
            Arrays.stream(InputFault.values()).map(fault -> fault.about().id()))
        .collect(Collectors.toSet());
  }
}
