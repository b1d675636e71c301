package dev.podproof.cluster;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ReadinessTest {
  @Test
  void a_ready_node_takes_pods() {
    then(Readiness.takesPods(node("Ready", "True"))).isTrue();
    then(Readiness.takesPods(node("Ready", "False"))).isFalse();
    then(Readiness.takesPods(node("MemoryPressure", "True"))).isFalse();
  }

  @Test
  void a_node_that_the_cloud_controller_has_not_seen_takes_none() {
    var tainted =
        new NodeBuilder(node("Ready", "True"))
            .editSpec()
            .addNewTaint()
            .withKey("node.cloudprovider.kubernetes.io/uninitialized")
            .endTaint()
            .endSpec()
            .build();

    then(Readiness.takesPods(tainted)).isFalse();
  }

  @Test
  @Timeout(5)
  void a_lost_node_is_not_waited_for() {
    var readiness = new Readiness(CompletableFuture.completedFuture(null));

    thenThrownBy(() -> readiness.await("its kubeconfig", new CompletableFuture<String>()))
        .isInstanceOf(Readiness.NotReady.class)
        .hasMessage("the node ended");
  }

  private static Node node(String condition, String status) {
    return new NodeBuilder()
        .withNewSpec()
        .endSpec()
        .withNewStatus()
        .addNewCondition()
        .withType(condition)
        .withStatus(status)
        .endCondition()
        .endStatus()
        .build();
  }
}
