package dev.podproof.cluster;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongFunction;

/**
 * The process that a container belongs to, as it stands in the container's label.
 *
 * @param place where process numbers are comparable: this boot of this machine, and its process
 *     namespace
 * @param process the process number
 * @param started when that process began, since numbers are used again
 */
record Owner(String place, long process, Instant started) {
  static final String LABEL = "dev.podproof.owner";

  static Owner thisProcess() {
    var me = ProcessHandle.current();
    return new Owner(thisPlace(), me.pid(), me.info().startInstant().orElse(Instant.EPOCH));
  }

  private static String thisPlace() {
    try {
      var boot = Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).trim();
      var namespace = Files.readSymbolicLink(Path.of("/proc/self/ns/pid")).toString();
      return boot + "/" + namespace.replaceAll("\\D", "");
    } catch (IOException e) {
      // No Linux: one process table for the machine.
      return InetAddress.getLoopbackAddress().getHostName() + "/" + hostName();
    }
  }

  private static String hostName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (java.net.UnknownHostException e) {
      return "unknown";
    }
  }

  String label() {
    return place + " " + process + " " + started.toEpochMilli();
  }

  static Optional<Owner> parse(String label) {
    var parts = label.split(" ");
    if (parts.length != 3 || !parts[1].matches("\\d{1,18}") || !parts[2].matches("\\d{1,18}")) {
      return Optional.empty();
    }
    return Optional.of(
        new Owner(
            parts[0], Long.parseLong(parts[1]), Instant.ofEpochMilli(Long.parseLong(parts[2]))));
  }

  /**
   * Whether this owner has certainly ended. Of another place nothing is certain.
   *
   * @param beginnings when the process of that number began, empty where there is none
   */
  boolean isGone(String here, LongFunction<Optional<Instant>> beginnings) {
    return place.equals(here)
        && !beginnings.apply(process).map(began -> sameMoment(began)).orElse(false);
  }

  /** The start time is derived from the boot time and may be read with some difference. */
  private boolean sameMoment(Instant began) {
    return Math.abs(began.toEpochMilli() - started.toEpochMilli()) < 2_000;
  }

  static Optional<Instant> beginning(long process) {
    return ProcessHandle.of(process)
        .map(handle -> handle.info().startInstant().orElse(Instant.EPOCH));
  }
}
