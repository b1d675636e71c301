package dev.podproof.derivation;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What pods find around them.
 *
 * @param atHand whether the cluster can have an image of that name as it is
 * @param isPulled whether it would come from a registry, which is not asked for it
 * @param standIn the declared behaviour of an image, in the words of the steps
 * @param dependencies those that are declared, such as my-database:5432
 * @param auto whether what is neither at hand nor declared is made up
 */
public record Supplies(
    Predicate<String> atHand,
    Predicate<String> isPulled,
    Function<String, Optional<String>> standIn,
    Set<String> dependencies,
    boolean auto) {
  public Supplies {
    dependencies = Set.copyOf(dependencies);
  }
}
