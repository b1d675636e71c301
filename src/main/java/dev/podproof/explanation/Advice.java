package dev.podproof.explanation;

import dev.podproof.lifecycle.ContainerSnapshot;

/** What to try about a reason for which a container waits. */
final class Advice {
  private Advice() {}

  static String forReason(String reason, ContainerSnapshot container) {
    return switch (reason) {
      case "ErrImagePull", "ImagePullBackOff", "ErrImageNeverPull" ->
          "see whether the image "
              + container.declared().image()
              + " exists; or declare a stand-in: Given image \""
              + container.declared().image()
              + "\" serves HTTP on port 8080";
      case "InvalidImageName" -> "mend the image name " + container.declared().image();
      case "CrashLoopBackOff" ->
          "see why it ends: its command is " + String.join(" ", container.declared().words());
      case "CreateContainerConfigError" ->
          "apply what it names before the pod, or mark the reference as optional";
      default -> "";
    };
  }
}
