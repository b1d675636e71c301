package dev.podproof.lint;

/** How a result is written. */
public enum LintFormat {
  TEXT,
  JSON,
  SARIF,
  GITHUB;

  /** Whether it goes to a terminal or a build's log, where a control character does something. */
  public boolean isShown() {
    return this == TEXT || this == GITHUB;
  }

  /** The whole text, with a line break at its end. */
  public String of(Lint.Result result) {
    return switch (this) {
      case TEXT -> TextFindings.of(result);
      case JSON -> JsonFindings.of(result);
      case SARIF -> SarifFindings.of(result);
      case GITHUB -> GithubFindings.of(result);
    };
  }
}
