package dev.podproof.lint;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.podproof.lint.rule.About;
import dev.podproof.lint.rule.Finding;
import dev.podproof.lint.rule.Severity;
import java.net.URI;
import java.net.URISyntaxException;

/**
 * A result as code scanners exchange it (OASIS: Static Analysis Results Interchange Format 2.1.0).
 */
final class SarifFindings {
  private SarifFindings() {}

  static String of(Lint.Result result) {
    var root = JsonFindings.object();
    root.put(
        "$schema",
        "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json");
    root.put("version", "2.1.0");
    var run = root.putArray("runs").addObject();
    var rules = run.putObject("tool").putObject("driver").put("name", "podproof").putArray("rules");
    Lint.rules().forEach(rule -> add(rules.addObject(), rule));
    run.put("columnKind", "unicodeCodePoints");
    var results = run.putArray("results");
    result.findings().forEach(finding -> add(results.addObject(), finding));
    for (var silenced : result.silenced()) {
      var node = results.addObject();
      add(node, silenced.finding());
      node.putArray("suppressions")
          .addObject()
          .put("kind", "inSource")
          .put("justification", silenced.reason());
    }
    return JsonFindings.written(root);
  }

  private static void add(ObjectNode node, About rule) {
    node.put("id", rule.id());
    node.putObject("shortDescription").put("text", rule.reason());
    node.putObject("help").put("text", rule.fix() + " Source: " + rule.source());
    node.putObject("defaultConfiguration").put("level", level(rule.severity()));
    node.putObject("properties").put("basis", rule.basis().inWords());
  }

  private static void add(ObjectNode node, Finding finding) {
    node.put("ruleId", finding.rule().id()).put("level", level(finding.severity()));
    node.putObject("message").put("text", finding.message() + ". " + finding.rule().fix());
    var location = node.putArray("locations").addObject().putObject("physicalLocation");
    location.putObject("artifactLocation").put("uri", uri(finding.place().file()));
    location
        .putObject("region")
        .put("startLine", finding.place().line())
        .put("startColumn", finding.place().column());
  }

  /** A reference to a file; a colon in its first segment would end a scheme (RFC 3986, 4.2). */
  static String uri(String file) {
    var path = file.split("/", 2)[0].contains(":") ? "./" + file : file;
    try {
      return new URI(null, null, path, null).toASCIIString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException("a path alone is always a reference: " + path, e);
    }
  }

  private static String level(Severity severity) {
    return severity == Severity.INFO ? "note" : severity.inWords();
  }
}
