package dev.podproof.cli.setting;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.podproof.steps.BehaviourWords;
import dev.podproof.steps.DependencyWords;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/** The JSON Schema of podproof.yaml, made from what commands take. */
public final class SettingsSchema {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private SettingsSchema() {}

  /** The schema, in draft 2020-12, for the commands below that one. */
  public static String of(CommandSpec root) {
    var schema = JSON.createObjectNode();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("title", "podproof.yaml");
    schema.put("description", "What a project sets and declares for Podproof.");
    closed(schema);
    var properties = schema.putObject("properties");
    words(
        properties.putObject("stand-ins"),
        "Images, and what stands for them, in the words of the steps.",
        BehaviourWords.pattern());
    words(
        properties.putObject("dependencies"),
        "What pods depend on, as NAME:PORT of a Service, and how it answers, in the words of the steps.",
        DependencyWords.pattern());
    SettingKeys.commands(root).forEach(command -> add(command, properties));
    ignores(properties.withObjectProperty("lint").withObjectProperty("properties"));
    try {
      return JSON.writeValueAsString(schema) + "\n";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void add(CommandSpec command, ObjectNode properties) {
    SettingKeys.settings(command)
        .sorted(Comparator.comparing(arg -> SettingKeys.of(arg).get(0).name()))
        .forEach(
            arg -> {
              var key = SettingKeys.of(arg).get(0);
              describe(arg, holder(key, properties).putObject(key.name()));
            });
  }

  private static ObjectNode holder(SettingKey key, ObjectNode properties) {
    if (key.section().isEmpty()) {
      return properties;
    }
    var section = properties.withObjectProperty(key.section());
    if (section.isEmpty()) {
      section.put("description", "Settings of podproof " + key.section() + " alone.");
      closed(section);
    }
    return section.withObjectProperty("properties");
  }

  private static void describe(ArgSpec arg, ObjectNode into) {
    var initial = String.valueOf(arg.initialValue());
    into.put(
        "description", String.join(" ", arg.description()).replace("${DEFAULT-VALUE}", initial));
    if (Map.class.equals(arg.type())) {
      into.put("type", "object").putObject("additionalProperties").put("type", "string");
    } else if (arg.isMultiValue()) {
      into.putArray("type").add("string").add("array");
      into.putObject("items").put("type", "string");
    } else if (arg.typeInfo().isBoolean()) {
      into.put("type", "boolean");
    } else if (arg.typeInfo().isEnum()) {
      var names = into.putArray("enum");
      arg.typeInfo().getEnumConstantNames().stream()
          .map(name -> name.toLowerCase(Locale.ROOT))
          .forEach(names::add);
    } else if (List.of(int.class, Integer.class).contains(arg.type())) {
      into.put("type", "integer");
    } else {
      // 1.36 is a number in YAML and a version here.
      into.putArray("type").add("string").add("number");
    }
  }

  private static void words(ObjectNode into, String description, String pattern) {
    into.put("description", description).put("type", "object");
    into.putObject("additionalProperties").put("type", "string").put("pattern", pattern);
  }

  private static void ignores(ObjectNode properties) {
    var ignore = properties.putObject("ignore");
    ignore.put("description", "Findings that somebody has decided to live with.");
    var item = ignore.put("type", "array").putObject("items");
    closed(item);
    required(item.putArray("required"), "rule", "reason");
    var fields = item.putObject("properties");
    Stream.of(
            Map.entry("rule", "As podproof lint --rules lists them."),
            Map.entry(
                "at", "Kind/name, Kind/name/container or a file; everywhere where it is left out."),
            Map.entry("reason", "Why."))
        .forEach(
            field ->
                fields
                    .putObject(field.getKey())
                    .put("description", Objects.requireNonNull(field.getValue()))
                    .put("type", "string"));
  }

  private static void required(ArrayNode into, String... names) {
    Stream.of(names).forEach(into::add);
  }

  private static void closed(ObjectNode object) {
    object.put("type", "object").put("additionalProperties", false);
  }
}
