package dev.podproof.action;

import dev.podproof.cluster.Capability;
import dev.podproof.namespace.ScenarioNamespace;
import io.fabric8.kubernetes.api.model.EmptyDirVolumeSource;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Volume;
import java.util.Optional;

/**
 * Fills a volume of a pod up to its size limit, and empties it of that again.
 *
 * <p>Only an emptyDir with a size limit: any other shares a disk with the node, or with more. In
 * memory it is a file system of that size, which is full then; on disk its limit is exceeded, for
 * which the kubelet evicts the pod (Kubernetes: local ephemeral storage).
 */
public record FillVolume(String pod, String volume, boolean on) implements NodeSwitch {
  private static final long MEBIBYTE = 1 << 20;
  private static final long MOST = 64 * MEBIBYTE;

  @Override
  public String inWords() {
    return (on ? "fill" : "empty") + " volume " + volume + " of pod " + pod;
  }

  @Override
  public Capability needs() {
    return Capability.FILL_VOLUMES;
  }

  @Override
  public FillVolume reversed() {
    return new FillVolume(pod, volume, !on);
  }

  @Override
  public String script(ScenarioNamespace namespace) {
    var found =
        Optional.ofNullable(
            namespace.client().pods().inNamespace(namespace.name()).withName(pod).get());
    if (!on) {
      return found.map(one -> "rm -f " + file(one) + "; echo done").orElse("echo done");
    }
    return found
        .map(one -> filling(one, sizeOf(one)))
        .orElseThrow(() -> new ActionProblem("cannot " + inWords() + ": there is no such pod"));
  }

  private String file(Pod of) {
    return "/var/lib/kubelet/pods/"
        + of.getMetadata().getUid()
        + "/volumes/kubernetes.io~empty-dir/"
        + volume
        + "/.podproof-fills-it";
  }

  // A file system in memory is full before that, and says so.
  private String filling(Pod of, long size) {
    return "dd if=/dev/zero of="
        + file(of)
        + " bs=65536 count="
        + (size + MEBIBYTE) / 65_536
        + " 2>/dev/null; [ -s "
        + file(of)
        + " ] && echo done";
  }

  private long sizeOf(Pod of) {
    var named =
        of.getSpec().getVolumes().stream().filter(one -> one.getName().equals(volume)).findFirst();
    if (named.isEmpty()) {
      throw new ActionProblem(
          "cannot "
              + inWords()
              + ": it has no volume "
              + volume
              + "; it has "
              + of.getSpec().getVolumes().stream().map(Volume::getName).toList());
    }
    var limit =
        named
            .map(Volume::getEmptyDir)
            .map(EmptyDirVolumeSource::getSizeLimit)
            .orElseThrow(
                () ->
                    refusal(
                        "is no emptyDir with a size limit, and what is written to another fills more than the volume"));
    var size = Quantity.getAmountInBytes(limit).longValue();
    if (size > MOST) {
      throw refusal(
          "may hold " + limit + ", and no more than " + MOST / MEBIBYTE + "Mi are written");
    }
    return size;
  }

  private ActionProblem refusal(String why) {
    return new ActionProblem(
        "cannot "
            + inWords()
            + ": it "
            + why
            + "\n  give it a small one: emptyDir: {medium: Memory, sizeLimit: 8Mi}");
  }
}
