package dev.podproof.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.podproof.cli.setting.Effective;
import dev.podproof.cli.setting.Effective.Row;
import dev.podproof.cli.setting.Settings;
import dev.podproof.cli.setting.SettingsSchema;
import dev.podproof.project.Surroundings;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** podproof config: what settings come to. */
@Command(
    name = "config",
    description = {
      "Tells what each setting is and where its value comes from.",
      "A flag goes before a PODPROOF_ variable, that before podproof.yaml, that before the default."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "podproof config lists all commands; podproof config run --budget 30 tells what that would use."
    })
final class ConfigCommand implements Callable<Integer> {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
  private static final int WIDEST_VALUE = 44;

  private final Supplier<CommandLine> fresh;

  @Spec private CommandLine.Model.@Nullable CommandSpec spec;

  @Option(names = "--format", paramLabel = "FORMAT", description = "text or json; default text.")
  private Format format = Format.TEXT;

  @Option(names = "--schema", description = "Print the JSON Schema of podproof.yaml instead.")
  private boolean schema;

  @Parameters(
      paramLabel = "COMMAND",
      arity = "0..*",
      description = "A command, and options as it would be given; run where only options are.")
  private List<String> arguments = List.of();

  private enum Format {
    TEXT,
    JSON
  }

  /**
   * The command.
   *
   * @param fresh a command line that nothing was parsed with
   */
  ConfigCommand(Supplier<CommandLine> fresh) {
    this.fresh = fresh;
  }

  @Override
  public Integer call() throws JsonProcessingException {
    var command = Objects.requireNonNull(spec);
    var line = command.commandLine();
    var out = line.getOut();
    if (schema) {
      out.print(SettingsSchema.of(command.root()));
    } else {
      var effective = new Effective(fresh);
      var rows = arguments.isEmpty() ? all(effective) : effective.of(named());
      if (format == Format.JSON) {
        out.println(JSON.writeValueAsString(rows));
      } else {
        print(rows, out);
      }
      Settings.of(command)
          .unknownVariables(command.root())
          .forEach(words -> line.getErr().println("podproof: " + words));
    }
    out.flush();
    return 0;
  }

  private List<String> named() {
    return arguments.get(0).startsWith("-")
        ? Stream.concat(Stream.of("run"), arguments.stream()).toList()
        : arguments;
  }

  private List<Row> all(Effective effective) {
    var rows = new ArrayList<>(effective.ofAll());
    var project = Settings.of(Objects.requireNonNull(spec)).project(spec);
    var declared = Surroundings.of(project);
    declared
        .standIns()
        .forEach(
            one ->
                rows.add(
                    Row.declared(
                        "stand-ins." + one.standIn().image().inWords(), one.words(), one.place())));
    declared
        .dependencies()
        .forEach(
            one ->
                rows.add(
                    Row.declared(
                        "dependencies." + one.dependency().inWords(),
                        one.state().inWords(),
                        one.place())));
    project
        .at("lint", "ignore")
        .items()
        .forEach(
            one ->
                rows.add(
                    Row.declared(
                        "lint.ignore",
                        (one.at("rule").text() + " " + one.at("at").text()).strip(),
                        one.place())));
    return rows;
  }

  private static void print(List<Row> rows, PrintWriter out) {
    var names = rows.stream().mapToInt(row -> row.name().length()).max().orElse(0);
    var values =
        rows.stream()
            .mapToInt(row -> shown(row).length())
            .filter(length -> length <= WIDEST_VALUE)
            .max()
            .orElse(0);
    for (var row : rows) {
      out.printf(
          "%-" + names + "s  %-" + values + "s  %s%n", row.name(), shown(row), row.inWords());
    }
  }

  private static String shown(Row row) {
    return row.value().isEmpty() ? "-" : row.value();
  }
}
