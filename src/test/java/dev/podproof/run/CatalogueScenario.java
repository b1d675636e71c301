package dev.podproof.run;

import io.cucumber.gherkin.GherkinParser;
import io.cucumber.messages.types.Envelope;
import io.cucumber.messages.types.Examples;
import io.cucumber.messages.types.FeatureChild;
import io.cucumber.messages.types.Scenario;
import io.cucumber.messages.types.TableRow;
import io.cucumber.messages.types.Tag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A scenario or outline of the catalogue, as it is written.
 *
 * @param place where it stands alone with the first of its examples, as FILE:LINE
 * @param lines its lines, tags included
 * @param examples where the lines of its examples stand among them, from 0 on; empty for a scenario
 */
record CatalogueScenario(
    String place, List<String> tags, String name, List<String> lines, List<Integer> examples) {
  /** All of the catalogue and the use cases. */
  static List<CatalogueScenario> all() throws IOException {
    var all = new ArrayList<CatalogueScenario>();
    for (var folder : List.of("features/catalogue", "features/usecases")) {
      try (var files = Files.list(Path.of(folder))) {
        for (var file : files.sorted().toList()) {
          all.addAll(in(file));
        }
      }
    }
    return all;
  }

  /** The rows of the catalogue that have a scenario, such as SIDE-01, in order. */
  static SortedSet<String> rows() throws IOException {
    return all().stream()
        .flatMap(scenario -> scenario.tags().stream())
        .filter(CataloguePage.ROW.asMatchPredicate())
        .map(tag -> tag.substring(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** One scenario of each row, the first, with the first of its examples, as FILE:LINE. */
  static Collection<String> oneOfEachRow() throws IOException {
    var first = new TreeMap<String, String>();
    for (var scenario : all()) {
      for (var tag : scenario.tags()) {
        first.putIfAbsent(tag, scenario.place());
      }
    }
    first.keySet().retainAll(rows().stream().map(row -> "@" + row).toList());
    return Set.copyOf(first.values());
  }

  private static List<CatalogueScenario> in(Path file) throws IOException {
    var lines = Files.readAllLines(file);
    var scenarios =
        GherkinParser.builder()
            .includeSource(false)
            .includePickles(false)
            .build()
            .parse(file)
            .flatMap(envelope -> document(envelope))
            .toList();
    var found = new ArrayList<CatalogueScenario>();
    for (var i = 0; i < scenarios.size(); i++) {
      var from = firstLine(scenarios.get(i)) - 1;
      var to = i + 1 < scenarios.size() ? firstLine(scenarios.get(i + 1)) - 1 : lines.size();
      found.add(of(file, scenarios.get(i), lines.subList(from, to), from));
    }
    return found;
  }

  private static Stream<Scenario> document(Envelope envelope) {
    return envelope.getGherkinDocument().flatMap(document -> document.getFeature()).stream()
        .flatMap(feature -> feature.getChildren().stream())
        .map(FeatureChild::getScenario)
        .flatMap(Optional::stream);
  }

  private static int firstLine(Scenario scenario) {
    return Stream.concat(
            scenario.getTags().stream().map(tag -> tag.getLocation().getLine()),
            Stream.of(scenario.getLocation().getLine()))
        .mapToInt(Number::intValue)
        .min()
        .orElseThrow();
  }

  private static CatalogueScenario of(Path file, Scenario scenario, List<String> lines, int from) {
    var examples =
        scenario.getExamples().stream()
            .map(Examples::getTableBody)
            .flatMap(List::stream)
            .map(TableRow::getLocation)
            .map(location -> location.getLine().intValue() - 1 - from)
            .toList();
    var line = examples.isEmpty() ? scenario.getLocation().getLine() - 1 : from + examples.get(0);
    return new CatalogueScenario(
        file + ":" + (line + 1),
        scenario.getTags().stream().map(Tag::getName).toList(),
        scenario.getName(),
        List.copyOf(lines),
        examples);
  }

  /** Its text with one line of its examples alone, counted from 1 on. */
  String alone(int example) {
    var kept = new ArrayList<String>();
    for (var i = 0; i < lines.size(); i++) {
      if (!examples.contains(i) || examples.indexOf(i) == example - 1) {
        kept.add(lines.get(i));
      }
    }
    return String.join("\n", kept) + "\n";
  }
}
