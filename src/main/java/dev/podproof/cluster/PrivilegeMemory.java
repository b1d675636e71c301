package dev.podproof.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.testcontainers.containers.ContainerLaunchException;

/**
 * Whether this machine's daemon lets a container be privileged: found out by trying, and remembered
 * until the machine boots again, since a failed try costs a third of a second.
 */
final class PrivilegeMemory {
  private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");

  private final Path file;

  PrivilegeMemory(Path cache) {
    this.file = cache.resolve("refuses-privileged");
  }

  /** False where this boot's daemon is known to refuse. */
  boolean mayBePrivileged() {
    try {
      return !Files.readString(file).equals(Files.readString(BOOT));
    } catch (IOException e) {
      // Nothing is remembered, so it is worth a try.
      return true;
    }
  }

  /** Remembers that the daemon refused. */
  void refused() {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, Files.readString(BOOT));
    } catch (IOException e) {
      // Then it is tried again next time.
      return;
    }
  }

  /** Whether a start failed because the daemon may not hand out every privilege. */
  static boolean isRefusal(ContainerLaunchException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (String.valueOf(cause.getMessage()).contains("operation not permitted")) {
        return true;
      }
    }
    return false;
  }
}
