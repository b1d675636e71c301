package dev.podproof.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** podproof init: a first project. */
@Command(
    name = "init",
    description = "Makes a first project that runs: podproof.yaml, a feature and a manifest.",
    mixinStandardHelpOptions = true,
    footer = {"", "Nothing that is there already is changed."})
final class InitCommand implements Callable<Integer> {
  private static final List<String> FILES =
      List.of("podproof.yaml", "features/web.feature", "manifests/web.yaml");

  @Spec private CommandLine.Model.@Nullable CommandSpec spec;

  @Parameters(
      paramLabel = "DIR",
      arity = "0..1",
      description = "The folder, which is made where there is none; default the working directory.")
  private Path folder = Path.of("");

  @Override
  public Integer call() {
    refuseToOverwrite();
    FILES.forEach(this::write);
    var out = Objects.requireNonNull(spec).commandLine().getOut();
    FILES.forEach(name -> out.println("made " + folder.resolve(name)));
    out.println();
    out.println("next: " + entering() + "podproof run");
    out.flush();
    return 0;
  }

  private String entering() {
    var name = folder.toString();
    var quoted = name.matches("[\\w./-]*") ? name : "'" + name.replace("'", "'\\''") + "'";
    return name.isEmpty() ? "" : "cd " + quoted + " && ";
  }

  private void refuseToOverwrite() {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new IllegalArgumentException(
          folder + " is a file\n  name a folder, or one that is to be made");
    }
    var there =
        FILES.stream()
            .map(folder::resolve)
            .filter(file -> Files.exists(file, LinkOption.NOFOLLOW_LINKS))
            .map(Path::toString)
            .toList();
    if (!there.isEmpty()) {
      throw new IllegalArgumentException(
          "there is already "
              + String.join(", ", there)
              + "; nothing was written\n  name another folder: podproof init DIR");
    }
  }

  private void write(String name) {
    var file = folder.resolve(name);
    try (InputStream template = template(name)) {
      Files.createDirectories(Objects.requireNonNull(file.toAbsolutePath().getParent()));
      Files.copy(template, file);
    } catch (IOException e) {
      throw new IllegalArgumentException(
          file + " cannot be written: " + e.getMessage() + "\n  name a folder that can be", e);
    }
  }

  private static InputStream template(String name) {
    return Objects.requireNonNull(
        InitCommand.class.getResourceAsStream("init/" + name), () -> "no template " + name);
  }
}
