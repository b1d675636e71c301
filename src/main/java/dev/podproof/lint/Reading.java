package dev.podproof.lint;

import dev.podproof.lint.rule.Finding;
import dev.podproof.lint.rule.Severity;
import dev.podproof.lint.workload.Place;
import dev.podproof.lint.workload.YamlValue;
import dev.podproof.manifest.KubectlYaml;
import dev.podproof.manifest.NearMatches;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads files one after the other; what is wrong with one does not keep it from the next. */
final class Reading {
  static final String STANDARD_INPUT = "standard input";

  private final List<YamlValue> objects = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();
  private int files;

  List<YamlValue> objects() {
    return objects;
  }

  List<Finding> findings() {
    return findings;
  }

  int files() {
    return files;
  }

  /**
   * Reads a file, a folder with what is below it, or standard input.
   *
   * @throws IllegalArgumentException if there is no such file
   */
  void add(String argument, InputStream standardInput) {
    if (argument.equals("-")) {
      read(STANDARD_INPUT, () -> standardInput, Severity.WARNING);
      return;
    }
    var path = Path.of(argument);
    if (argument.isBlank()) {
      throw new IllegalArgumentException(
          "the name of a manifest is empty\n  name a file or a folder that exists, or - for standard input");
    }
    if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      throw new IllegalArgumentException(
          "there is no manifest "
              + argument
              + NearMatches.besides(path)
              + "\n  name a file or a folder that exists, or - for standard input");
    }
    if (Files.isDirectory(path)) {
      addFolder(path);
    } else {
      read(argument, () -> Files.newInputStream(path), Severity.WARNING);
    }
  }

  /** The documents of a file in which no objects are expected. */
  List<YamlValue> documents(Path file) {
    var documents = new ArrayList<YamlValue>();
    read(
        file.toString(),
        () -> Files.newInputStream(file),
        bytes -> documents.addAll(compose(file.toString(), bytes)));
    return documents;
  }

  private void addFolder(Path folder) {
    try (Stream<Path> below = Files.walk(folder)) {
      var found =
          below
              .filter(path -> !Files.isDirectory(path) && isManifest(path.toString()))
              .sorted()
              .toList();
      // Beside manifests there lie values of charts and the like: of no concern.
      found.forEach(path -> read(path.toString(), () -> Files.newInputStream(path), Severity.INFO));
      if (found.isEmpty()) {
        findings.add(
            InputFault.NOT_AN_OBJECT.at(
                start(folder.toString()),
                "the folder holds no file that ends in .yaml, .yml or .json"));
      }
    } catch (IOException | java.io.UncheckedIOException e) {
      findings.add(unreadable(folder.toString(), e));
    }
  }

  private static boolean isManifest(String name) {
    return Stream.of(".yaml", ".yml", ".json").anyMatch(name::endsWith);
  }

  /** Where a file's bytes come from. */
  private interface Opening {
    InputStream open() throws IOException;
  }

  private void read(String file, Opening opening, Severity withoutObject) {
    files++;
    read(file, opening, bytes -> parse(file, bytes, withoutObject));
  }

  private void read(String file, Opening opening, Consumer<byte[]> parser) {
    try (var in = opening.open()) {
      var bytes = in.readNBytes(KubectlYaml.LARGEST + 1);
      if (bytes.length > KubectlYaml.LARGEST) {
        findings.add(InputFault.NOT_READABLE.at(start(file), "the file is larger than 16 MiB"));
      } else if (isBinary(bytes)) {
        findings.add(InputFault.NOT_READABLE.at(start(file), "the file is not text"));
      } else {
        parser.accept(bytes);
      }
    } catch (IOException e) {
      findings.add(unreadable(file, e));
    }
  }

  private static Finding unreadable(String file, Exception problem) {
    return InputFault.NOT_READABLE.at(
        start(file), "it cannot be read: " + problem.getClass().getSimpleName());
  }

  // Texts hold no NUL but in UTF-16, which begins with its mark.
  private static boolean isBinary(byte[] bytes) {
    var marked =
        bytes.length > 1 && (bytes[0] == (byte) 0xFE || bytes[0] == (byte) 0xFF) && bytes[1] < 0;
    for (var i = 0; i < Math.min(bytes.length, 8192) && !marked; i++) {
      if (bytes[i] == 0) {
        return true;
      }
    }
    return false;
  }

  private void parse(String file, byte[] bytes, Severity withoutObject) {
    var before = findings.size();
    var found = compose(file, bytes);
    if (found.isEmpty() && findings.size() == before) {
      findings.add(
          InputFault.NOT_AN_OBJECT.at(start(file), "the file holds no object").as(withoutObject));
    }
    found.stream().flatMap(Reading::objects).forEach(object -> keep(object, withoutObject));
  }

  private List<YamlValue> compose(String file, byte[] bytes) {
    var found = new ArrayList<YamlValue>();
    try {
      for (var node :
          KubectlYaml.nodes(file, bytes.length)
              .composeAllFromInputStream(new ByteArrayInputStream(bytes))) {
        var faults = new NodeCheck(file).of(node);
        findings.addAll(faults.findings());
        if (faults.usable() && YamlValue.root(file, node).present()) {
          found.add(YamlValue.root(file, node));
        }
      }
    } catch (MarkedYamlEngineException e) {
      findings.add(notYaml(file, e, bytes));
    } catch (YamlEngineException e) {
      findings.add(
          e.getCause() instanceof CharacterCodingException
              ? InputFault.NOT_READABLE.at(start(file), "it is no text in UTF-8 or UTF-16")
              : InputFault.NOT_YAML.at(start(file), "not YAML: " + firstLine(e)));
    } catch (StackOverflowError e) {
      findings.add(InputFault.NOT_READABLE.at(start(file), "it is nested too deeply"));
    }
    return found;
  }

  // Lists of every kind hold objects (Kubernetes docs: API concepts, Collections).
  private static Stream<YamlValue> objects(YamlValue document) {
    return document.at("kind").text().endsWith("List") && document.at("items").isList()
        ? document.at("items").items().stream()
        : Stream.of(document);
  }

  private void keep(YamlValue object, Severity withoutObject) {
    if (!object.at("kind").text().isEmpty() && !object.at("apiVersion").text().isEmpty()) {
      objects.add(object);
    } else {
      findings.add(
          InputFault.NOT_AN_OBJECT
              .at(object.place(), "expected an object with apiVersion and kind")
              .as(withoutObject));
    }
  }

  private static Finding notYaml(String file, MarkedYamlEngineException problem, byte[] bytes) {
    var place =
        problem
            .getProblemMark()
            .map(mark -> new Place(file, mark.getLine() + 1, mark.getColumn() + 1))
            .orElse(start(file));
    var lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
    // The parser stumbles over a line without a colon only when it has read the next one.
    return Stream.of(place.line(), place.line() - 1)
        .filter(line -> line >= 1 && line <= lines.size() && lines.get(line - 1).contains("{{"))
        .findFirst()
        .map(line -> template(file, line, lines.get(line - 1)))
        .orElseGet(() -> InputFault.NOT_YAML.at(place, "not YAML: " + problem.getProblem()));
  }

  private static Finding template(String file, int line, String text) {
    return InputFault.TEMPLATE.at(
        new Place(file, line, text.indexOf("{{") + 1),
        "the line holds a template: " + text.strip());
  }

  private static String firstLine(Exception problem) {
    return String.valueOf(problem.getMessage()).lines().findFirst().orElse("");
  }

  private static Place start(String file) {
    return new Place(file, 1, 1);
  }
}
