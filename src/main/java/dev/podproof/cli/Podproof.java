package dev.podproof.cli;

/** Entry. */
public final class Podproof {
  private Podproof() {}

  /** Starts. */
  public static void main(String[] args) {
    System.exit(args.length);
  }
}
