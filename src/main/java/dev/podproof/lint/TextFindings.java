package dev.podproof.lint;

import java.util.List;

/** A result for people. */
final class TextFindings {
  private final StringBuilder out = new StringBuilder();

  private TextFindings() {}

  static String of(Lint.Result result) {
    var text = new TextFindings();
    result.workloads().forEach(workload -> text.add(new Forecast(workload)));
    text.addFindings(result);
    return text.out.toString();
  }

  private void add(Forecast forecast) {
    var workload = forecast.workload();
    line(workload.inWords() + "  " + workload.object().place());
    steps("start", forecast.start());
    steps("stop", forecast.stop());
    forecast.volumes().forEach(volume -> line("  shares   " + volume));
    line("  takes    " + forecast.longestStart());
    line("");
  }

  private void steps(String word, List<String> steps) {
    for (var i = 0; i < steps.size(); i++) {
      line("  %-9s%d. %s".formatted(i == 0 ? word : "", i + 1, steps.get(i)));
    }
  }

  private void addFindings(Lint.Result result) {
    for (var finding : result.findings()) {
      var rule = finding.rule();
      line(
          finding.place()
              + ": "
              + finding.severity().inWords()
              + ": "
              + finding.message()
              + " ["
              + rule.id()
              + "]");
      line("  why  " + rule.reason() + " (" + rule.basis().inWords() + ")");
      line("  fix  " + rule.fix());
      line("  see  " + rule.source());
    }
    for (var silenced : result.silenced()) {
      var finding = silenced.finding();
      line(finding.place() + ": ignored: " + finding.rule().id() + ": " + silenced.reason());
    }
    line(summary(result));
  }

  private static String summary(Lint.Result result) {
    return count(result.findings().size(), "finding")
        + (result.silenced().isEmpty() ? "" : " and " + result.silenced().size() + " ignored")
        + " in "
        + count(result.files(), "file")
        + " with "
        + count(result.workloads().size(), "workload")
        + (result.others() == 0 ? "" : " and " + count(result.others(), "other object"));
  }

  private static String count(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  // A name of the manifest may hold a line break, and would begin a line of its own.
  private void line(String text) {
    out.append(text.replaceAll("\\R", " ")).append('\n');
  }
}
