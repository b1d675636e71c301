package dev.podproof.steps;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * What a scenario can say: an example of every phrase, by theme. A test holds it against the step
 * definitions, so that none is missing and each is understood.
 */
public record StepCatalogue(List<Theme> themes) {
  public StepCatalogue {
    themes = List.copyOf(themes);
  }

  /** Phrases that belong together. */
  public record Theme(String name, List<String> examples) {
    public Theme {
      examples = List.copyOf(examples);
    }
  }

  /** The whole catalogue. */
  public static StepCatalogue read() {
    var themes = new ArrayList<Theme>();
    var name = "";
    var examples = new ArrayList<String>();
    for (var line : lines()) {
      if (line.startsWith("# ")) {
        add(themes, name, examples);
        name = line.substring(2);
        examples.clear();
      } else {
        examples.add(line);
      }
    }
    add(themes, name, examples);
    return new StepCatalogue(themes);
  }

  private static void add(List<Theme> themes, String name, List<String> examples) {
    if (!examples.isEmpty()) {
      themes.add(new Theme(name, examples));
    }
  }

  private static List<String> lines() {
    var resource = Objects.requireNonNull(StepCatalogue.class.getResourceAsStream("steps.txt"));
    try (var reader = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
      return reader.lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The part in which a word occurs, in any case. */
  public StepCatalogue matching(String word) {
    var wanted = word.toLowerCase(Locale.ROOT);
    return new StepCatalogue(
        themes.stream()
            .map(
                theme ->
                    theme.name().toLowerCase(Locale.ROOT).contains(wanted)
                        ? theme
                        : new Theme(
                            theme.name(),
                            theme.examples().stream()
                                .filter(one -> one.toLowerCase(Locale.ROOT).contains(wanted))
                                .toList()))
            .filter(theme -> !theme.examples().isEmpty())
            .toList());
  }
}
