package dev.podproof.archive;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.podproof.baseline.Baseline;
import dev.podproof.baseline.Course.Count;
import dev.podproof.baseline.Pattern;
import dev.podproof.baseline.Range;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/**
 * A baseline as a file that people read and keep under version control: a line for each milestone,
 * nothing in it that is not compared.
 */
public final class BaselineFile {
  private static final int VERSION = 1;
  private static final int WIDTH = 160;
  private static final String US = "podproof";
  private static final String HEAD =
      """
      # How scenarios usually go, as podproof baseline save saw it; podproof baseline compare tells what is different.
      # "took" is in seconds from the last of "after", from the least to the most of all runs.
      """;

  private BaselineFile() {}

  private record Document(
      int version, @Nullable List<String> kubernetes, @Nullable List<Scenario> scenarios) {}

  private record Scenario(
      String feature,
      String scenario,
      @Nullable Integer number,
      int runs,
      List<String> outcomes,
      @Nullable Map<String, String> containers,
      @Nullable List<String> fleeting,
      @Nullable List<Step> course,
      @Nullable Map<String, String> restarts,
      @Nullable Map<String, Map<String, String>> events,
      @Nullable Map<String, Map<String, String>> conditions) {}

  private record Step(
      String what,
      @Nullable String by,
      @Nullable List<String> after,
      @Nullable String took,
      @Nullable List<String> how,
      @Nullable Double jitter,
      @Nullable @JsonProperty("in") Integer seen,
      @Nullable Boolean late) {}

  /** The text of the file. */
  public static String text(Baseline baseline) {
    var document = new LinkedHashMap<String, Object>();
    document.put("version", VERSION);
    document.put("kubernetes", List.copyOf(baseline.kubernetes()));
    document.put(
        "scenarios",
        baseline.scenarios().entrySet().stream()
            .map(one -> scenario(one.getKey(), one.getValue()))
            .toList());
    var settings =
        DumpSettings.builder()
            .setDefaultFlowStyle(FlowStyle.AUTO)
            .setWidth(WIDTH)
            .setSplitLines(false)
            .setDereferenceAliases(true)
            .build();
    return HEAD + new Dump(settings).dumpToString(document);
  }

  private static Map<String, Object> scenario(Baseline.Name name, Pattern pattern) {
    var map = new LinkedHashMap<String, Object>();
    map.put("feature", name.feature());
    map.put("scenario", name.scenario());
    if (name.number() > 1) {
      map.put("number", name.number());
    }
    map.put("runs", pattern.runs());
    map.put("outcomes", List.copyOf(pattern.outcomes()));
    put(map, "containers", pattern.roles());
    put(map, "fleeting", List.copyOf(pattern.fleeting()));
    put(map, "course", pattern.steps().stream().map(step -> step(step, pattern.runs())).toList());
    put(map, "restarts", restarts(pattern));
    put(map, "events", counts(pattern, Count.Kind.EVENT));
    put(map, "conditions", counts(pattern, Count.Kind.CONDITION));
    return map;
  }

  private static void put(Map<String, Object> into, String key, Object value) {
    var nothing =
        value instanceof Map<?, ?> map
            ? map.isEmpty()
            : value instanceof List<?> list && list.isEmpty();
    if (!nothing) {
      into.put(key, value);
    }
  }

  private static Map<String, Object> step(Pattern.Step step, int runs) {
    var map = new LinkedHashMap<String, Object>();
    map.put("what", step.what());
    if (step.byUs()) {
      map.put("by", US);
    }
    put(map, "after", step.after());
    step.took().ifPresent(took -> map.put("took", plain(took)));
    put(map, "how", List.copyOf(step.how()));
    if (step.jitter() > 0) {
      map.put("jitter", step.jitter());
    }
    if (step.presence().runs() != runs) {
      map.put("in", step.presence().runs());
    }
    if (step.presence().late() && !step.byUs()) {
      map.put("late", true);
    }
    return map;
  }

  // A number where it is one, so that it needs no quotes.
  private static Object plain(Range range) {
    var written = range.written();
    if (written.contains("..")) {
      return written;
    }
    return written.contains(".")
        ? (Object) Double.valueOf(written)
        : (Object) Integer.valueOf(written);
  }

  private static Map<String, Object> restarts(Pattern pattern) {
    var restarts = new TreeMap<String, Object>();
    pattern
        .counts()
        .forEach(
            (count, range) -> {
              if (count.kind() == Count.Kind.RESTARTS && range.to() > 0) {
                restarts.put(count.subject(), plain(range));
              }
            });
    return restarts;
  }

  private static Map<String, Map<String, Object>> counts(Pattern pattern, Count.Kind kind) {
    var counts = new TreeMap<String, Map<String, Object>>();
    pattern
        .counts()
        .forEach(
            (count, range) -> {
              if (count.kind() == kind) {
                counts
                    .computeIfAbsent(count.subject(), any -> new TreeMap<>())
                    .put(count.what(), plain(range));
              }
            });
    return counts;
  }

  /**
   * Reads a file.
   *
   * @throws BundleProblem with its place if there is none, or it is no baseline
   */
  public static Baseline read(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new BundleProblem(
          "there is no baseline "
              + file
              + "\n  podproof baseline save REPORT_DIR -o "
              + file
              + " makes one");
    }
    try {
      var mapper =
          YAMLMapper.builder().enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES).build();
      var document = mapper.readValue(file.toFile(), Document.class);
      if (document.version() != VERSION) {
        throw new BundleProblem(
            file
                + " is of version "
                + document.version()
                + "; this Podproof reads version "
                + VERSION
                + "\n  save it anew");
      }
      return baseline(document);
    } catch (JsonMappingException e) {
      // Where it was when it saw that is past what it saw; the words name the field.
      throw none(file.toString(), firstLine(e.getOriginalMessage()), e);
    } catch (JsonProcessingException e) {
      var line = Optional.ofNullable(e.getLocation()).map(at -> ":" + at.getLineNr()).orElse("");
      throw none(file + line, firstLine(e.getOriginalMessage()), e);
    } catch (IOException | IllegalArgumentException | NullPointerException e) {
      throw none(file.toString(), String.valueOf(e.getMessage()), e);
    }
  }

  private static BundleProblem none(String place, String words, Exception cause) {
    return new BundleProblem(
        place + ": this is no baseline: " + words + "\n  save it anew: podproof baseline save",
        cause);
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("").replaceFirst(" \\(class .*", "");
  }

  private static Baseline baseline(Document document) {
    var scenarios = new TreeMap<Baseline.Name, Pattern>();
    for (var one : orNone(document.scenarios())) {
      var number = one.number() == null ? 1 : one.number();
      scenarios.put(new Baseline.Name(one.feature(), one.scenario(), number), pattern(one));
    }
    return new Baseline(Set.copyOf(orNone(document.kubernetes())), scenarios);
  }

  private static Pattern pattern(Scenario one) {
    var counts = new TreeMap<Count, Range>();
    Optional.ofNullable(one.restarts())
        .ifPresent(
            all ->
                all.forEach(
                    (subject, range) ->
                        counts.put(
                            new Count(Count.Kind.RESTARTS, subject, ""), Range.parse(range))));
    add(counts, Count.Kind.EVENT, one.events());
    add(counts, Count.Kind.CONDITION, one.conditions());
    return new Pattern(
        one.runs(),
        Set.copyOf(orNone(one.outcomes())),
        orNone(one.course()).stream().map(step -> step(step, one)).toList(),
        one.containers() == null ? Map.of() : one.containers(),
        Set.copyOf(orNone(one.fleeting())),
        counts);
  }

  private static void add(
      Map<Count, Range> counts,
      Count.Kind kind,
      @Nullable Map<String, Map<String, String>> written) {
    if (written != null) {
      written.forEach(
          (subject, all) ->
              all.forEach(
                  (what, range) -> counts.put(new Count(kind, subject, what), Range.parse(range))));
    }
  }

  private static Pattern.Step step(Step step, Scenario scenario) {
    return new Pattern.Step(
        step.what(),
        US.equals(step.by()),
        orNone(step.after()),
        Optional.ofNullable(step.took()).map(Range::parse),
        Set.copyOf(orNone(step.how())),
        step.jitter() == null ? 0 : step.jitter(),
        new Pattern.Presence(
            step.seen() == null ? scenario.runs() : step.seen(), Boolean.TRUE.equals(step.late())));
  }

  private static <T> List<T> orNone(@Nullable List<T> list) {
    return list == null ? List.of() : list;
  }
}
