package dev.podproof.run;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** Does the same for many things, several at once. */
final class SideBySide {
  private SideBySide() {}

  /**
   * The results in the order of the things.
   *
   * @throws RuntimeException what the first of them threw; the others are interrupted
   */
  static <T, R> List<R> map(List<T> things, int atOnce, Function<T, R> work) {
    var threads = Executors.newFixedThreadPool(atOnce);
    try {
      var begun =
          things.stream()
              .map(thing -> CompletableFuture.supplyAsync(() -> work.apply(thing), threads))
              .toList();
      return begun.stream().map(CompletableFuture::join).toList();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    } finally {
      threads.shutdownNow();
    }
  }
}
