package dev.podproof.project;

import dev.podproof.cluster.image.ImageName;
import dev.podproof.cluster.image.StandIn;
import dev.podproof.dependency.Dependency;
import dev.podproof.dependency.DependencyState;
import dev.podproof.lint.workload.Place;
import dev.podproof.lint.workload.YamlValue;
import dev.podproof.steps.BehaviourWords;
import dev.podproof.steps.DependencyWords;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * What the pods of a project find around them: images that stand for others, and dependencies.
 *
 * <p>Declared under {@code stand-ins}, by image, and under {@code dependencies}, by name and port,
 * in the words of the steps: {@code my-webapp:latest: serves HTTP on port 8080}. Immutable.
 */
public record Surroundings(List<DeclaredStandIn> standIns, List<DeclaredDependency> dependencies) {
  static final String STAND_INS = "stand-ins";
  static final String DEPENDENCIES = "dependencies";

  /** Nothing is declared. */
  public static final Surroundings NONE = new Surroundings(List.of(), List.of());

  private static final Pattern NAME_AND_PORT =
      Pattern.compile("([a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?):([0-9]{1,5})");
  private static final int HIGHEST_PORT = 65535;

  public Surroundings {
    standIns = List.copyOf(standIns);
    dependencies = List.copyOf(dependencies);
  }

  /**
   * A stand-in and where it is declared.
   *
   * @param words the behaviour as it is written
   */
  public record DeclaredStandIn(StandIn standIn, String words, Place place) {}

  /** A dependency, how it answers where no step says otherwise, and where it is declared. */
  public record DeclaredDependency(Dependency dependency, DependencyState state, Place place) {}

  /**
   * What a file declares.
   *
   * @throws IllegalArgumentException with the place of what cannot be meant
   */
  public static Surroundings of(ProjectFile file) {
    return new Surroundings(
        entries(
            file.at(STAND_INS),
            "an image",
            "my-webapp:latest: serves HTTP on port 8080",
            entry ->
                new DeclaredStandIn(
                    new StandIn(
                        ImageName.parse(entry.getKey()),
                        BehaviourWords.parse(entry.getValue().text())),
                    entry.getValue().text().strip(),
                    entry.getValue().place())),
        entries(
            file.at(DEPENDENCIES),
            "NAME:PORT",
            "my-database:5432: accepts connections",
            entry ->
                new DeclaredDependency(
                    dependency(entry.getKey()),
                    DependencyWords.parse(entry.getValue().text()),
                    entry.getValue().place())));
  }

  private static <T> List<T> entries(
      YamlValue section,
      String key,
      String example,
      Function<Map.Entry<String, YamlValue>, T> reader) {
    if (section.present() && !section.isMapping()) {
      throw ProjectFile.problem(
          section.place(), "expected " + key + " and what it does", "such as " + example);
    }
    return section.fields().entrySet().stream()
        .map(entry -> placed(entry, example, reader))
        .toList();
  }

  private static <T> T placed(
      Map.Entry<String, YamlValue> entry,
      String example,
      Function<Map.Entry<String, YamlValue>, T> reader) {
    try {
      return reader.apply(entry);
    } catch (IllegalArgumentException e) {
      throw ProjectFile.problem(
          entry.getValue().place(), String.valueOf(e.getMessage()), "such as " + example);
    }
  }

  /**
   * The dependency that a text names, such as my-database:5432.
   *
   * @throws IllegalArgumentException if it names none
   */
  public static Dependency dependency(String text) {
    var parts = NAME_AND_PORT.matcher(text);
    if (!parts.matches()
        || Integer.parseInt(parts.group(2)) < 1
        || Integer.parseInt(parts.group(2)) > HIGHEST_PORT) {
      throw new IllegalArgumentException(
          "\"" + text + "\" is no dependency; expected the name and the port of a Service");
    }
    return new Dependency(parts.group(1), Integer.parseInt(parts.group(2)));
  }
}
