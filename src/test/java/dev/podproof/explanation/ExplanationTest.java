package dev.podproof.explanation;

import static dev.podproof.lifecycle.Histories.aPod;
import static dev.podproof.lifecycle.Histories.at;
import static dev.podproof.lifecycle.Histories.nothing;
import static dev.podproof.lifecycle.Histories.seconds;
import static org.assertj.core.api.BDDAssertions.then;

import dev.podproof.expectation.AsOf;
import dev.podproof.expectation.ContainerRef;
import dev.podproof.expectation.ContainerStarts;
import dev.podproof.expectation.PodGroup;
import dev.podproof.expectation.PodReady;
import dev.podproof.expectation.PodRef;
import dev.podproof.expectation.State;
import dev.podproof.expectation.Verdict;
import dev.podproof.lifecycle.Histories;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class ExplanationTest {
  private static String explain(Histories histories, double now) {
    var expectation = ContainerStarts.first(ContainerRef.named("app")).within(seconds(5));
    var asOf = new AsOf(at(0), at(0), at(now), seconds(10));
    var verdict = expectation.evaluate(histories.history(), asOf);
    then(verdict).isInstanceOf(Verdict.Violated.class);
    return Explanation.of(histories.history(), asOf, expectation, verdict, UnaryOperator.identity())
        .inWords();
  }

  @Test
  void an_init_container_that_waits_is_named_with_its_last_words() {
    var waiting =
        aPod("init", "app")
            .at("0s")
            .acts("apply Pod web")
            .at("1s")
            .starts("init")
            .logs("init", "waiting for db")
            .at("3s")
            .logs("init", "waiting for db")
            .at("5.2s")
            .heard();

    then(explain(waiting, 6))
        .isEqualTo(
            """
            expected  container app starts within 5.0s
            but       it had not started; it was waiting (PodInitializing) at +5.00s
            blocked   app  waits for  init container init (1 of 1), running for 5.0s
                      init  last said  "waiting for db"  (at +3.00s, 2 times)
            timeline  +0.00s apply Pod web | +1.00s init started | +6.00s judged
            next      see why init does not end: its command is sh""");
  }

  @Test
  void the_value_of_a_Secret_is_hidden_before_a_line_is_cut() {
    var secret = "hunter2hunter2";
    var said = "x".repeat(40) + secret + "y".repeat(100);
    var history =
        aPod("init", "app").at("1s").starts("init").logs("init", said).at("5.2s").heard().history();
    var expectation = ContainerStarts.first(ContainerRef.named("app")).within(seconds(5));
    var asOf = new AsOf(at(0), at(0), at(6), seconds(10));
    var verdict = expectation.evaluate(history, asOf);

    then(Explanation.of(
                history, asOf, expectation, verdict, text -> text.replace(secret, "[hidden]"))
            .inWords())
        .doesNotContain("hunte");
  }

  @Test
  void an_image_that_cannot_be_pulled_is_named_with_what_to_try() {
    var pulling = aPod("app").at("1s").waits("app", "ImagePullBackOff").at("5.2s").heard();

    then(explain(pulling, 12))
        .isEqualTo(
            """
            expected  container app starts within 5.0s
            but       container app was waiting (ImagePullBackOff): because for 11.0s; presumably nothing will mend that
            blocked   container app  needs image busybox, ImagePullBackOff: because
            timeline  +12.00s judged
            next      see whether the image busybox exists; or declare a stand-in: Given image "busybox" serves HTTP on port 8080""");
  }

  private static String inShort(Histories histories, double now) {
    return Explanation.inShort(
        histories.history(), Optional.empty(), at(now), UnaryOperator.identity());
  }

  @Test
  void in_short_the_first_container_that_holds_up_the_others_is_told() {
    var pod = aPod("init", "app").at("1s").starts("init").logs("init", "refused");

    then(inShort(Histories.nothing(), 1)).isEqualTo("no pod yet");
    then(inShort(aPod("init", "app"), 1)).isEqualTo("init waiting (PodInitializing)");
    then(inShort(pod, 8)).isEqualTo("init running 7s: refused");
    then(inShort(pod.at("2s").logs("init", "refused"), 8.9))
        .isEqualTo("init running 7s: refused x2");
    then(inShort(pod.at("9s").exits("init", 0).at("10s").starts("app"), 12))
        .isEqualTo("app running 2s");
    then(inShort(pod.at("11s").becomesReady("app"), 12)).isEqualTo("pod web is ready");
  }

  @Test
  void of_a_pod_of_no_scenario_only_is_told_what_can_be_done_there() {
    var history = aPod("app").at("1s").waits("app", "ImagePullBackOff").history();

    then(Explanation.ofForeignPod(history, history.pods().get(0), at(12), UnaryOperator.identity())
            .next())
        .containsExactly("see whether the image busybox exists");
  }

  @Test
  void of_several_pods_the_one_that_is_asked_about_is_explained() {
    then(blocked(new PodReady(PodRef.named("stuck"))))
        .containsExactly("container app  needs image busybox, ErrImagePull: because");
    then(blocked(new PodReady(PodRef.named("well"))))
        .doesNotContainAnyElementsOf(blocked(new PodReady(PodRef.named("stuck"))));
  }

  @Test
  void of_a_group_one_that_is_not_ready_is_explained() {
    var pods = PodRef.labelled("app", "web");
    var all = new PodGroup(pods, Optional.empty()).are(new PodReady(pods));

    then(blocked(all)).isEqualTo(blocked(new PodReady(PodRef.named("stuck"))));
  }

  private static List<String> blocked(State demanded) {
    return Explanation.of(
            wellBesideStuck().history(),
            new AsOf(at(0), at(0), at(9), AsOf.PATIENT),
            demanded.holds().within(seconds(5)),
            new Verdict.Violated("it was not"),
            UnaryOperator.identity())
        .blocked();
  }

  private static Histories wellBesideStuck() {
    return nothing()
        .at("1s")
        .anotherPod("stuck", "app")
        .labelled("app", "web")
        .waits("app", "ErrImagePull")
        .at("2s")
        .anotherPod("well", "app")
        .labelled("app", "web")
        .starts("app")
        .becomesReady("app");
  }
}
