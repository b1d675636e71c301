package dev.podproof.derivation;

import dev.podproof.lint.workload.PodContainer;
import dev.podproof.lint.workload.Workload;
import java.util.Locale;

/** How sentences name a workload, its pod and its containers. */
record PodWords(Workload workload) {
  /** Such as: pod "web", or the pod of deployment "web". */
  String pod() {
    return isPod() ? object() : "the pod of " + object();
  }

  /** Such as: deployment "web". */
  String object() {
    return workload.kind().toLowerCase(Locale.ROOT) + " \"" + workload.name() + "\"";
  }

  /** Such as: sidecar "proxy" of pod "web". */
  String container(PodContainer container) {
    return container.inWords().replace(container.name(), "\"" + container.name() + "\"")
        + " of "
        + pod();
  }

  boolean isPod() {
    return workload.kind().equals("Pod");
  }

  /** Whether it runs one pod, which a sentence can mean. */
  boolean isOne() {
    return isPod()
        || workload.kind().equals("DaemonSet")
        || workload.object().at("spec", "replicas").number().orElse(1) == 1;
  }
}
