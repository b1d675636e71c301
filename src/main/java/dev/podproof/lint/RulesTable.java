package dev.podproof.lint;

import dev.podproof.lint.rule.About;
import java.util.stream.Collectors;

/** The rules as a table. */
public final class RulesTable {
  private RulesTable() {}

  /** In Markdown, as it stands in docs/lint.md. */
  public static String markdown() {
    return "| rule | severity | basis | what happens | what to do | source |\n|---|---|---|---|---|---|\n"
        + Lint.rules().stream().map(RulesTable::row).collect(Collectors.joining());
  }

  private static String row(About rule) {
    return "| `%s` | %s | %s | %s | %s | %s |\n"
        .formatted(
            rule.id(),
            rule.severity().inWords(),
            rule.basis().inWords(),
            rule.reason(),
            rule.fix().replace("|", "\\|"),
            rule.source());
  }
}
