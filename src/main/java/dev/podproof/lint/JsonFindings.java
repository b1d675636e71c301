package dev.podproof.lint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.podproof.lint.rule.Finding;

/** A result for programs. */
final class JsonFindings {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private JsonFindings() {}

  static String of(Lint.Result result) {
    var root = JSON.createObjectNode();
    root.put("version", 1).put("files", result.files());
    var workloads = root.putArray("workloads");
    result.workloads().forEach(workload -> add(workloads.addObject(), new Forecast(workload)));
    var findings = root.putArray("findings");
    result.findings().forEach(finding -> add(findings.addObject(), finding));
    var ignored = root.putArray("ignored");
    result
        .silenced()
        .forEach(
            one -> add(ignored.addObject(), one.finding()).put("ignoredBecause", one.reason()));
    return written(root);
  }

  static ObjectNode object() {
    return JSON.createObjectNode();
  }

  static String written(ObjectNode root) {
    try {
      return JSON.writeValueAsString(root) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of texts and numbers cannot be written", e);
    }
  }

  private static void add(ObjectNode node, Forecast forecast) {
    var workload = forecast.workload();
    var place = workload.object().place();
    node.put("kind", workload.kind()).put("name", workload.name());
    node.put("file", place.file()).put("line", place.line());
    var containers = node.putArray("containers");
    workload
        .containers()
        .forEach(
            one ->
                containers.addObject().put("name", one.name()).put("role", one.role().inWords()));
    add(node.putArray("start"), forecast.start());
    add(node.putArray("stop"), forecast.stop());
    add(node.putArray("volumes"), forecast.volumes());
    node.put("longestStart", forecast.longestStart());
  }

  private static void add(ArrayNode array, Iterable<String> texts) {
    texts.forEach(array::add);
  }

  private static ObjectNode add(ObjectNode node, Finding finding) {
    var rule = finding.rule();
    node.put("rule", rule.id())
        .put("severity", finding.severity().inWords())
        .put("basis", rule.basis().inWords());
    node.put("file", finding.place().file())
        .put("line", finding.place().line())
        .put("column", finding.place().column());
    node.put("kind", finding.subject().kind())
        .put("name", finding.subject().name())
        .put("container", finding.subject().container());
    return node.put("message", finding.message())
        .put("reason", rule.reason())
        .put("fix", rule.fix())
        .put("source", rule.source());
  }
}
