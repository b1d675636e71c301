package dev.podproof.cli.setting;

import dev.podproof.lint.workload.Place;

/** Where a value comes from. */
sealed interface Origin {
  /** As it is told, such as podproof.yaml:3 or PODPROOF_BUDGET. */
  String inWords();

  /** What kind of origin it is, in a word. */
  String kind();

  /** The command line. */
  record Flag(String inWords) implements Origin {
    @Override
    public String kind() {
      return "flag";
    }
  }

  /** The environment. */
  record Variable(String inWords) implements Origin {
    @Override
    public String kind() {
      return "variable";
    }
  }

  /** podproof.yaml. */
  record File(Place place) implements Origin {
    @Override
    public String inWords() {
      return place.file() + ":" + place.line();
    }

    @Override
    public String kind() {
      return "file";
    }
  }

  /** Nobody said anything. */
  record Default() implements Origin {
    @Override
    public String inWords() {
      return "default";
    }

    @Override
    public String kind() {
      return "default";
    }
  }
}
