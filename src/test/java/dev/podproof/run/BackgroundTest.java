package dev.podproof.run;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.BDDAssertions.then;

import dev.podproof.action.Action;
import dev.podproof.project.ProjectFile;
import dev.podproof.project.Surroundings;
import dev.podproof.settings.RunSettings;
import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.TestCaseStarted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What podproof.yaml declares is there in every scenario that does not declare it itself. */
class BackgroundTest {
  @TempDir Path folder;

  @Test
  void a_scenario_that_declares_nothing_finds_everything() throws IOException {
    then(background("When I delete pod \"web\""))
        .containsExactly(
            "my-webapp:latest is a stand-in that serves HTTP on port 8080",
            "my-database:5432 accepts connections");
  }

  @Test
  void what_a_scenario_declares_is_left_to_it() throws IOException {
    then(background("Given image \"my-webapp\" serves HTTP on port 8080"))
        .containsExactly("my-database:5432 accepts connections");
    then(background("Given dependency \"my-database\" on port 5432 refuses connections"))
        .containsExactly("my-webapp:latest is a stand-in that serves HTTP on port 8080");
    then(background("Given dependency \"my-database\" on port 5433 refuses connections"))
        .hasSize(2);
  }

  @Test
  void another_stand_in_for_the_same_image_is_refused_beside_other_scenarios() throws IOException {
    var feature = feature("", "Given image \"my-webapp\" exits with code 3 after 2s");

    assertThatThrownBy(() -> Check.of(RunSettings.dry(List.of(feature)), declared()))
        .isInstanceOf(UsageProblem.class)
        .hasMessage(
            feature
                + ":4: \"image \"my-webapp\" exits with code 3 after 2s\" is at odds with "
                + folder
                + "/podproof.yaml:2:3, where the image serves HTTP on port 8080\n"
                + "  tag the scenario @isolated, and it runs alone; or remove one of them");
  }

  @Test
  void one_that_runs_alone_may_have_its_own() throws IOException {
    var feature = feature("@isolated", "Given image \"my-webapp\" exits with code 3 after 2s");

    then(Check.of(RunSettings.dry(List.of(feature)), declared()).scenarios()).hasSize(1);
  }

  private List<String> background(String step) throws IOException {
    var found = new ArrayList<String>();
    var surroundings = declared();
    ConcurrentEventListener listener =
        publisher ->
            publisher.registerHandlerFor(
                TestCaseStarted.class,
                event ->
                    Background.of(surroundings, event.getTestCase()).stream()
                        .map(Action::inWords)
                        .forEach(found::add));
    var factory = new SessionFactory();
    Gherkin.run(
        RunSettings.dry(List.of(feature("", step))), true, 1, () -> factory, List.of(listener));
    return found;
  }

  private Surroundings declared() throws IOException {
    Files.writeString(
        folder.resolve("podproof.yaml"),
        """
        stand-ins:
          my-webapp:latest: serves HTTP on port 8080
        dependencies:
          my-database:5432: accepts connections
        """);
    return Surroundings.of(ProjectFile.above(folder));
  }

  private String feature(String tag, String step) throws IOException {
    var text = "Feature: f\n  " + tag + "\n  Scenario: s\n    " + step + "\n";
    return Files.writeString(folder.resolve("a.feature"), text).toString();
  }
}
