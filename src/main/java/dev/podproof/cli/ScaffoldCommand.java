package dev.podproof.cli;

import dev.podproof.cli.setting.Settings;
import dev.podproof.derivation.DerivedFeature;
import dev.podproof.project.Surroundings;
import dev.podproof.run.UsageProblem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** podproof scaffold: writes what manifests imply, as features to edit. */
@Command(
    name = "scaffold",
    description = "Writes what manifests imply as feature files to edit; starts nothing.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class ScaffoldCommand implements Callable<Integer> {
  /** What standard input is kept as, beside the features. */
  private static final String KEPT = "rendered.yaml";

  private final Map<String, String> environment;
  private final InputStream in;

  @Spec private CommandLine.Model.@Nullable CommandSpec spec;

  @Mixin private DerivationOptions derivation = new DerivationOptions();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FOLDER",
      description = "Where the features are written, one for each workload; default the screen.")
  private @Nullable Path output;

  @Option(names = "--force", description = "Write over features that are there.")
  private boolean force;

  ScaffoldCommand(Map<String, String> environment, InputStream in) {
    this.environment = environment;
    this.in = in;
  }

  @Override
  public Integer call() throws IOException {
    var command = Objects.requireNonNull(spec);
    var out = command.commandLine().getOut();
    var declared = Surroundings.of(Settings.of(command).project(command));
    var atHand = new ImagesAtHand(environment, dev.podproof.cluster.image.ImageCatalogue.empty());
    var keeps = derivation.readsStandardInput();
    if (keeps && output == null) {
      throw new UsageProblem(
          "the steps need a file to apply, and standard input is none\n  name a folder, in which it is kept as "
              + KEPT
              + ": -o features");
    }
    var kept = Objects.requireNonNullElse(output, Path.of("")).resolve(KEPT);
    var standardInput = new StandardInput(StandardInput.read(in, keeps), kept, KEPT);
    var features =
        derivation.derive(declared, atHand, ScaffoldCommand::fromHere, standardInput).features();
    if (output == null) {
      features.forEach(feature -> out.print(feature.text()));
      out.flush();
      return 0;
    }
    var written = features.stream().map(DerivedFeature::fileName).map(output::resolve);
    refuseExisting(Stream.concat(Stream.of(kept).filter(file -> keeps), written).toList());
    try {
      Files.createDirectories(output);
      if (keeps) {
        standardInput.keep();
        out.println(kept + "  the manifest of standard input");
      }
      for (var feature : features) {
        var file = Files.writeString(output.resolve(feature.fileName()), feature.text());
        out.println(file + "  " + feature.workload() + ", " + count(feature.scenarios().size()));
      }
    } catch (IOException e) {
      throw new UsageProblem(
          "the features cannot be written to "
              + output
              + ": "
              + e.getMessage()
              + "\n  name a folder that can be made with -o");
    }
    return 0;
  }

  private static String count(int scenarios) {
    return scenarios + (scenarios == 1 ? " scenario" : " scenarios");
  }

  // Steps find manifests from the feature's folder or one above it.
  private static String fromHere(String file) {
    var path = Path.of(file);
    var here = Path.of("").toAbsolutePath();
    var whole = path.toAbsolutePath().normalize();
    return (whole.startsWith(here) ? here.relativize(whole) : whole).toString();
  }

  private void refuseExisting(List<Path> files) {
    for (var file : files) {
      if (!force && Files.exists(file)) {
        throw new UsageProblem(
            file
                + " is there already; nothing was written\n  name another folder with -o, or write over it: --force");
      }
    }
  }
}
