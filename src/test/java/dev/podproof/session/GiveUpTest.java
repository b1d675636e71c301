package dev.podproof.session;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.BDDAssertions.then;

import dev.podproof.action.Action;
import dev.podproof.cluster.MockedCluster;
import dev.podproof.expectation.Observed;
import dev.podproof.expectation.PodExists;
import dev.podproof.expectation.PodRef;
import dev.podproof.namespace.ScenarioNamespace;
import dev.podproof.recorder.ApiWitness;
import dev.podproof.recorder.Recorder.Witnesses;
import dev.podproof.session.PodSession.ClusterAccess;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.server.mock.EnableKubernetesMockClient;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A wait that is limited ends undecided, long before its budget; what is decided stays so. */
@EnableKubernetesMockClient(crud = true)
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class GiveUpTest {
  private static final Duration HOUR = Duration.ofHours(1);

  KubernetesClient client;
  private ApiWitness witness;
  private PodSession session;

  @BeforeEach
  void begin() {
    witness = ApiWitness.of(client, "");
    session =
        new PodSession(
            () ->
                new ClusterAccess(
                    MockedCluster.of(client, "default", Set.of()),
                    () -> new Witnesses(witness, Optional.empty())),
            "test",
            SessionSettings.DEFAULTS,
            List.of());
    session.giveUpAfter(Duration.ofMillis(200), Duration.ofMillis(100));
  }

  @AfterEach
  void end() {
    session.close();
    witness.close();
  }

  @Test
  void a_demand_that_is_open_is_undecided_then() {
    assertThatThrownBy(() -> session.expect(new PodExists(PodRef.named("web")).within(HOUR)))
        .isInstanceOf(StepProblem.Undecided.class)
        .hasMessageContaining("it cannot be told: given up after 0.2s and more: ");
    then(session.hasGivenUp()).isTrue();
  }

  @Test
  void what_is_asked_again_and_again_is_undecided_then() {
    assertThatThrownBy(() -> asked(new Repeat(HOUR, false)))
        .isInstanceOf(StepProblem.Undecided.class)
        .hasMessageContaining("it cannot be told: given up after 0.2s and more: it said no");
    then(session.hasGivenUp()).isTrue();
  }

  @Test
  void what_still_moves_is_waited_for() {
    session.giveUpAfter(Duration.ZERO, HOUR);

    assertThatThrownBy(() -> asked(new Repeat(Duration.ofMillis(300), false)))
        .isInstanceOf(StepProblem.Violation.class);
    then(session.hasGivenUp()).isFalse();
  }

  @Test
  void a_budget_that_ends_before_it_decides() {
    assertThatThrownBy(() -> asked(new Repeat(Duration.ofMillis(100), false)))
        .isInstanceOf(StepProblem.Violation.class);
    then(session.hasGivenUp()).isFalse();
  }

  private void asked(Repeat repeat) {
    session.expectRepeatedly(
        new Asking(), answer -> new Observed("it says yes", false, "it said " + answer), repeat);
  }

  private record Asking() implements Action<String> {
    @Override
    public String inWords() {
      return "ask";
    }

    @Override
    public String perform(ScenarioNamespace namespace) {
      return "no";
    }
  }
}
