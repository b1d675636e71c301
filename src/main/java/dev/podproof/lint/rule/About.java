package dev.podproof.lint.rule;

import dev.podproof.lint.workload.PodContainer;
import dev.podproof.lint.workload.Workload;
import dev.podproof.lint.workload.YamlValue;

/**
 * What a rule is.
 *
 * @param id in kebab case, unique
 * @param reason what happens, in a sentence
 * @param fix what to do, in a sentence
 * @param source the page or KEP that says so
 */
public record About(
    String id, Severity severity, Basis basis, String reason, String fix, String source) {
  /** A finding about a container. */
  public Finding at(YamlValue value, Workload workload, PodContainer container, String message) {
    return new Finding(
        this,
        severity,
        value.place(),
        new Subject(workload.kind(), workload.name(), container.name()),
        container.inWords() + " of " + workload.inWords() + " " + message);
  }

  /** A finding about a workload as a whole. */
  public Finding at(YamlValue value, Workload workload, String message) {
    return new Finding(
        this,
        severity,
        value.place(),
        new Subject(workload.kind(), workload.name(), ""),
        workload.inWords() + " " + message);
  }
}
