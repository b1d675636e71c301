package dev.podproof.steps;

import static org.assertj.core.api.BDDAssertions.then;

import dev.podproof.action.Action;
import dev.podproof.action.ApplyManifest;
import dev.podproof.action.CreateJob;
import dev.podproof.action.DeleteObject;
import dev.podproof.action.Deletion;
import dev.podproof.action.DisconnectPod;
import dev.podproof.action.FillVolume;
import dev.podproof.action.FreezeContainers;
import dev.podproof.action.NodeAction;
import dev.podproof.action.ScaleObject;
import dev.podproof.action.Target;
import dev.podproof.manifest.Manifest;
import dev.podproof.manifest.Reach;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A sentence that did something says the same where it stands for the moment. */
class ActionWordsTest {
  private static final Target POD = new Target("pod", "web");

  private static Deletion within(Duration grace) {
    return new Deletion(Optional.of(grace), Optional.empty());
  }

  static Stream<Arguments> sentences() {
    return Stream.of(
        of("I apply \"web.yaml\"", new ApplyManifest(manifest(), Optional.of("web.yaml"))),
        of(
            "I apply \"web.yaml\" without service \"web\"",
            new ApplyManifest(manifest(), Optional.of("web.yaml without service web"))),
        of("I delete pod \"web\"", new DeleteObject(POD, Deletion.USUAL)),
        of("I delete pod \"web\" at once", new DeleteObject(POD, within(Duration.ZERO))),
        of(
            "I delete pod \"web\" with a grace period of 5s",
            new DeleteObject(POD, within(Duration.ofSeconds(5)))),
        of(
            "I create job \"now\" from cronjob \"report\"",
            new CreateJob(new Target("cronjob", "report"), "now")),
        of("I scale deployment \"web\" to 3", new ScaleObject(new Target("deployment", "web"), 3)),
        of(
            "I send signal TERM to sidecar \"proxy\"",
            new NodeAction.Signal("TERM", "web", "proxy", "id")),
        of("I stop the sandbox of pod \"web\"", new NodeAction.StopSandbox("web")),
        of("I restart the kubelet", new NodeAction.Restart("kubelet")),
        of("I freeze pod \"web\"", new FreezeContainers("web", Optional.empty(), true)),
        of(
            "I freeze init container \"wait\"",
            new FreezeContainers("web", Optional.of("wait"), true)),
        of(
            "I thaw container \"app\" of pod \"web\"",
            new FreezeContainers("web", Optional.of("app"), false)),
        of("I disconnect pod \"web\"", new DisconnectPod("web", true)),
        of("I reconnect pod \"web\"", new DisconnectPod("web", false)),
        of("I fill volume \"data\" of pod \"web\"", new FillVolume("web", "data", true)),
        of("I empty volume \"data\" of pod \"web\"", new FillVolume("web", "data", false)));
  }

  private static Arguments of(String sentence, Action<?> action) {
    return Arguments.of(sentence, action);
  }

  private static Manifest manifest() {
    return Manifest.parse(
        "web.yaml",
        "{apiVersion: v1, kind: Pod, metadata: {name: web}, spec: {containers: [{name: app}]}}",
        Reach.OWN);
  }

  @ParameterizedTest
  @MethodSource("sentences")
  void an_action_begins_with_the_words_of_its_sentence(String sentence, Action<?> action) {
    then(action.inWords() + " ").startsWith(Words.ofAction(sentence) + " ");
  }
}
