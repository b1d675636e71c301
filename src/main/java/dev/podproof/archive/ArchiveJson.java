package dev.podproof.archive;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.cfg.MapperBuilder;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.podproof.lifecycle.ContainerStage;
import dev.podproof.lifecycle.Interval;
import dev.podproof.lifecycle.ObjectName;
import dev.podproof.lifecycle.Observation;
import dev.podproof.lifecycle.PodCondition;
import dev.podproof.lifecycle.PodPhase;
import dev.podproof.repetition.Repetition;
import dev.podproof.session.Asked;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The documents of a bundle as JSON, and objects as YAML. The names in them are those of
 * docs/schema, which a test holds; an end of an interval that is not known is null.
 */
final class ArchiveJson {
  /** The version of the format: raised when a reader of the last one would misread it. */
  static final int VERSION = 1;

  private ArchiveJson() {}

  /** Writes documents; texts of the scenario and of its cluster go through the redaction. */
  static JsonMapper writer(UnaryOperator<String> redaction) {
    return configured(JsonMapper.builder(), redaction)
        .enable(SerializationFeature.INDENT_OUTPUT)
        .build();
  }

  /** Writes objects as people know them. */
  static YAMLMapper yaml(UnaryOperator<String> redaction) {
    return configured(
            YAMLMapper.builder()
                .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                .enable(YAMLGenerator.Feature.LITERAL_BLOCK_STYLE),
            redaction)
        .build();
  }

  /**
   * Reads a document.
   *
   * @throws BundleProblem if it is not there, was written by a newer version, or is damaged
   */
  static <T> T read(Path file, Class<T> document) {
    var mapper = configured(JsonMapper.builder(), UnaryOperator.identity()).build();
    try {
      var tree = mapper.readTree(Files.readString(file));
      requireVersion(file, tree);
      supplyRepetition(mapper, tree);
      return mapper.treeToValue(tree, document);
    } catch (JsonMappingException e) {
      throw new BundleProblem(damaged(file, path(e), e));
    } catch (JsonProcessingException e) {
      var at = e.getLocation();
      throw new BundleProblem(
          damaged(file, "line " + at.getLineNr() + ", column " + at.getColumnNr(), e));
    } catch (CharacterCodingException e) {
      throw new BundleProblem(file + " is damaged: it is no text in UTF-8\n" + TAKE_ANOTHER);
    } catch (IOException e) {
      throw unreadable(file, e);
    } catch (BundleProblem e) {
      throw e;
    } catch (RuntimeException e) {
      // The model refuses what cannot be, such as an end before its beginning.
      throw new BundleProblem(file + " is damaged: " + e + "\n" + TAKE_ANOTHER);
    }
  }

  private static BundleProblem unreadable(Path file, IOException e) {
    return new BundleProblem(
        (Files.exists(file)
                ? file + " cannot be read: " + e.getMessage()
                : "there is no " + file + " that can be read")
            + "\n  name the folder of one scenario, as a run with --report-dir DIR writes it below DIR/evidence");
  }

  private static void requireVersion(Path file, JsonNode tree) {
    var version = tree.path("version");
    if (!version.isInt()) {
      var what = tree.isMissingNode() ? "it is empty" : "it has no version";
      throw new BundleProblem(file + " is damaged: " + what + "\n" + TAKE_ANOTHER);
    }
    if (version.asInt() > VERSION) {
      throw new BundleProblem(
          file
              + " is of version "
              + version.asInt()
              + "; this Podproof reads up to version "
              + VERSION
              + "\n  use the version of Podproof that wrote it, or a newer one");
    }
  }

  // Bundles of version 1 were written before scenarios could be repeated, too.
  private static void supplyRepetition(JsonMapper mapper, JsonNode tree) {
    if (tree.path("place") instanceof ObjectNode place && !place.has("repetition")) {
      place.set("repetition", mapper.valueToTree(Repetition.ONLY));
    }
  }

  private static final String TAKE_ANOTHER = "  take it from the run again; nothing was judged";

  // Such as steps[0].at.
  private static String path(JsonMappingException e) {
    return e.getPath().stream()
        .map(
            one ->
                one.getFieldName() == null ? "[" + one.getIndex() + "]" : "." + one.getFieldName())
        .collect(Collectors.joining())
        .replaceFirst("^\\.", "");
  }

  private static String damaged(Path file, String place, JsonProcessingException e) {
    return file
        + " is damaged at "
        + place
        + ": "
        + e.getOriginalMessage()
            .lines()
            .findFirst()
            .orElse("")
            // Jackson's own notes on where it read from.
            .replaceFirst(" \\((?:start marker at )?\\[Source: .*", "")
        + "\n"
        + TAKE_ANOTHER;
  }

  private static <
          M extends com.fasterxml.jackson.databind.ObjectMapper, B extends MapperBuilder<M, B>>
      B configured(B builder, UnaryOperator<String> redaction) {
    return builder
        .addModule(new JavaTimeModule())
        .addModule(new Jdk8Module())
        .addModule(
            new SimpleModule()
                .addSerializer(String.class, new Texts(redaction))
                .addSerializer(Enum.class, new Names()))
        .addMixIn(Observation.class, JsonNames.ObservationNames.class)
        .addMixIn(ContainerStage.class, JsonNames.StageNames.class)
        .addMixIn(Asked.class, JsonNames.AskedNames.class)
        .addMixIn(Interval.class, JsonNames.OpenEnds.class)
        .addMixIn(PodPhase.class, JsonNames.PhaseWords.class)
        .addMixIn(PodCondition.class, JsonNames.ConditionWords.class)
        .addMixIn(ObjectName.class, JsonNames.KindWords.class)
        .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
        .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
        .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
        .withConfigOverride(
            List.class, lists -> lists.setSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL)))
        .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES);
  }

  /** A text, redacted. */
  private static class Texts extends StdScalarSerializer<String> {
    private static final long serialVersionUID = 1L;
    private final transient UnaryOperator<String> redaction;

    Texts(UnaryOperator<String> redaction) {
      super(String.class);
      this.redaction = redaction;
    }

    @Override
    public void serialize(String text, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeString(redaction.apply(text));
    }
  }

  /** An alternative in lower case. */
  @SuppressWarnings("rawtypes") // as Jackson asks for it
  private static final class Names extends StdScalarSerializer<Enum> {
    private static final long serialVersionUID = 1L;

    Names() {
      super(Enum.class);
    }

    @Override
    public void serialize(Enum value, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeString(value.name().toLowerCase(Locale.ROOT));
    }
  }
}
