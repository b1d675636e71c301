package dev.podproof.action;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.BDDAssertions.then;

import dev.podproof.cluster.Capability;
import dev.podproof.cluster.MockedCluster;
import dev.podproof.namespace.ScenarioNamespace;
import io.fabric8.kubernetes.api.model.storage.StorageClassBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.server.mock.EnableKubernetesMockClient;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A volume for a claim, on clusters that make volumes and on those that do not. */
@EnableKubernetesMockClient(crud = true)
class ProvideVolumeTest {
  private static final ProvideVolume PLAIN =
      new ProvideVolume("data-db-0", "1Gi", Optional.empty());
  private static final ProvideVolume FAST =
      new ProvideVolume("data-db-0", "1Gi", Optional.of("fast"));

  KubernetesClient client;
  private Set<Capability> capabilities = Set.of(Capability.THROW_AWAY);

  @Test
  void it_is_kept_for_the_claim_alone() throws InterruptedException {
    then(PLAIN.perform(namespace())).isTrue();

    var volume = client.persistentVolumes().withName("test-data-db-0").get().getSpec();
    then(volume.getClaimRef().getNamespace()).isEqualTo("test");
    then(volume.getClaimRef().getName()).isEqualTo("data-db-0");
    then(volume.getCapacity().get("storage")).hasToString("1Gi");
    then(volume.getStorageClassName()).isEmpty();
    then(volume.getHostPath().getPath()).isEqualTo("/var/lib/podproof-volumes/test/data-db-0");
  }

  @Test
  void it_has_the_class_that_the_claim_names() throws InterruptedException {
    then(FAST.perform(namespace())).isTrue();

    then(client.persistentVolumes().withName("test-data-db-0").get().getSpec())
        .extracting("storageClassName")
        .isEqualTo("fast");
  }

  @Test
  void a_default_class_that_provisions_is_left_to_do_it() throws InterruptedException {
    storageClass("local-path", "rancher.io/local-path", "true");

    then(PLAIN.perform(namespace())).isFalse();
    then(client.persistentVolumes().list().getItems()).isEmpty();
  }

  @Test
  void a_class_that_is_no_default_makes_nothing_for_a_claim_without_one()
      throws InterruptedException {
    storageClass("local-path", "rancher.io/local-path", "false");

    then(PLAIN.perform(namespace())).isTrue();
  }

  @Test
  void a_class_without_a_provisioner_makes_nothing() throws InterruptedException {
    storageClass("fast", "kubernetes.io/no-provisioner", "true");

    then(FAST.perform(namespace())).isTrue();
  }

  @Test
  void it_goes_with_the_scenario() throws InterruptedException {
    var namespace = namespace();
    PLAIN.perform(namespace);

    namespace.close();

    then(client.persistentVolumes().list().getItems()).isEmpty();
  }

  @Test
  void a_cluster_of_others_is_given_none() {
    capabilities = Set.of();

    assertThatThrownBy(() -> PLAIN.perform(namespace()))
        .isInstanceOf(ActionProblem.class)
        .hasMessage(
            "nobody makes a volume of 1Gi for claim data-db-0: this cluster has no default storage"
                + " class for it, and was not started for this run\n"
                + "  give it one, or run on a cluster that Podproof starts");
    assertThatThrownBy(() -> FAST.perform(namespace()))
        .isInstanceOf(ActionProblem.class)
        .hasMessage(
            "nobody makes a volume of 1Gi and class \"fast\" for claim data-db-0: this cluster has"
                + " no storage class fast that provisions, and was not started for this run\n"
                + "  give it one, or run on a cluster that Podproof starts");
    then(client.persistentVolumes().list().getItems()).isEmpty();
  }

  @Test
  void what_is_no_name_is_no_claim() {
    assertThatThrownBy(() -> new ProvideVolume("data; reboot", "1Gi", Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("\"data; reboot\" is no name of a claim");
  }

  private void storageClass(String name, String provisioner, String isDefault) {
    client
        .storage()
        .v1()
        .storageClasses()
        .resource(
            new StorageClassBuilder()
                .withNewMetadata()
                .withName(name)
                .addToAnnotations("storageclass.kubernetes.io/is-default-class", isDefault)
                .endMetadata()
                .withProvisioner(provisioner)
                .build())
        .create();
  }

  private ScenarioNamespace namespace() {
    return ScenarioNamespace.of(MockedCluster.of(client, "", capabilities), "test");
  }
}
