package dev.podproof.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.apache.commons.lang3.function.FailableRunnable;

/**
 * What could not be written of a run that had begun, as on a disk that became full. Its verdicts
 * stand without it, so it is told and nothing more. Thread-safe.
 */
final class Losses {
  private final Map<String, String> reasons = new LinkedHashMap<>();

  /** Writes what has this name, unless it failed before; a failure is kept. */
  void whileWriting(String name, FailableRunnable<IOException> writing) {
    if (isLost(name)) {
      return;
    }
    try {
      writing.run();
    } catch (IOException | UncheckedIOException e) {
      add(name, e);
    }
  }

  /** That this was lost; the first reason of several counts. */
  synchronized void add(String name, Exception why) {
    reasons.putIfAbsent(name, words(why));
  }

  /** Whether writing it failed. */
  synchronized boolean isLost(String name) {
    return reasons.containsKey(name);
  }

  /** A line for each, such as "out/junit.xml: No space left on device"; empty where all is well. */
  synchronized List<String> inWords() {
    return reasons.entrySet().stream().map(one -> one.getKey() + ": " + one.getValue()).toList();
  }

  // The reason stands in the innermost; java.nio puts nothing but a path in some of its messages.
  private static String words(Exception why) {
    var root = ExceptionUtils.getRootCause(why);
    return root instanceof java.nio.file.FileSystemException file && file.getReason() == null
        ? file.getClass().getSimpleName()
        : String.valueOf(
            root instanceof java.nio.file.FileSystemException file
                ? file.getReason()
                : root.getMessage());
  }
}
