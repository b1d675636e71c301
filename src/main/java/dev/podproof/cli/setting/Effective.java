package dev.podproof.cli.setting;

import dev.podproof.lint.workload.Place;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/** What settings come to, and where each value comes from. */
public final class Effective {
  private final Supplier<CommandLine> fresh;

  /**
   * Settings of the commands of a program.
   *
   * @param fresh a command line of it that nothing was parsed with
   */
  public Effective(Supplier<CommandLine> fresh) {
    this.fresh = fresh;
  }

  /**
   * A setting.
   *
   * @param name as it stands in podproof.yaml, such as lint.fail-on
   * @param value as it would be written, with commas between those of a list; empty for none
   * @param origin flag, variable, file or default
   * @param at the flag, the variable, or FILE:LINE; empty for a default
   */
  public record Row(String name, String value, String origin, String at) {
    /** What podproof.yaml declares beside settings. */
    public static Row declared(String name, String value, Place place) {
      var origin = new Origin.File(place);
      return new Row(name, value, origin.kind(), origin.inWords());
    }

    /** The origin as people read it: the flag, the variable, FILE:LINE, or default. */
    public String inWords() {
      return at.isEmpty() ? origin : at;
    }
  }

  /**
   * The settings of one command as it would see them.
   *
   * @throws CommandLine.ParameterException if the arguments, a variable or the file are not as it
   *     takes them
   */
  public List<Row> of(List<String> commandAndArguments) {
    return rows(parsed(commandAndArguments), false);
  }

  /** The settings of all commands; what commands share stands there once. */
  public List<Row> ofAll() {
    var rows = new ArrayList<Row>();
    SettingKeys.commands(fresh.get().getCommandSpec())
        .map(command -> List.of(command.qualifiedName("\n").split("\n")))
        .map(path -> path.subList(1, path.size()))
        .forEach(path -> rows.addAll(rows(parsed(path), path.size() > 1 || isOwn(path.get(0)))));
    return rows;
  }

  private static boolean isOwn(String command) {
    return !command.equals("run");
  }

  private CommandSpec parsed(List<String> commandAndArguments) {
    var line = fresh.get();
    try {
      line.parseArgs(commandAndArguments.toArray(String[]::new));
    } catch (MissingParameterException e) {
      // What it is about is named when it is run; its settings are known without.
      return e.getCommandLine().getCommandSpec();
    }
    var innermost = line.getParseResult();
    while (innermost.hasSubcommand()) {
      innermost = innermost.subcommand();
    }
    return innermost.commandSpec();
  }

  /** The rows of a command: all, or only of what is its own or said of it alone. */
  private static List<Row> rows(CommandSpec command, boolean own) {
    var settings = Settings.of(command);
    return SettingKeys.settings(command)
        .flatMap(arg -> row(settings, arg, own))
        .sorted(Comparator.comparing(Row::name))
        .toList();
  }

  private static Stream<Row> row(Settings settings, ArgSpec arg, boolean own) {
    var keys = SettingKeys.of(arg);
    var origin = settings.origin(arg);
    var shared = keys.get(keys.size() - 1);
    var key =
        origin instanceof Origin.Flag
            ? shared
            : settings.found(arg).map(f -> f.key()).orElse(shared);
    if (own && key.section().isEmpty()) {
      return Stream.empty();
    }
    var at = origin instanceof Origin.Default ? "" : origin.inWords();
    return Stream.of(new Row(key.inWords(), text(arg.getValue()), origin.kind(), at));
  }

  private static String text(@Nullable Object value) {
    if (value == null || value.equals(Path.of(""))) {
      return "";
    }
    if (value instanceof Enum<?> one) {
      return one.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
    if (value instanceof Collection<?> many) {
      return many.stream().map(Effective::text).collect(Collectors.joining(","));
    }
    return value instanceof Map<?, ?> map
        ? map.entrySet().stream()
            .map(one -> one.getKey() + "=" + one.getValue())
            .collect(Collectors.joining(","))
        : value.toString();
  }
}
