package dev.podproof.cli.setting;

import dev.podproof.project.KnownKeys;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Which options are settings, and what they are called.
 *
 * <p>Every option is one by its name. Those of {@code run} stand at the top of podproof.yaml and
 * serve every command that has an option of that name; those of another command stand below its
 * name, and go before.
 */
final class SettingKeys {
  /** Features, which are no option but what run is given. */
  static final String FEATURES = "features";

  private static final String RUN = "run";

  /** These say what is to be done this time. */
  private static final Set<String> OF_ONE_CALL =
      Set.of("help", "version", "rerun", "rules", "operators", "search", "schema", "output");

  private SettingKeys() {}

  /** The names of a setting, the one that goes before the others first; none where it is none. */
  static List<SettingKey> of(ArgSpec arg) {
    var name = name(arg);
    var section = section(arg.command());
    if (name.isEmpty() || OF_ONE_CALL.contains(name) || section.isEmpty()) {
      return List.of();
    }
    var ofRun = new SettingKey("", name);
    if (section.equals(RUN)) {
      return List.of(ofRun);
    }
    var own = new SettingKey(section, name);
    return ofRun(arg.command().root()).contains(name) ? List.of(own, ofRun) : List.of(own);
  }

  /** The settings of a command. */
  static Stream<ArgSpec> settings(CommandSpec command) {
    return command.args().stream().filter(arg -> !of(arg).isEmpty());
  }

  /** All commands that have settings, with those below other commands. */
  static Stream<CommandSpec> commands(CommandSpec root) {
    return Stream.concat(
        settings(root).findAny().stream().map(any -> root),
        root.subcommands().values().stream()
            .distinct()
            .flatMap(command -> commands(command.getCommandSpec())));
  }

  /** Every key that podproof.yaml may have. */
  static KnownKeys known(CommandSpec root) {
    Map<String, Set<String>> sections = new TreeMap<>();
    commands(root)
        .flatMap(SettingKeys::settings)
        .flatMap(arg -> of(arg).stream())
        .forEach(
            key -> sections.computeIfAbsent(key.section(), any -> new TreeSet<>()).add(key.name()));
    var top = sections.remove("");
    return new KnownKeys(top == null ? Set.of() : top, sections);
  }

  /** The section of a command: its name, after those of the commands above it. */
  static String section(CommandSpec command) {
    var root = command.root().name();
    var name = command.qualifiedName("-");
    return name.equals(root) ? "" : name.substring(root.length() + 1);
  }

  private static Set<String> ofRun(CommandSpec root) {
    var names = new TreeSet<String>();
    Objects.requireNonNull(root.subcommands().get(RUN))
        .getCommandSpec()
        .args()
        .forEach(arg -> names.add(name(arg)));
    return names;
  }

  private static String name(ArgSpec arg) {
    if (arg instanceof OptionSpec option) {
      return option.longestName().startsWith("--") ? option.longestName().substring(2) : "";
    }
    return section(arg.command()).equals(RUN) ? FEATURES : "";
  }
}
