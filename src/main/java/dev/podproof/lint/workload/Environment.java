package dev.podproof.lint.workload;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A container's variables, as far as its manifest and the ConfigMaps of the set tell them; what
 * stands in a Secret is left alone.
 */
record Environment(Map<String, String> values) {
  private static final Pattern USE =
      Pattern.compile("\\$(?:\\{(\\w+)(?::?-([^}]*))?}|\\((\\w+)\\)|(\\w+))");

  Environment {
    values = Map.copyOf(values);
  }

  static Environment of(PodContainer container, ManifestSet all) {
    var values = new HashMap<String, String>();
    for (var from : container.value().at("envFrom").items()) {
      config(from.at("configMapRef", "name").text(), all)
          .fields()
          .forEach((key, value) -> values.put(from.at("prefix").text() + key, value.text()));
    }
    for (var variable : container.value().at("env").items()) {
      var reference = variable.at("valueFrom", "configMapKeyRef");
      var value =
          reference.present()
              ? config(reference.at("name").text(), all).at(reference.at("key").text())
              : variable.at("value");
      if (value.present()) {
        values.put(variable.at("name").text(), new Environment(values).in(value.text()));
      }
    }
    return new Environment(values);
  }

  private static YamlValue config(String name, ManifestSet all) {
    return all.objects().stream()
        .filter(object -> object.at("kind").text().equals("ConfigMap"))
        .filter(object -> object.at("metadata", "name").text().equals(name))
        .findFirst()
        .map(object -> object.at("data"))
        .orElse(YamlValue.absent(""));
  }

  /** A text with the variables that are known in their places. */
  String in(String text) {
    return USE.matcher(text).replaceAll(use -> Matcher.quoteReplacement(value(use)));
  }

  private String value(MatchResult use) {
    var name =
        Optional.ofNullable(use.group(1))
            .or(() -> Optional.ofNullable(use.group(3)))
            .orElseGet(() -> use.group(4));
    return Optional.ofNullable(values.get(name))
        .or(() -> Optional.ofNullable(use.group(2)))
        .orElseGet(use::group);
  }
}
