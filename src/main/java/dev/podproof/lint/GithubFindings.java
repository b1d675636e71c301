package dev.podproof.lint;

import dev.podproof.lint.rule.Finding;
import dev.podproof.lint.rule.Severity;
import java.util.stream.Collectors;

/** A result as notes beside the lines of a change (GitHub docs: Workflow commands). */
final class GithubFindings {
  private GithubFindings() {}

  static String of(Lint.Result result) {
    return result.findings().stream().map(GithubFindings::line).collect(Collectors.joining());
  }

  private static String line(Finding finding) {
    var level = finding.severity() == Severity.INFO ? "notice" : finding.severity().inWords();
    return "::%s file=%s,line=%d,col=%d,title=%s::%s%n"
        .formatted(
            level,
            property(finding.place().file()),
            finding.place().line(),
            finding.place().column(),
            property(finding.rule().id()),
            data(finding.message() + ". " + finding.rule().fix()));
  }

  private static String data(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }
}
