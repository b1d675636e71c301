package dev.podproof.lint.workload;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What a container runs, as far as its manifest tells: read by patterns, not understood. What is
 * behind a variable or in the image is not seen.
 *
 * @param text the shell's script, or command and arguments in one line
 * @param shell whether a shell runs it
 */
public record Script(String text, boolean shell) {
  private static final Set<String> SHELLS = Set.of("sh", "bash", "ash", "dash");
  private static final Pattern TOKEN =
      Pattern.compile(
          "'[^']*'|\"(?:\\\\.|[^\"\\\\])*\"|\\\\.|\\d*>&[\\d-]|&>|&&|\\|\\||[;\\n&|]|[^;\\n&|'\"\\\\>\\d]+|.",
          Pattern.DOTALL);
  private static final Set<String> SEPARATORS = Set.of("&&", "||", ";", "\n", "&", "|");
  private static final Pattern PATH = Pattern.compile("(?<![\\w./:$}-])/[\\w.-]+(?:/[\\w.*-]+)*");
  private static final Pattern WRITTEN =
      Pattern.compile("(?:>{1,2}\\s*|\\btee\\s+(?:-a\\s+)?|\\btouch\\s+)(/[\\w./-]+)");
  private static final Pattern LOOP =
      Pattern.compile("\\b(?:until|while)\\b(.*?)\\bdo\\b(.*?)\\bdone\\b", Pattern.DOTALL);
  private static final Pattern LIMIT =
      Pattern.compile(
          "\\b(?:timeout|break|exit|return)\\b|\\$\\(\\(|\\blet\\b|-(?:lt|le|gt|ge)\\b");
  private static final Pattern ENDLESS =
      Pattern.compile(
          "\\bwhile\\s+(?:true|:|\\[ 1 \\])\\s*[;\\n]|\\btail\\b[^;\\n|]*\\s(?:-\\w*[fF]\\b|--follow)|\\bsleep\\s+(?:infinity|inf\\b|\\d{5,})");
  private static final Pattern FOLLOWED =
      Pattern.compile("\\btail\\b[^;\\n|&]*\\s-\\w*[fF]\\w*[^;\\n|&]*?\\s(/[\\w./*-]+)");
  private static final Pattern SLEEP = Pattern.compile("\\bsleep\\s+(\\d+)");

  static Script of(List<String> words) {
    if (words.isEmpty() || !SHELLS.contains(baseName(words.get(0)))) {
      return new Script(String.join(" ", words), false);
    }
    for (var i = 1; i + 1 < words.size(); i++) {
      if (words.get(i).matches("-[a-z]*c")) {
        var script = words.subList(i + 1, words.size()).stream().filter(one -> !one.equals("--"));
        return new Script(withoutComments(script.findFirst().orElse("")), true);
      }
    }
    return new Script(String.join(" ", words), false);
  }

  private static String withoutComments(String script) {
    return script.replaceAll("(?m)^\\s*#.*$", "").strip();
  }

  private static String baseName(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** The files that it is seen to write. */
  public Set<String> writes() {
    var writes = new LinkedHashSet<String>();
    WRITTEN.matcher(text).results().map(match -> match.group(1)).forEach(writes::add);
    writes.removeIf(path -> path.startsWith("/dev/") || path.startsWith("/proc/"));
    return writes;
  }

  /** All absolute paths in it. */
  public Set<String> paths() {
    var paths = new LinkedHashSet<String>();
    PATH.matcher(text).results().map(MatchResult::group).forEach(paths::add);
    return paths;
  }

  /**
   * What the first loop waits for that nothing ends but that.
   *
   * @param timeoutEnds whether a timeout command ends a loop in which it does nothing but wait
   */
  Optional<String> waitWithoutLimit(boolean timeoutEnds) {
    return LOOP.matcher(text)
        .results()
        .filter(loop -> !ENDLESS.matcher(loop.group()).find())
        .filter(loop -> !LIMIT.matcher(loop.group()).find())
        .filter(loop -> !isTimed(text.substring(0, loop.start()), timeoutEnds))
        .map(loop -> loop.group(1).replaceAll("[;\\s]+$", "").strip())
        .findFirst();
  }

  private boolean isTimed(String before, boolean timeoutEnds) {
    var alone = statements().size() == 1;
    return before.contains("timeout ") && (timeoutEnds || !alone);
  }

  /** Whether it waits in a loop at all. */
  public boolean waits() {
    return LOOP.matcher(text).find();
  }

  /** Whether it plainly never ends by itself. */
  public boolean endless() {
    return ENDLESS.matcher(text).find();
  }

  /** Whether it handles signals by itself. */
  public boolean traps() {
    return Pattern.compile("\\btrap\\s").matcher(text).find();
  }

  /** The seconds of its longest plain sleep; 0 without one. */
  public long longestSleep() {
    return SLEEP.matcher(text).results().mapToLong(m -> Long.parseLong(m.group(1))).max().orElse(0);
  }

  /** Whether it speaks to a port of the pod's own address. */
  public boolean speaksTo(long port) {
    return Pattern.compile(
            "(?:localhost|127\\.0\\.0\\.1)(?::|\\s+(?:(?:-[pP]|--port)[=\\s]*)?)" + port + "\\b")
        .matcher(text)
        .find();
  }

  /** Its commands in order. */
  private List<String> commands() {
    return statements().stream().filter(part -> !SEPARATORS.contains(part)).toList();
  }

  /** The files that it follows as they grow. */
  public List<String> followed() {
    return FOLLOWED
        .matcher(text)
        .results()
        .map(match -> match.group(1))
        .filter(file -> !file.startsWith("/dev/") && !file.startsWith("/proc/"))
        .toList();
  }

  /** Those of them that it does not wait for, unless it waits in a loop before. */
  public List<String> followedOnceThere() {
    return waits() || text.matches("(?s).*\\btail\\b[^;\\n|&]*\\s-(?:\\w*F|-retry).*")
        ? List.of()
        : followed();
  }

  /**
   * Whether a shell stays PID 1 while its commands run, without handling TERM. Whether a shell
   * replaces itself by its last command unasked differs from shell to shell.
   */
  public boolean shellStaysFirst() {
    return shell && !traps() && !execs() && (endsInCompound() || commands().size() > 1);
  }

  /** Whether its last command is a part of a pipeline, a loop, a branch, or left behind. */
  private boolean endsInCompound() {
    var parts = statements();
    if (parts.isEmpty()) {
      return false;
    }
    var last = parts.get(parts.size() - 1);
    return last.equals("&")
        || last.matches("(?:done|fi|esac|\\}|\\)|wait)\\b.*")
        || (parts.size() > 1 && parts.get(parts.size() - 2).equals("|"));
  }

  /** The program of the last command, without its folder. */
  public String lastProgram() {
    var commands = commands();
    var last = commands.isEmpty() ? "" : commands.get(commands.size() - 1);
    var words = last.replaceAll("^(?:exec\\s+|\\w+=\\S*\\s+)+", "").strip().split("\\s+");
    return baseName(words[0]);
  }

  /** What its last command copies or moves something to, which nothing in it can use after that. */
  public Optional<String> leaves() {
    var commands = commands();
    return Optional.of(lastProgram())
        .filter(program -> program.equals("cp") || program.equals("mv"))
        .map(program -> commands.get(commands.size() - 1).replaceFirst("(?s).*\\s", ""))
        .filter(path -> path.startsWith("/"));
  }

  /** Whether the last command takes the shell's place by its own words. */
  private boolean execs() {
    var commands = commands();
    return !commands.isEmpty() && commands.get(commands.size() - 1).matches("(?s)exec\\s.*");
  }

  // Commands and what stands between them; a separator within quotes separates nothing.
  private List<String> statements() {
    var parts = new ArrayList<String>();
    var command = new StringBuilder();
    for (var token : TOKEN.matcher(text.strip()).results().map(MatchResult::group).toList()) {
      if (SEPARATORS.contains(token)) {
        flush(command, parts);
        if (!token.equals("\n") && !token.equals(";")) {
          parts.add(token);
        }
      } else {
        command.append(token);
      }
    }
    flush(command, parts);
    return parts;
  }

  private static void flush(StringBuilder command, List<String> parts) {
    if (!command.toString().isBlank()) {
      parts.add(command.toString().strip());
    }
    command.setLength(0);
  }
}
