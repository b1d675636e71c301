package dev.podproof.report;

import java.util.List;
import java.util.function.Consumer;

/** Where a run is shown: lines that stay, and beneath them some that change. Thread-safe. */
public interface Screen extends AutoCloseable {
  /** Adds what stays; it may be several lines. */
  void print(String text);

  /** Puts these in the place of the lines that change; lines that are too long are cut. */
  void show(List<String> lines);

  /** Whether lines can change here; what {@link #show} is given is lost otherwise. */
  boolean isLive();

  /** The text in the colour of an outcome, or as it is where there are no colours. */
  String painted(Outcome outcome, String text);

  /** Takes the lines away that change. */
  @Override
  default void close() {
    // Lines that stay need no end.
  }

  /** One on which every line stays, without colours. */
  static Screen plain(Consumer<String> out) {
    return new Screen() {
      @Override
      public void print(String text) {
        out.accept(text);
      }

      @Override
      public void show(List<String> lines) {
        // Nothing can change here.
      }

      @Override
      public boolean isLive() {
        return false;
      }

      @Override
      public String painted(Outcome outcome, String text) {
        return text;
      }
    };
  }
}
