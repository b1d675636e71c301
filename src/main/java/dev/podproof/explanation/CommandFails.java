package dev.podproof.explanation;

import dev.podproof.lifecycle.ContainerSnapshot;
import dev.podproof.lifecycle.ContainerStage.Terminated;
import dev.podproof.lifecycle.ContainerStage.Waiting;
import java.util.List;
import java.util.stream.Stream;

/**
 * A main process that cannot begin: not found, not executable, or of another architecture (texts of
 * runc, and of the shell where the image's entry point is one).
 */
final class CommandFails implements ContainerCause {
  @Override
  public List<Cause> in(Facts facts, ContainerSnapshot container) {
    var why = why(facts, container);
    var head = container.role().inWords() + " " + container.name() + "  cannot start: ";
    var command = facts.command(container);
    var program =
        facts.redact().apply(container.declared().words().stream().findFirst().orElse(""));
    if (program.contains(" ") && (why.contains("not found") || why.contains("no such file"))) {
      return List.of(
          new Cause(
              head
                  + "\""
                  + facts.shortened(program, 60)
                  + "\" is one word, and no program is named so",
              "give each word its own element (command: ["
                  + facts.shortened(String.join(", ", program.split(" ")), 60)
                  + "]), or put sh, -c before it"));
    }
    if (program.startsWith("/")
        && why.contains("no such file or directory")
        && isMounted(facts, container, program)) {
      return List.of(
          new Cause(
              head
                  + program
                  + ", from a volume, is not there, or the interpreter of its first line is not",
              "see kubectl exec or cat -A of the script: a first line that ends in \\r (Windows) or names no program of the image"));
    }
    if (why.contains("executable file not found") || why.contains("no such file or directory")) {
      return List.of(
          new Cause(
              head
                  + "its command is not in the image "
                  + container.declared().image()
                  + ": "
                  + command,
              "mend the command, or use an image that has it"));
    }
    if (why.contains("permission denied")) {
      return List.of(
          new Cause(
              head + "permission denied for its command " + command,
              "make the file executable (chmod +x, or defaultMode of its volume), or let a user run it that may"));
    }
    if (why.contains("exec format error")) {
      return List.of(
          new Cause(
              head
                  + "exec format error for "
                  + command
                  + ": another architecture, or a script without #! line",
              "see which (docker image inspect "
                  + container.declared().image()
                  + ", uname -m on the node); build for it, or begin the script with #!"));
    }
    return List.of();
  }

  private static boolean isMounted(Facts facts, ContainerSnapshot container, String path) {
    return Mounts.volumeOf(facts.manifestOf(container), path).isPresent();
  }

  private static String why(Facts facts, ContainerSnapshot container) {
    var texts =
        Stream.of(container.stage(), container.previous())
            .map(
                stage ->
                    stage instanceof Waiting waiting
                        ? waiting.message()
                        : stage instanceof Terminated ended && isStartError(ended)
                            ? ended.exit().message()
                            : "")
            .filter(text -> text.contains("exec"))
            .findFirst();
    var said = facts.lastLine(container);
    return texts.orElseGet(() -> said.startsWith("exec ") && failed(container) ? said : "");
  }

  private static boolean isStartError(Terminated ended) {
    return ended.exit().reason().equals("StartError") || !ended.everRan();
  }

  private static boolean failed(ContainerSnapshot container) {
    return Stream.of(container.stage(), container.previous())
        .anyMatch(stage -> stage instanceof Terminated ended && ended.exit().code() != 0);
  }
}
