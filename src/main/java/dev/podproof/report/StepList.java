package dev.podproof.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A catalogue of phrases as text, Markdown or JSON. */
public enum StepList {
  TEXT {
    @Override
    public String of(Map<String, List<String>> themes, int phrases) {
      var text = new StringBuilder();
      themes.forEach(
          (name, examples) -> {
            text.append(text.isEmpty() ? "" : "\n").append(name).append('\n');
            examples.forEach(example -> text.append("  ").append(example).append('\n'));
          });
      return text.toString();
    }
  },
  MARKDOWN {
    @Override
    public String of(Map<String, List<String>> themes, int phrases) {
      var text =
          new StringBuilder(
              "# What a scenario can say\n\nAn example of every one of the "
                  + phrases
                  + " phrases; `podproof steps` prints the same, `--search WORD` a part of it.\n");
      themes.forEach(
          (name, examples) -> {
            text.append("\n## ").append(name).append("\n\n```gherkin\n");
            examples.forEach(example -> text.append(example).append('\n'));
            text.append("```\n");
          });
      return text.toString();
    }
  },
  JSON {
    @Override
    public String of(Map<String, List<String>> themes, int phrases) {
      try {
        var list = new LinkedHashMap<String, Object>();
        list.put("phrases", phrases);
        list.put("themes", themes);
        return new JsonMapper().writerWithDefaultPrettyPrinter().writeValueAsString(list) + "\n";
      } catch (JsonProcessingException e) {
        throw new IllegalStateException("texts are always JSON", e);
      }
    }
  };

  /**
   * The catalogue in that form.
   *
   * @param themes examples by theme, in the order in which they are told
   * @param phrases how many there are in all
   */
  public abstract String of(Map<String, List<String>> themes, int phrases);
}
