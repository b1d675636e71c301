package dev.podproof.mutation.operator;

import dev.podproof.lint.workload.YamlValue;
import java.util.List;
import java.util.Optional;

/**
 * One change of a manifest.
 *
 * @param at where it changes something
 * @param words what it does, such as: removes the startup probe of sidecar proxy
 * @param text the whole changed manifest; empty where the place cannot be changed
 * @param wouldCatch steps that a feature may lack where it does not notice; words in capitals stand
 *     for what only its author knows
 * @param harmless why no behaviour of the pod depends on it, with the source; empty where one may
 */
public record Mutation(
    YamlValue at, String words, Optional<String> text, List<String> wouldCatch, String harmless) {
  public Mutation {
    wouldCatch = List.copyOf(wouldCatch);
  }

  Mutation(YamlValue at, String words, Optional<String> text, String... wouldCatch) {
    this(at, words, text, List.of(wouldCatch), "");
  }
}
