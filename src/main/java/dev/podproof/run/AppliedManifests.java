package dev.podproof.run;

import dev.podproof.manifest.KubectlYaml;
import dev.podproof.manifest.Reach;
import dev.podproof.mutation.Original;
import dev.podproof.report.ScenarioResult.Place;
import dev.podproof.settings.RunSettings;
import dev.podproof.steps.ManifestFolder;
import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.DocStringArgument;
import io.cucumber.plugin.event.EventPublisher;
import io.cucumber.plugin.event.PickleStepTestStep;
import io.cucumber.plugin.event.TestCase;
import io.cucumber.plugin.event.TestCaseStarted;
import io.cucumber.plugin.event.TestStepFinished;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which manifests the selected scenarios apply, found by a dry run. */
final class AppliedManifests implements ConcurrentEventListener {
  private final Map<Place, List<Original>> manifests = new LinkedHashMap<>();
  private final Map<Place, List<String>> said = new HashMap<>();
  private final Reach reach;

  private AppliedManifests(Reach reach) {
    this.reach = reach;
  }

  /** Those of features that were checked before. */
  static AppliedManifests of(RunSettings settings) {
    var found = new AppliedManifests(Collector.reach(settings));
    var factory = new SessionFactory();
    Gherkin.run(settings, true, 1, () -> factory, List.of(found));
    return found;
  }

  /** Each manifest once, in the order in which the scenarios apply them. */
  Set<Original> all() {
    return manifests.values().stream()
        .flatMap(List::stream)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** The scenarios that apply a manifest, in the order in which they stand. */
  List<Place> applying(Original manifest) {
    return manifests.entrySet().stream()
        .filter(scenario -> scenario.getValue().contains(manifest))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Every manifest, that one included, of the scenarios that apply it. */
  Set<Original> besides(Original manifest) {
    return manifests.values().stream()
        .filter(applied -> applied.contains(manifest))
        .flatMap(List::stream)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** The texts of a scenario's steps, without keywords. */
  List<String> said(Place scenario) {
    return List.copyOf(said.getOrDefault(scenario, List.of()));
  }

  /** All scenarios, in the order in which they stand. */
  List<Place> scenarios() {
    return List.copyOf(manifests.keySet());
  }

  @Override
  public void setEventPublisher(EventPublisher publisher) {
    publisher.registerHandlerFor(
        TestCaseStarted.class,
        event -> manifests.put(Collector.place(event.getTestCase()), new ArrayList<>()));
    publisher.registerHandlerFor(TestStepFinished.class, this::look);
  }

  private void look(TestStepFinished event) {
    if (event.getTestStep() instanceof PickleStepTestStep step) {
      var place = Collector.place(event.getTestCase());
      said.computeIfAbsent(place, any -> new ArrayList<>()).add(step.getStep().getText());
      manifest(event.getTestCase(), step)
          .ifPresent(one -> manifests.computeIfAbsent(place, any -> new ArrayList<>()).add(one));
    }
  }

  private Optional<Original> manifest(TestCase scenario, PickleStepTestStep step) {
    if (step.getPattern().matches("I apply \\{string}(?: without \\{object})?")) {
      var name = Check.unquoted(step.getDefinitionArgument().get(0).getValue());
      var folder = new ManifestFolder(Places.path(scenario.getUri()), reach);
      return Optional.of(file(folder.read(name).source()));
    }
    return step.getPattern().equals("I apply:")
            && step.getStep().getArgument() instanceof DocStringArgument text
        ? Optional.of(
            new Original(Places.file(scenario.getUri()), text.getLine(), text.getContent()))
        : Optional.empty();
  }

  private static Original file(String path) {
    try {
      return new Original(path, 0, KubectlYaml.text(Path.of(path)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
