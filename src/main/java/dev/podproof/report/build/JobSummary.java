package dev.podproof.report.build;

import dev.podproof.report.ConsoleReport;
import dev.podproof.report.Printable;
import dev.podproof.report.RunResult;
import dev.podproof.report.ScenarioResult;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.commons.text.StringEscapeUtils;

/** A run as GitHub's Markdown: the counts, and what was not satisfied with its explanation. */
final class JobSummary {
  /** GitHub takes no summary of more than 1 MiB. */
  private static final int MOST_BYTES = 900_000;

  private static final Pattern MARKUP = Pattern.compile("([\\\\`*_{}\\[\\]()#+\\-.!|~$@:])");
  private static final Pattern FENCE = Pattern.compile("`{3,}");

  private JobSummary() {}

  static String of(RunResult run) {
    var text = new StringBuilder();
    text.append("## Podproof: ").append(run.inWords()).append("\n\n");
    text.append(plain(run.cluster())).append("\n\n");
    var bytes = text.length();
    var told = 0;
    var bad = run.scenarios().stream().filter(one -> !one.outcome().isFine()).toList();
    for (var scenario : bad) {
      var details = details(scenario);
      bytes += details.getBytes(StandardCharsets.UTF_8).length;
      if (bytes > MOST_BYTES) {
        text.append("... and ").append(bad.size() - told).append(" more\n");
        break;
      }
      text.append(details);
      told++;
    }
    return text.toString();
  }

  private static String details(ScenarioResult scenario) {
    var step = scenario.unsatisfied().orElseThrow();
    var fence = "`".repeat(longestFence(explanation(scenario)) + 1);
    return "<details><summary><b>"
        + scenario.outcome().inWords().toUpperCase(Locale.ROOT)
        + "</b> "
        + html(scenario.place().title())
        + " <code>"
        + html(scenario.place().file() + ":" + step.line())
        + "</code></summary>\n\n"
        + fence
        + "text\n"
        + explanation(scenario)
        + "\n"
        + fence
        + "\n\n</details>\n\n";
  }

  private static String explanation(ScenarioResult scenario) {
    return Printable.of(ConsoleReport.explanation(scenario, scenario.unsatisfied().orElseThrow()));
  }

  private static int longestFence(String text) {
    return FENCE.matcher(text).results().mapToInt(run -> run.group().length()).max().orElse(2);
  }

  // Markdown is not read inside a block of HTML, and a blank line would end it.
  private static String html(String text) {
    return StringEscapeUtils.escapeHtml4(Printable.of(text).replaceAll("\\R", " "));
  }

  private static String plain(String text) {
    return MARKUP.matcher(html(text)).replaceAll("\\\\$1");
  }
}
