package dev.podproof.action;

import dev.podproof.cluster.Capability;
import dev.podproof.namespace.ScenarioNamespace;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.storage.StorageClass;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.HttpURLConnection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Keeps a volume for a claim where the cluster makes none for it itself; the claim may come later.
 *
 * <p>The volume is a folder of the node that everybody may write to, as that of K3s' local-path
 * provisioner is, and is reserved by its claimRef (Kubernetes docs: Persistent Volumes, Reserving a
 * PersistentVolume).
 *
 * @param size at least what the claim requests, such as 1Gi
 * @param storageClass as the claim has it: empty where it names none, "" where it wants none
 */
public record ProvideVolume(String claim, String size, Optional<String> storageClass)
    implements Action<Boolean> {
  private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9.-]*[a-z0-9])?");
  private static final String FOLDER = "/var/lib/podproof-volumes/";
  private static final String DEFAULT = "storageclass.kubernetes.io/is-default-class";
  private static final String NOBODY = "kubernetes.io/no-provisioner";

  public ProvideVolume {
    if (!NAME.matcher(claim).matches()) {
      throw new IllegalArgumentException("\"" + claim + "\" is no name of a claim");
    }
  }

  @Override
  public String inWords() {
    return "a volume of "
        + size
        + storageClass.map(name -> " and class \"" + name + "\"").orElse("")
        + " for claim "
        + claim;
  }

  /** Whether the volume was made, and not left to the cluster. */
  @Override
  public Boolean perform(ScenarioNamespace namespace) throws InterruptedException {
    if (isProvisioned(namespace)) {
      return false;
    }
    var cluster = namespace.cluster();
    if (!cluster.capabilities().contains(Capability.THROW_AWAY)) {
      throw new ActionProblem(
          "nobody makes "
              + inWords()
              + ": this cluster has "
              + storageClass
                  .filter(name -> !name.isEmpty())
                  .map(name -> "no storage class " + name + " that provisions")
                  .orElse("no default storage class for it")
              + ", and was not started for this run\n  give it one, or run on a cluster that Podproof starts");
    }
    var volume = volume(namespace.name());
    var folder = volume.getSpec().getHostPath().getPath();
    if (cluster.node().isPresent()) {
      NodeAction.run(cluster.node().get(), "mkdir -p -m 0777 " + folder);
    }
    var volumes = namespace.client().persistentVolumes();
    volumes.resource(volume).create();
    namespace
        .undoing()
        .owe(inWords(), () -> volumes.withName(volume.getMetadata().getName()).delete());
    return true;
  }

  // Who may not ask has a cluster of others, who see to that.
  private boolean isProvisioned(ScenarioNamespace namespace) {
    Predicate<StorageClass> wanted =
        storageClass
            .<Predicate<StorageClass>>map(name -> one -> one.getMetadata().getName().equals(name))
            .orElse(ProvideVolume::isDefault);
    try {
      return namespace.client().storage().v1().storageClasses().list().getItems().stream()
          .filter(wanted)
          .anyMatch(one -> !NOBODY.equals(one.getProvisioner()));
    } catch (KubernetesClientException e) {
      if (e.getCode() == HttpURLConnection.HTTP_FORBIDDEN) {
        return true;
      }
      throw e;
    }
  }

  private static boolean isDefault(StorageClass one) {
    return "true"
        .equals(
            Optional.ofNullable(one.getMetadata().getAnnotations()).orElse(Map.of()).get(DEFAULT));
  }

  private PersistentVolume volume(String namespace) {
    return new PersistentVolumeBuilder()
        .withNewMetadata()
        .withName(namespace + "-" + claim)
        .addToLabels("app.kubernetes.io/managed-by", "podproof")
        .endMetadata()
        .withNewSpec()
        .addToCapacity("storage", new Quantity(size))
        .withAccessModes("ReadWriteOnce", "ReadOnlyMany", "ReadWriteMany")
        .withPersistentVolumeReclaimPolicy("Retain")
        .withStorageClassName(storageClass.orElse(""))
        .withNewClaimRef()
        .withNamespace(namespace)
        .withName(claim)
        .endClaimRef()
        .withNewHostPath(FOLDER + namespace + "/" + claim, "DirectoryOrCreate")
        .endSpec()
        .build();
  }
}
