package dev.podproof.run;

import dev.podproof.settings.RunSettings;
import dev.podproof.steps.StepCatalogue;
import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.EventPublisher;
import io.cucumber.plugin.event.StepDefinedEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** What scenarios can say. */
public final class Vocabulary {
  /** Cucumber defines steps when there is a scenario to run. */
  private static final RunSettings ANY_SCENARIO =
      RunSettings.dry(List.of("classpath:dev/podproof/steps/any.feature"));

  private Vocabulary() {}

  /** Examples by theme, in order; those with a word where it is not empty. */
  public static Map<String, List<String>> examples(String word) {
    var themes = new LinkedHashMap<String, List<String>>();
    var catalogue = StepCatalogue.read();
    (word.isEmpty() ? catalogue : catalogue.matching(word))
        .themes()
        .forEach(theme -> themes.put(theme.name(), theme.examples()));
    return themes;
  }

  /** The expressions of all step definitions, in the order of the alphabet. */
  public static SortedSet<String> phrases() {
    var found = new Phrases();
    var factory = new SessionFactory();
    Gherkin.run(ANY_SCENARIO, true, 1, () -> factory, List.of(found));
    return found.all;
  }

  /** Hears of the step definitions. */
  private static final class Phrases implements ConcurrentEventListener {
    private final SortedSet<String> all = new TreeSet<>();

    @Override
    public void setEventPublisher(EventPublisher publisher) {
      publisher.registerHandlerFor(
          StepDefinedEvent.class, event -> all.add(event.getStepDefinition().getPattern()));
    }
  }
}
