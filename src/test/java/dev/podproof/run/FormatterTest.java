package dev.podproof.run;

import static org.assertj.core.api.BDDAssertions.then;

import dev.podproof.settings.RunSettings;
import dev.podproof.settings.RunSettings.Output;
import dev.podproof.settings.RunSettings.Selection;
import dev.podproof.settings.RunSettings.Waits;
import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.Plugin;
import io.cucumber.plugin.event.TestCaseStarted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cucumber's own formatters, told of a feature that nobody has steps for. */
class FormatterTest {
  @TempDir private Path folder;
  private final Losses losses = new Losses();

  private void run(int repetitions, String plugin, Plugin... listeners) throws IOException {
    var feature =
        Files.writeString(
            folder.resolve("some.feature"),
            """
            Feature: some
              Scenario Outline: one
                Given nobody knows <what>
                  \"""
                  password: hunter2-and-more
                  \"""
              Examples:
                | what             |
                | hunter2-and-more |
            """);
    var settings =
        new RunSettings(
            List.of(feature.toString()),
            new Selection("", "", false, false, repetitions),
            2,
            Waits.DEFAULTS,
            new Output(
                new RunSettings.Files(Path.of(""), Path.of(""), List.of(plugin)),
                false,
                false,
                false));
    Gherkin.prepared(
            settings,
            2,
            SessionFactory::new,
            () -> text -> text.replace("hunter2-and-more", "[hidden]"),
            losses,
            List.of(listeners))
        .run();
  }

  @ParameterizedTest
  @ValueSource(strings = {"html", "message", "json", "junit", "testng", "pretty", "usage-json"})
  void nothing_that_is_hidden_is_told_to_a_formatter(String name) throws IOException {
    run(1, name + ":" + folder.resolve("out"));

    then(losses.inWords()).isEmpty();
    then(Files.readString(folder.resolve("out"))).isNotEmpty().doesNotContain("hunter2-and-more");
  }

  @Test
  void what_a_formatter_cannot_write_is_a_loss_and_the_run_goes_on() throws IOException {
    var begun = new AtomicInteger();
    ConcurrentEventListener counting =
        publisher ->
            publisher.registerHandlerFor(TestCaseStarted.class, event -> begun.incrementAndGet());

    run(2, "message:/dev/full", counting);

    then(losses.inWords()).containsExactly("--plugin message:/dev/full: No space left on device");
    then(begun).hasValue(2);
  }

  @Test
  void a_scenario_that_is_repeated_is_told_each_time() throws IOException {
    run(3, "message:" + folder.resolve("out"));

    then(Files.readAllLines(folder.resolve("out")))
        .filteredOn(line -> line.startsWith("{\"testCaseStarted\""))
        .hasSize(3);
  }
}
