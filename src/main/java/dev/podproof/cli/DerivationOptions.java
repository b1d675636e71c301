package dev.podproof.cli;

import dev.podproof.cli.setting.Settings;
import dev.podproof.cluster.image.ImageName;
import dev.podproof.derivation.Derivation;
import dev.podproof.derivation.Supplies;
import dev.podproof.lint.YamlObjects;
import dev.podproof.project.Surroundings;
import dev.podproof.run.UsageProblem;
import dev.podproof.steps.BehaviourWords;
import java.io.ByteArrayInputStream;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The options of the commands that derive scenarios from manifests. */
final class DerivationOptions {
  private static final int MOST = 5;

  @Parameters(
      paramLabel = "MANIFEST",
      arity = "0..*",
      description =
          "Files, folders, or - for standard input (helm template CHART | podproof check -).")
  private List<String> manifests = List.of();

  @Option(
      names = "--auto",
      description =
          "Make up what is neither at hand nor declared: stand-ins for images, Services that init containers wait for, ConfigMaps, Secrets, ServiceAccounts, claims and their volumes.")
  private boolean auto;

  @Option(
      names = "--stand-in",
      paramLabel = "IMAGE=BEHAVIOUR",
      split = Settings.SEPARATOR,
      description =
          "What stands for an image, such as 'my-webapp:latest=serves HTTP on port 8080'; may be repeated.")
  private Map<String, String> standIns = Map.of();

  @Option(
      names = "--dependency",
      paramLabel = "NAME:PORT",
      split = Settings.SEPARATOR,
      description = "A Service to bring, which accepts connections; may be repeated.")
  private List<String> dependencies = List.of();

  /**
   * Derives.
   *
   * @param declared what podproof.yaml says; what the command line says goes before
   * @param atHand whether the cluster can have an image as it is
   * @param path how the steps name the file of a manifest
   * @param standardInput what - stands for
   * @throws UsageProblem if nothing can be derived, or what is derived could not run
   */
  Derivation derive(
      Surroundings declared,
      ImagesAtHand atHand,
      UnaryOperator<String> path,
      StandardInput standardInput) {
    if (manifests.isEmpty()) {
      throw new UsageProblem(
          "no manifest is named\n  name files, folders, or - for standard input");
    }
    var read = YamlObjects.read(manifests, new ByteArrayInputStream(standardInput.bytes()));
    refuse(read.faults());
    var behaviours = behaviours(declared);
    var supplies =
        new Supplies(
            atHand,
            atHand::isPulled,
            image -> Optional.ofNullable(behaviours.get(ImageName.parse(image).inWords())),
            offered(declared),
            auto);
    var derivation = Derivation.of(read.objects(), supplies, standardInput.named(path));
    refuse(derivation.problems());
    return derivation;
  }

  /** Whether a manifest comes from standard input. */
  boolean readsStandardInput() {
    return manifests.contains("-");
  }

  private static void refuse(List<String> problems) {
    if (!problems.isEmpty()) {
      throw new UsageProblem(
          problems.stream().limit(MOST).collect(Collectors.joining("\n"))
              + (problems.size() > MOST ? "\n... and " + (problems.size() - MOST) + " more" : ""));
    }
  }

  /**
   * The stand-ins of podproof.yaml, as every scenario finds them, with those of the command line.
   */
  private Map<String, String> behaviours(Surroundings declared) {
    var all = new LinkedHashMap<String, String>();
    declared.standIns().forEach(one -> all.put(one.standIn().image().inWords(), one.words()));
    standIns.forEach(
        (image, words) -> {
          BehaviourWords.parse(words);
          all.put(ImageName.parse(image).inWords(), words.strip());
        });
    return all;
  }

  private static String named(String text) {
    try {
      return Surroundings.dependency(text).inWords();
    } catch (IllegalArgumentException e) {
      throw new UsageProblem(
          "--dependency: " + e.getMessage() + "\n  such as --dependency my-database:5432");
    }
  }

  private Set<String> offered(Surroundings declared) {
    var all = new LinkedHashSet<String>();
    dependencies.forEach(text -> all.add(named(text)));
    declared.dependencies().forEach(one -> all.add(one.dependency().inWords()));
    return all;
  }
}
