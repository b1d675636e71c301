package dev.podproof.mutation;

import dev.podproof.lint.workload.YamlValue;
import dev.podproof.manifest.KubectlYaml;
import dev.podproof.mutation.edit.Edits;
import dev.podproof.mutation.operator.Mutation;
import dev.podproof.mutation.operator.Operator;
import dev.podproof.mutation.operator.Subject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Every manifest that differs from a given one by one change. Pure. */
public final class Mutants {
  private Mutants() {}

  /**
   * Those of some manifests, in the order of their places; two changes that give the same text
   * count once.
   *
   * @throws IllegalArgumentException with the parser's words if one of them is not YAML
   */
  public static List<Mutant> of(Collection<Original> originals, Collection<Operator> operators) {
    return originals.stream().flatMap(original -> of(original, operators)).toList();
  }

  private static Stream<Mutant> of(Original original, Collection<Operator> operators) {
    var edits = new Edits(original.inPlace());
    var found = new LinkedHashMap<String, Mutant>();
    for (var object : objects(original)) {
      for (var operator : operators) {
        operator
            .in(new Subject(object, edits))
            .flatMap(mutation -> mutant(original, operator, mutation).stream())
            .forEach(mutant -> found.putIfAbsent(mutant.text(), mutant));
      }
    }
    return found.values().stream().sorted(Comparator.comparingInt(mutant -> mutant.place().line()));
  }

  private static Optional<Mutant> mutant(Original original, Operator operator, Mutation mutation) {
    return mutation
        .text()
        .filter(text -> isOtherManifest(original, text))
        .map(
            text ->
                new Mutant(
                    original,
                    operator.name(),
                    mutation.at().place(),
                    mutation.words(),
                    text.substring(original.before()),
                    mutation.wouldCatch(),
                    operator.slows(),
                    mutation.harmless()));
  }

  // What says the same as before, or is no YAML any more, would test nothing.
  private static boolean isOtherManifest(Original original, String text) {
    try {
      return !values(text).equals(values(original.inPlace()));
    } catch (YamlEngineException e) {
      return false;
    }
  }

  private static List<@Nullable Object> values(String text) {
    return KubectlYaml.documents("", text).stream().map(KubectlYaml::value).toList();
  }

  private static List<YamlValue> objects(Original original) {
    var objects = new ArrayList<YamlValue>();
    try {
      for (var node : KubectlYaml.documents(original.file(), original.inPlace())) {
        var document = YamlValue.root(original.file(), node);
        if (document.at("kind").text().endsWith("List") && document.at("items").isList()) {
          objects.addAll(document.at("items").items());
        } else {
          objects.add(document);
        }
      }
    } catch (YamlEngineException e) {
      throw new IllegalArgumentException(original.file() + " is not YAML: " + e.getMessage(), e);
    }
    return objects;
  }

  /** So many of them, picked by a seed and in the same order; all where there are no more. */
  public static List<Mutant> sample(List<Mutant> mutants, int number, long seed) {
    if (number >= mutants.size()) {
      return mutants;
    }
    var shuffled = new ArrayList<>(mutants);
    Collections.shuffle(shuffled, new Random(seed));
    Set<Mutant> picked = new HashSet<>(shuffled.subList(0, number));
    return mutants.stream().filter(picked::contains).toList();
  }
}
