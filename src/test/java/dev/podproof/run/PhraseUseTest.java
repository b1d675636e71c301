package dev.podproof.run;

import static org.assertj.core.api.BDDAssertions.then;

import dev.podproof.settings.RunSettings;
import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.EventPublisher;
import io.cucumber.plugin.event.PickleStepTestStep;
import io.cucumber.plugin.event.TestCase;
import io.cucumber.plugin.event.TestStepFinished;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The vocabulary is general: few phrases, and hardly any that a single behaviour needs. */
class PhraseUseTest implements ConcurrentEventListener {
  private static final int MOST_PHRASES = 80;

  /** More would be a list of special cases. */
  private static final int MOST_FOR_ONE_ROW = 8;

  private final TreeMap<String, Set<String>> users = new TreeMap<>();

  @Override
  public void setEventPublisher(EventPublisher publisher) {
    publisher.registerHandlerFor(
        TestStepFinished.class,
        event -> {
          if (event.getTestStep() instanceof PickleStepTestStep step) {
            users(event.getTestCase())
                .forEach(
                    user ->
                        users.computeIfAbsent(step.getPattern(), p -> new TreeSet<>()).add(user));
          }
        });
  }

  /** The rows that a scenario belongs to; a story that is none is a user of its own. */
  private static List<String> users(TestCase scenario) {
    var rows = scenario.getTags().stream().filter(CataloguePage.ROW.asMatchPredicate()).toList();
    return rows.isEmpty() ? List.of(scenario.getName()) : rows;
  }

  @Test
  void few_phrases_serve_one_row_alone() {
    var factory = new SessionFactory();
    Gherkin.run(
        RunSettings.dry(List.of("features/catalogue", "features/usecases", "features/webapp")),
        true,
        1,
        () -> factory,
        List.of(this));

    then(users).isNotEmpty();
    users.values().removeIf(used -> used.size() > 1);
    then(users).as("phrases that one row alone uses").hasSizeLessThanOrEqualTo(MOST_FOR_ONE_ROW);
  }

  @Test
  void there_are_few_phrases() {
    then(Vocabulary.phrases()).hasSizeLessThanOrEqualTo(MOST_PHRASES);
  }
}
