package dev.podproof.manifest;

import java.util.Map;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** A part of an object as YAML, without the fields that do not matter. */
public final class PartialObject {
  private PartialObject() {}

  /**
   * Reads a text.
   *
   * @throws ManifestProblem if it is no YAML object
   */
  @SuppressWarnings("unchecked") // names of fields are texts
  public static Map<String, Object> parse(String text) {
    try {
      var documents = KubectlYaml.documents("step", text);
      if (documents.size() > 1) {
        throw new ManifestProblem(
            "the text below the step holds "
                + documents.size()
                + " documents; expected one object, such as \"status: {phase: Running}\"");
      }
      if (!documents.isEmpty() && KubectlYaml.value(documents.get(0)) instanceof Map<?, ?> map) {
        return (Map<String, Object>) map;
      }
      throw new ManifestProblem(
          "the text below the step is no object; expected fields such as \"status: {phase: Running}\"");
    } catch (MarkedYamlEngineException e) {
      throw new ManifestProblem(
          "the text below the step is not YAML"
              + e.getProblemMark().map(mark -> " in its line " + (mark.getLine() + 1)).orElse("")
              + ": "
              + e.getProblem());
    } catch (YamlEngineException e) {
      throw new ManifestProblem("the text below the step is not YAML: " + e.getMessage());
    }
  }
}
