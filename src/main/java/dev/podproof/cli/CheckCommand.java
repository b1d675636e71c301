package dev.podproof.cli;

import dev.podproof.cli.setting.Settings;
import dev.podproof.derivation.DerivedFeature;
import dev.podproof.project.Surroundings;
import dev.podproof.report.RunResult;
import dev.podproof.report.VersionMatrix;
import dev.podproof.settings.ClusterChoice;
import dev.podproof.settings.RunSettings.Selection;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jline.terminal.Terminal;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Spec;

/** podproof check: proves on a cluster what manifests imply. */
@Command(
    name = "check",
    description = {
      "Proves on a cluster what manifests imply: the order of start and stop, readiness, shared files, and that pods wait for what they depend on.",
      "Writes nothing but what is asked for; podproof scaffold writes the scenarios themselves."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class CheckCommand implements Callable<Integer> {
  private final Map<String, String> environment;
  private final Supplier<Optional<Terminal>> terminal;
  private final InputStream in;

  @Spec private CommandLine.Model.@Nullable CommandSpec spec;

  @Mixin private DerivationOptions derivation = new DerivationOptions();
  @Mixin private ClusterOptions cluster = new ClusterOptions();
  @Mixin private FileOptions files = new FileOptions();
  @Mixin private ScreenOptions screen = new ScreenOptions();
  @Mixin private RunOptions options = new RunOptions();

  CheckCommand(
      Map<String, String> environment, Supplier<Optional<Terminal>> terminal, InputStream in) {
    this.environment = environment;
    this.terminal = terminal;
    this.in = in;
  }

  @Override
  public Integer call() throws IOException {
    var command = Objects.requireNonNull(spec);
    var out = command.commandLine().getOut();
    var surroundings = Surroundings.of(Settings.of(command).project(command));
    var standardInput =
        StandardInput.below(folder(), StandardInput.read(in, derivation.readsStandardInput()));
    var features =
        derivation
            .derive(
                surroundings,
                new ImagesAtHand(environment, cluster.images()),
                file -> Path.of(file).toAbsolutePath().normalize().toString(),
                standardInput)
            .features();
    if (derivation.readsStandardInput()) {
      standardInput.keep();
    }
    var written = write(features);
    if (!options.isQuiet()) {
      features.stream()
          .flatMap(feature -> feature.assumed().stream())
          .distinct()
          .forEach(line -> out.println("assumed   " + line));
      out.flush();
    }
    var launch = new Launch(environment, terminal, cluster, screen);
    var results = new LinkedHashMap<String, RunResult>();
    var choices = cluster.choices();
    for (var choice : choices) {
      var settings =
          options.settings(
              written,
              new Selection("", "", false, false, 1),
              files.below(choices.size() > 1 ? name(choice) : ""));
      launch.run(
          out,
          options.isQuiet(),
          settings,
          surroundings,
          choice,
          result -> results.put(name(choice), result));
    }
    if (choices.size() > 1) {
      out.print(VersionMatrix.of(results));
      out.flush();
    }
    return RunResult.exitCode(results.values(), options.isStrict());
  }

  private static String name(ClusterChoice choice) {
    return choice instanceof ClusterChoice.FreshNode node ? node.kubernetesVersion() : "";
  }

  private Path folder() {
    return RunCommand.cache(environment).resolve("check");
  }

  /**
   * The features in the cache, where Cucumber reads them and a run can be asked for them again; the
   * same manifests have the same folder.
   */
  private List<String> write(List<DerivedFeature> features) throws IOException {
    var key = Path.of("").toAbsolutePath() + features.toString();
    var here = UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)).toString();
    var folder = Files.createDirectories(folder().resolve(here.substring(0, 8)));
    var written = new ArrayList<String>();
    for (var feature : features) {
      written.add(Files.writeString(folder.resolve(feature.fileName()), feature.text()).toString());
    }
    return written;
  }
}
