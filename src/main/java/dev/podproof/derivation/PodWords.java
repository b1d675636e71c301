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
    return ofOne(container) + " of " + pod();
  }

  /** Such as: all pods of deployment "web". */
  String pods() {
    return "all pods of " + object();
  }

  /** Such as: sidecar "proxy" of all pods of deployment "web"; of the one pod where it is one. */
  String everywhere(PodContainer container) {
    return isOne() ? container(container) : ofOne(container) + " of " + pods();
  }

  /** Such as: sidecar "proxy". */
  String ofOne(PodContainer container) {
    return container.role().inWords() + " \"" + container.name() + "\"";
  }

  boolean isPod() {
    return workload.kind().equals("Pod");
  }

  /** Whether it runs one pod, which a sentence can mean. */
  boolean isOne() {
    return workload.pods() == 1;
  }
}
