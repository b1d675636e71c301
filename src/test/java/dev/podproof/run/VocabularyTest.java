package dev.podproof.run;

import static org.assertj.core.api.BDDAssertions.then;

import dev.podproof.report.StepList;
import dev.podproof.settings.RunSettings;
import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.EventPublisher;
import io.cucumber.plugin.event.PickleStepTestStep;
import io.cucumber.plugin.event.Status;
import io.cucumber.plugin.event.StepDefinedEvent;
import io.cucumber.plugin.event.TestStepFinished;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The catalogue of phrases is what the steps understand. */
class VocabularyTest implements ConcurrentEventListener {
  @TempDir Path folder;
  private final TreeSet<String> defined = new TreeSet<>();
  private final TreeSet<String> used = new TreeSet<>();
  private final List<String> strange = new ArrayList<>();

  @BeforeEach
  void run() throws Exception {
    var feature = new StringBuilder("Feature: every phrase\n  Scenario: all of them\n");
    Vocabulary.examples("").values().stream()
        .flatMap(List::stream)
        .map(VocabularyTest::whole)
        .forEach(feature::append);
    var file = Files.writeString(folder.resolve("all.feature"), feature);
    var factory = new SessionFactory();
    Gherkin.run(RunSettings.dry(List.of(file.toString())), true, 1, () -> factory, List.of(this));
  }

  // A phrase that ends in a colon has a table or a text below it; for a dry run any will do.
  private static String whole(String example) {
    return "    " + example + "\n" + (example.endsWith(":") ? "      | x |\n" : "");
  }

  @Override
  public void setEventPublisher(EventPublisher publisher) {
    publisher.registerHandlerFor(
        StepDefinedEvent.class, event -> defined.add(event.getStepDefinition().getPattern()));
    publisher.registerHandlerFor(
        TestStepFinished.class,
        event -> {
          if (event.getTestStep() instanceof PickleStepTestStep step) {
            var status = event.getResult().getStatus();
            if (status == Status.UNDEFINED || status == Status.AMBIGUOUS) {
              strange.add(status + ": " + step.getStep().getText());
            } else {
              used.add(step.getPattern());
            }
          }
        });
  }

  @Test
  void every_example_is_understood_in_one_way() {
    then(strange).isEmpty();
  }

  @Test
  void every_step_definition_has_an_example() {
    var without = new TreeSet<>(defined);
    without.removeAll(used);

    then(defined).isNotEmpty();
    then(without).isEmpty();
  }

  @Test
  void the_page_about_steps_is_what_the_command_prints() throws Exception {
    then(Files.readString(Path.of("docs/steps.md")))
        .as("write it anew: ./podproof steps --format markdown > docs/steps.md")
        .isEqualTo(StepList.MARKDOWN.of(Vocabulary.examples(""), Vocabulary.phrases().size()));
  }

  @Test
  void a_word_finds_its_phrases() {
    then(Vocabulary.examples("sandbox").values())
        .containsExactly(List.of("When I stop the sandbox of pod \"web\""));
    then(Vocabulary.examples("nonsense")).isEmpty();
  }
}
