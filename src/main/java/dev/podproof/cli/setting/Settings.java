package dev.podproof.cli.setting;

import dev.podproof.lint.workload.YamlValue;
import dev.podproof.manifest.NearMatches;
import dev.podproof.project.ProjectFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * What options are worth that the command line does not name: a variable, else podproof.yaml. The
 * file is read when an option first asks for it, and once.
 */
public final class Settings implements IDefaultValueProvider {
  /** Between the values of a list; nobody types it on a command line. */
  public static final String SEPARATOR = "\n";

  /** Labels of options that take a path. */
  private static final Set<String> PATHS = Set.of("FILE", "DIR", "FEATURE");

  /** What the launcher tells the program, and where both keep what outlives a run. */
  private static final Set<String> OF_THE_LAUNCHER =
      Set.of(
          "PODPROOF_CACHE",
          "PODPROOF_HOME",
          "PODPROOF_REGISTRY_IN_REACH",
          "PODPROOF_STARTED_MILLIS");

  private final Map<String, String> environment;
  private final Path folder;
  private @Nullable ProjectFile project;

  /**
   * Settings that have not been looked at yet.
   *
   * @param folder where the search for podproof.yaml begins, going upward
   */
  public Settings(Map<String, String> environment, Path folder) {
    this.environment = Map.copyOf(environment);
    this.folder = folder;
  }

  /** A value, and where it comes from. */
  record Found(SettingKey key, String value, Origin origin) {}

  /** The settings of a command. */
  public static Settings of(CommandSpec command) {
    return (Settings) command.defaultValueProvider();
  }

  /**
   * The project's file, its keys checked; one that says nothing where there is none.
   *
   * @throws SettingProblem if it cannot be read, or has a key that nothing is called by
   */
  public ProjectFile project(CommandSpec command) {
    if (project == null) {
      try {
        var read = ProjectFile.above(folder);
        SettingKeys.known(command.root()).check(read);
        project = read;
      } catch (IllegalArgumentException e) {
        throw new SettingProblem(command.commandLine(), String.valueOf(e.getMessage()));
      }
    }
    return project;
  }

  @Override
  public @Nullable String defaultValue(ArgSpec arg) {
    // Whoever asks for help may have a file that is broken.
    return arg.command().commandLine().isUsageHelpRequested() ? null : valueOf(arg);
  }

  private @Nullable String valueOf(ArgSpec arg) {
    return found(arg)
        .map(Found::value)
        .or(() -> isFeatures(arg) ? features(arg) : Optional.empty())
        .orElse(null);
  }

  // Where features are named nowhere they are the folder of that name.
  private Optional<String> features(ArgSpec arg) {
    return Optional.of(project(arg.command()).resolved(SettingKeys.FEATURES))
        .filter(path -> Files.isDirectory(Path.of(path)));
  }

  private static boolean isFeatures(ArgSpec arg) {
    return SettingKeys.of(arg).contains(new SettingKey("", SettingKeys.FEATURES));
  }

  /** What variables or the file say of an option; empty where they say nothing. */
  Optional<Found> found(ArgSpec arg) {
    var keys = SettingKeys.of(arg);
    return Stream.concat(
            keys.stream().flatMap(key -> variable(key, arg).stream()),
            keys.stream().flatMap(key -> written(key, arg).stream()))
        .findFirst();
  }

  private Optional<Found> variable(SettingKey key, ArgSpec arg) {
    return Optional.ofNullable(environment.get(key.variable()))
        .filter(value -> !value.isEmpty())
        .map(value -> arg.isMultiValue() ? value.replace(",", SEPARATOR) : value)
        .map(value -> new Found(key, value, new Origin.Variable(key.variable())));
  }

  private Optional<Found> written(SettingKey key, ArgSpec arg) {
    var project = project(arg.command());
    var parts = key.path();
    var holder = parts.length == 1 ? project.root() : project.at(parts[0]);
    return Optional.ofNullable(holder.fields().get(key.name()))
        // An empty list says nothing, as an empty variable does.
        .filter(value -> !(arg.isMultiValue() && value.isList() && value.items().isEmpty()))
        .map(value -> new Found(key, text(key, value, arg), new Origin.File(value.place())));
  }

  private String text(SettingKey key, YamlValue value, ArgSpec arg) {
    if (value.isMapping() && arg.isMultiValue() && Map.class.equals(arg.type())) {
      return value.fields().entrySet().stream()
          .map(one -> one.getKey() + "=" + one.getValue().text())
          .collect(Collectors.joining(SEPARATOR));
    }
    if (value.isList() && arg.isMultiValue()) {
      return value.texts().stream()
          .map(one -> resolved(one, arg))
          .collect(Collectors.joining(SEPARATOR));
    }
    if (value.text().isEmpty()) {
      throw new SettingProblem(
          arg.command().commandLine(),
          value.place()
              + ": "
              + key.inWords()
              + (value.isList() || value.isMapping() ? " takes one value" : " has no value")
              + "\n  write one as "
              + key.name()
              + ": VALUE, or take the line out");
    }
    return resolved(value.text(), arg);
  }

  private String resolved(String text, ArgSpec arg) {
    return project != null && PATHS.contains(arg.paramLabel()) ? project.resolved(text) : text;
  }

  /** Where the value of an option comes from, as a command line was parsed. */
  Origin origin(ArgSpec arg) {
    var parsed = arg.command().commandLine().getParseResult();
    if (parsed != null && isMatched(arg, parsed)) {
      return new Origin.Flag(arg instanceof OptionSpec option ? option.longestName() : "argument");
    }
    return found(arg).map(Found::origin).orElse(new Origin.Default());
  }

  private static boolean isMatched(ArgSpec arg, CommandLine.ParseResult parsed) {
    return arg instanceof OptionSpec option
        ? parsed.hasMatchedOption(option)
        : parsed.matchedPositionals().contains(arg);
  }

  /**
   * Where the values come from that a message is about, a line for each option that it names and
   * the command line does not.
   */
  public List<String> origins(CommandSpec command, String message) {
    return SettingKeys.settings(command)
        .filter(arg -> origin(arg).kind().matches("file|variable") && isIn(message, arg))
        .map(arg -> "  " + words(arg) + " comes from " + origin(arg).inWords())
        .toList();
  }

  private boolean isIn(String message, ArgSpec arg) {
    return arg instanceof OptionSpec
        ? Pattern.compile("(?<![\\w-])" + words(arg) + "(?![\\w-])").matcher(message).find()
        : found(arg).stream()
            .flatMap(found -> Arrays.stream(found.value().split(SEPARATOR)))
            .anyMatch(message::contains);
  }

  /** Where that value of an option comes from, in a line; none where it stands on the line. */
  public List<String> origins(ArgSpec arg, String value) {
    return found(arg)
        .filter(found -> List.of(found.value().split(SEPARATOR)).contains(value))
        .map(found -> "  " + words(arg) + " comes from " + found.origin().inWords())
        .stream()
        .toList();
  }

  private static String words(ArgSpec arg) {
    return arg instanceof OptionSpec option
        ? option.longestName()
        : Objects.requireNonNull(arg.paramLabel());
  }

  /** Variables that look like settings and are none, each in words with what may be meant. */
  public List<String> unknownVariables(CommandSpec root) {
    var known =
        SettingKeys.commands(root)
            .flatMap(SettingKeys::settings)
            .flatMap(arg -> SettingKeys.of(arg).stream())
            .map(SettingKey::variable)
            .collect(Collectors.toSet());
    return environment.keySet().stream()
        .filter(name -> name.startsWith(SettingKey.PREFIX))
        .filter(name -> !known.contains(name) && !OF_THE_LAUNCHER.contains(name))
        .sorted()
        .map(name -> name + " is no setting" + near(name, known))
        .toList();
  }

  private static String near(String name, Set<String> known) {
    // The prefix that all share would make them all alike.
    var endings = known.stream().map(one -> one.substring(SettingKey.PREFIX.length())).toList();
    var near = NearMatches.of(name.substring(SettingKey.PREFIX.length()), endings);
    return near.isEmpty()
        ? ""
        : near.stream()
            .collect(
                Collectors.joining(
                    ", " + SettingKey.PREFIX, "; near it: " + SettingKey.PREFIX, ""));
  }
}
