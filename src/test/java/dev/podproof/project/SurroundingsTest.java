package dev.podproof.project;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.BDDAssertions.then;

import dev.podproof.cluster.image.Behaviour;
import dev.podproof.cluster.image.ImageName;
import dev.podproof.dependency.Dependency;
import dev.podproof.dependency.DependencyState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What podproof.yaml says of images and dependencies, in the words of the steps. */
class SurroundingsTest {
  @TempDir Path folder;

  @Test
  void without_a_file_nothing_is_declared() {
    then(Surroundings.of(ProjectFile.none(folder))).isEqualTo(Surroundings.NONE);
  }

  @Test
  void stand_ins_are_declared_by_image() throws IOException {
    var declared =
        declared(
            """
            stand-ins:
              my-webapp:latest: serves HTTP on port 8080
              worker: writes a line to "/var/log/app.log" every 500ms, beginning after 2s
              ghcr.io/acme/migrate:3: exits with code 3 after 1.5s
            """);

    then(declared.standIns())
        .extracting(one -> one.standIn().image(), one -> one.standIn().behaviour())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                ImageName.parse("my-webapp:latest"), new Behaviour.ServesHttp(8080, List.of())),
            org.assertj.core.groups.Tuple.tuple(
                ImageName.parse("worker:latest"),
                new Behaviour.WritesLines(
                    "/var/log/app.log", Duration.ofMillis(500), Duration.ofSeconds(2))),
            org.assertj.core.groups.Tuple.tuple(
                ImageName.parse("ghcr.io/acme/migrate:3"),
                new Behaviour.Exits(3, Duration.ofMillis(1500))));
    then(declared.standIns().get(1).place().line()).isEqualTo(3);
  }

  @Test
  void dependencies_are_declared_by_name_and_port() throws IOException {
    var declared = declared("dependencies: {'my-database:5432': accepts connections}\n");

    then(declared.dependencies())
        .singleElement()
        .satisfies(
            one -> {
              then(one.dependency()).isEqualTo(new Dependency("my-database", 5432));
              then(one.state()).isEqualTo(DependencyState.Plain.ACCEPTING);
            });
  }

  @Test
  void what_cannot_be_meant_is_refused_with_its_place() {
    refused(
        "stand-ins:\n  my-webapp:latest: serves http on 8080\n",
        "FOLDER/podproof.yaml:2:3: no stand-in \"serves http on 8080\"; one serves HTTP on port 8080,"
            + " or writes a line to \"/var/log/app.log\" every 1s, beginning after 2s,"
            + " or exits with code 3 after 2s\n  such as my-webapp:latest: serves HTTP on port 8080");
    refused(
        "stand-ins: [my-webapp]\n",
        "FOLDER/podproof.yaml:1:1: expected an image and what it does\n"
            + "  such as my-webapp:latest: serves HTTP on port 8080");
    refused(
        "stand-ins: {My Webapp: serves HTTP on port 1}\n",
        "FOLDER/podproof.yaml:1:13: \"My Webapp\" is not the name of an image; expected one such as"
            + " my-webapp:latest\n  such as my-webapp:latest: serves HTTP on port 8080");
    refused(
        "dependencies:\n  my-database: accepts connections\n",
        "FOLDER/podproof.yaml:2:3: \"my-database\" is no dependency; expected the name and the port"
            + " of a Service\n  such as my-database:5432: accepts connections");
    refused(
        "dependencies:\n  my-database:70000: accepts connections\n",
        "FOLDER/podproof.yaml:2:3: \"my-database:70000\" is no dependency; expected the name and the"
            + " port of a Service\n  such as my-database:5432: accepts connections");
    assertThatThrownBy(() -> declared("dependencies: {'db:1': is up}\n"))
        .hasMessageContaining(
            "podproof.yaml:1:16: no dependency \"is up\"; one is absent, or has no endpoints, or ");
  }

  @Test
  void a_file_that_is_not_readable_is_refused_with_its_place() {
    refused(
        "cluster: existing\ncluster: node\n",
        "FOLDER/podproof.yaml:2:1: the field cluster stands here for the second time\n"
            + "  mend that; nothing was started");
    refused(
        "a: 1\n---\nb: 2\n",
        "FOLDER/podproof.yaml:3:1: there is a second document\n  leave one of them");
    refused(
        "words\n",
        "FOLDER/podproof.yaml:1:1: there is no setting here\n  write one as NAME: VALUE");
    assertThatThrownBy(() -> declared("a:\n\t- b\n"))
        .hasMessageContaining("podproof.yaml:2:1: not YAML: ");
  }

  @Test
  void the_nearest_file_counts() throws IOException {
    Files.writeString(folder.resolve("podproof.yaml"), "budget: 7\n");
    var below = Files.createDirectories(folder.resolve("a/b"));

    then(ProjectFile.above(below).at("budget").text()).isEqualTo("7");

    Files.writeString(folder.resolve("a/podproof.yaml"), "");
    then(ProjectFile.above(below).at("budget").present()).isFalse();
    then(ProjectFile.above(below).resolved("features")).isEqualTo(folder + "/a/features");
  }

  private void refused(String text, String message) {
    assertThatThrownBy(() -> declared(text))
        .isInstanceOf(IllegalArgumentException.class)
        .extracting(e -> e.getMessage().replace(folder.toString(), "FOLDER"))
        .isEqualTo(message);
  }

  private Surroundings declared(String text) throws IOException {
    Files.writeString(folder.resolve("podproof.yaml"), text);
    return Surroundings.of(ProjectFile.above(folder));
  }
}
