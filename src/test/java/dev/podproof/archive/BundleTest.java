package dev.podproof.archive;

import static dev.podproof.lifecycle.Histories.aPod;
import static org.assertj.core.api.BDDAssertions.then;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.podproof.action.Attempt;
import dev.podproof.action.RunCommand;
import dev.podproof.expectation.AsOf;
import dev.podproof.expectation.Observed;
import dev.podproof.lifecycle.ContainerSnapshot;
import dev.podproof.lifecycle.ContainerStage;
import dev.podproof.lifecycle.Histories;
import dev.podproof.lifecycle.History;
import dev.podproof.lifecycle.Interval;
import dev.podproof.lifecycle.Observation;
import dev.podproof.lifecycle.Witness;
import dev.podproof.recorder.Redaction;
import dev.podproof.report.Outcome;
import dev.podproof.report.ScenarioResult;
import dev.podproof.report.ScenarioResult.Place;
import dev.podproof.report.StepResult;
import dev.podproof.session.Asked;
import dev.podproof.session.Remains;
import dev.podproof.session.Remains.ClusterFacts;
import dev.podproof.session.SessionSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleTest {
  private static final String FEATURE = "Feature: f\n  Scenario: s\n    Then it is so\n";

  @TempDir Path folder;

  private static Observation gap() {
    return new Observation.Gap(
        Histories.at(9), Witness.LOG, Interval.from(Histories.at(8)), "the log was rotated");
  }

  /** A history with every kind of observation and of stage. */
  private static History everything() {
    return aPod("init", "app")
        .at("1s")
        .getsSandbox()
        .starts("init")
        .logs("init", "hello")
        .at("2s")
        .exits("init", 3, "Error")
        .ownedBy("ReplicaSet", "web-1")
        .labelled("app", "web")
        .waits("init", "CrashLoopBackOff")
        .object("Service", "web", Map.of("spec", Map.of("ports", List.of(Map.of("port", 80)))))
        .objectGone("Service", "web")
        .reports("BackOff", "init", "Back-off restarting")
        .acts("delete pod web")
        .at("9s")
        .gone()
        .history()
        .plus(gap())
        .plus(new Observation.HeardUpTo(Histories.at(9), Witness.RUNTIME, Histories.at(9)))
        .plus(new Observation.ClusterLost(Histories.at(10), "gone"));
  }

  private static List<Asked> asked() {
    return List.of(
        new Asked.Judged(
            new AsOf(Histories.at(0), Histories.at(1), Histories.at(2), AsOf.PATIENT), 12),
        new Asked.Looked(13),
        new Asked.Done(),
        new Asked.Ran(new RunCommand.Result(1, "out", "error")),
        new Asked.Answered(
            new Attempt.Answer(422, "no", List.of(new Attempt.Cause("spec", "Required", "it")))),
        new Asked.Repeated(new Observed("it answers", false, "it did not")),
        new Asked.Required(true));
  }

  private static Bundle bundle(History history) {
    var step =
        new StepResult("Then it is so", 3, Outcome.VIOLATED, Duration.ofMillis(1234), "it is not");
    var scenario =
        new ScenarioResult(
            new Place("f", "s", "features/a.feature", 2),
            List.of("@slow"),
            List.of(step),
            Duration.ofSeconds(2));
    var recorded =
        ScenarioRecord.of(
            scenario,
            List.of(asked()),
            Histories.ZERO,
            SessionSettings.DEFAULTS,
            Map.of("kubernetes", "v1.37.2"),
            List.of("objects of kind Node: forbidden"));
    return new Bundle(recorded, history, FEATURE);
  }

  private String text(String file) throws IOException {
    return Files.readString(folder.resolve(file));
  }

  @Test
  void what_is_written_is_read_again() throws IOException {
    var bundle = bundle(everything());

    bundle.write(folder, Remains.NONE, UnaryOperator.identity());

    then(Bundle.read(folder)).isEqualTo(bundle);
  }

  @Test
  void a_bundle_that_tells_nothing_of_repetitions_is_of_the_only_one() throws IOException {
    var bundle = bundle(everything());
    bundle.write(folder, Remains.NONE, UnaryOperator.identity());
    var scenario = (ObjectNode) new JsonMapper().readTree(text("scenario.json"));
    ((ObjectNode) scenario.get("place")).remove("repetition");
    Files.writeString(folder.resolve("scenario.json"), scenario.toString());

    then(Schemas.problems("scenario", scenario.toString())).isEmpty();
    then(Bundle.read(folder)).isEqualTo(bundle);
  }

  @Test
  void every_kind_of_observation_and_of_question_is_tried() {
    then(everything().observations().stream().map(Object::getClass).distinct())
        .containsExactlyInAnyOrder(Observation.class.getPermittedSubclasses());
    then(everything()
            .all(Observation.PodSeen.class)
            .flatMap(seen -> seen.snapshot().containers().stream())
            .map(ContainerSnapshot::stage)
            .map(Object::getClass)
            .distinct())
        .hasSize(ContainerStage.class.getPermittedSubclasses().length - 1);
    then(asked().stream().map(Object::getClass).distinct())
        .containsExactlyInAnyOrder(Asked.class.getPermittedSubclasses());
  }

  @Test
  void the_documents_are_as_their_schemas_promise() throws IOException {
    bundle(everything()).write(folder, Remains.NONE, UnaryOperator.identity());

    then(Schemas.problems("history", text("history.json"))).isEmpty();
    then(Schemas.problems("scenario", text("scenario.json"))).isEmpty();
  }

  @Test
  void a_schema_finds_what_is_not_promised() throws IOException {
    bundle(everything()).write(folder, Remains.NONE, UnaryOperator.identity());
    var history = (ObjectNode) new JsonMapper().readTree(text("history.json"));
    ((ObjectNode) history.get("observations").get(0)).put("surprise", 1);

    then(Schemas.problems("history", history.toString())).isNotEmpty();
    then(Schemas.problems("scenario", "{\"version\": 1}")).isNotEmpty();
  }

  @Test
  void people_find_objects_events_logs_and_what_the_runtime_said() throws IOException {
    var remains =
        new Remains(
            List.of(Map.of("kind", "Pod")),
            List.of(Map.of("kind", "Pod", "metadata", Map.of("name", "web"))),
            List.of(),
            new ClusterFacts("a cluster", "v1.37.2"));

    bundle(everything()).write(folder, remains, UnaryOperator.identity());

    then(text("applied.yaml")).isEqualTo("---\nkind: Pod\n");
    then(text("objects/Pod-web.yaml")).contains("kind: Pod\n", "metadata:\n  name: web\n");
    then(text("events.txt"))
        .isEqualTo("+2.00s  Pod web  container init  BackOff: Back-off restarting\n");
    then(text("logs/web/init-1.log")).isEqualTo("2026-01-01T00:00:01Z hello\n");
    then(text("runtime-events.txt"))
        .isEqualTo(
            """
            +1.00s  sandbox-1 is the sandbox of uid-web
            +1.00s  sandbox-1 started at +1.00s
            +1.00s  init-2 is container init of uid-web
            +1.00s  init-2 started at +1.00s
            +2.00s  init-2 exited 3 at +2.00s
            """);
    then(text("scenario.feature")).isEqualTo(FEATURE);
  }

  @Test
  void a_name_as_long_as_Kubernetes_allows_has_its_files() throws IOException {
    var name = "p".repeat(253);
    var history = Histories.nothing().anotherPod(name, "app").starts("app").logs("app", "x");

    bundle(history.history())
        .write(
            folder,
            new Remains(
                List.of(),
                List.of(Map.of("kind", "Pod", "metadata", Map.of("name", name))),
                List.of(),
                new ClusterFacts("", "")),
            UnaryOperator.identity());

    then(folder.resolve("logs/" + "p".repeat(200) + "/app-1.log")).exists();
    then(folder.resolve("objects/Pod-" + "p".repeat(196) + ".yaml")).exists();
  }

  @Test
  void no_file_shows_a_value_of_a_Secret() throws IOException {
    var secret = "hunter2-hunter2";
    var encoded = "aHVudGVyMi1odW50ZXIy";
    var texts = Map.<String, Object>of("env", secret, "data", encoded, "list", List.of(secret));
    var history =
        aPod("app")
            .labelled("note", secret)
            .starts("app")
            .logs("app", "the token is " + secret)
            .reports("Failed", "app", "cannot use " + secret)
            .has("Ready", "False", "", secret)
            .object("Pod", "web", Map.of("kind", "Pod", "spec", texts))
            .acts("run echo " + secret)
            .history();
    var bundle = bundle(history);
    var feature = "Feature: f\n  Scenario: s\n    Then it logs \"" + secret + "\"\n";

    new Bundle(bundle.scenario(), history, feature)
        .write(
            folder,
            new Remains(List.of(texts), List.of(texts), List.of(), new ClusterFacts("", "")),
            Redaction.of(List.of(secret, encoded)));

    try (var files = Files.walk(folder)) {
      var written = files.filter(Files::isRegularFile).toList();
      then(written).hasSize(8);
      for (var file : written) {
        then(Files.readString(file)).as(file.toString()).doesNotContain("hunter2", encoded);
      }
    }
    then(Bundle.read(folder).feature())
        .isEqualTo("Feature: f\n  Scenario: s\n    Then it logs \"[hidden: value of a Secret]\"\n");
  }

  @Test
  void Kubernetes_own_words_are_no_secrets() throws IOException {
    var history = aPod("app").is("Running").has("Ready", "True", "", "").history();

    bundle(history)
        .write(folder, Remains.NONE, Redaction.of(List.of("Running", "Ready", "True", "Pod")));

    var seen = Bundle.read(folder).history().latest(history.pods().get(0)).orElseThrow();
    then(seen.phase().name()).isEqualTo("Running");
    then(seen.holds("Ready")).isTrue();
  }
}
