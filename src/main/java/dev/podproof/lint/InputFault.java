package dev.podproof.lint;

import dev.podproof.lint.rule.About;
import dev.podproof.lint.rule.Basis;
import dev.podproof.lint.rule.Finding;
import dev.podproof.lint.rule.Severity;
import dev.podproof.lint.rule.Subject;
import dev.podproof.lint.workload.Place;

/** What can be wrong with a file before there is any workload to look at. */
enum InputFault {
  NOT_READABLE(
      "not-readable",
      Severity.ERROR,
      "What cannot be read is not checked.",
      "Name a text file of at most 16 MiB that may be read.",
      "podproof lint"),
  NOT_YAML(
      "not-yaml",
      Severity.ERROR,
      "The file cannot be parsed from here on; kubectl would refuse it too.",
      "Mend that line.",
      "https://yaml.org/spec/1.2.2/"),
  TEMPLATE(
      "template-not-rendered",
      Severity.ERROR,
      "A template is no manifest yet; what it will say depends on its values.",
      "Render it first: helm template CHART | podproof lint -",
      "https://helm.sh/docs/helm/helm_template/"),
  DUPLICATE_KEY(
      "duplicate-key",
      Severity.ERROR,
      "Of two fields of one name the API server refuses the object, or one is lost.",
      "Remove one of them.",
      "https://kubernetes.io/docs/reference/using-api/api-concepts/#field-validation"),
  NOT_AN_OBJECT(
      "not-an-object",
      Severity.WARNING,
      "Only objects with apiVersion and kind mean anything to Kubernetes.",
      "Add apiVersion and kind, or leave the file out.",
      "https://kubernetes.io/docs/concepts/overview/working-with-objects/"),
  BAD_IGNORE(
      "bad-ignore",
      Severity.WARNING,
      "An ignore that names no rule silences nothing, and one without a reason is not accepted.",
      "Name a rule that podproof lint --rules lists, and a reason.",
      "podproof lint");

  private final String id;
  private final Severity severity;
  private final String reason;
  private final String fix;
  private final String source;

  InputFault(String id, Severity severity, String reason, String fix, String source) {
    this.id = id;
    this.severity = severity;
    this.reason = reason;
    this.fix = fix;
    this.source = source;
  }

  About about() {
    return new About(id, severity, Basis.INPUT, reason, fix, source);
  }

  Finding at(Place place, String message) {
    return new Finding(about(), severity, place, Subject.FILE, message);
  }
}
