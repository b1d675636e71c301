package dev.podproof.manifest;

import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
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
  @SuppressWarnings("unchecked") // YAML's maps have any keys; those of objects are texts
  public static Map<String, Object> parse(String text) {
    try {
      var value = new Load(LoadSettings.builder().build()).loadFromString(text);
      if (value instanceof Map<?, ?> map
          && map.keySet().stream().allMatch(String.class::isInstance)) {
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
