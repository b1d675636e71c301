package dev.podproof.steps;

import static org.assertj.core.api.BDDAssertions.then;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the page about phrases says that a demand and a verb cost is what they cost. */
class PhraseCostTest {
  private static final Path PAGE = Path.of("docs/decisions/0003-phrases.md");
  private static final Path SOURCES = Path.of("src/main/java/dev/podproof");
  private static final Pattern ADDED = Pattern.compile("\\+(.+?)\\s+// (\\S+)");

  private record Line(String text, Path file) {
    /** The parts around what is left out, without white space: formatting is not the point. */
    List<String> parts() {
      return Pattern.compile("\\.\\.\\.").splitAsStream(text.replaceAll("\\s", "")).toList();
    }
  }

  private static List<Line> lines() throws IOException {
    return Files.readAllLines(PAGE).stream()
        .map(ADDED::matcher)
        .filter(Matcher::matches)
        .map(match -> new Line(match.group(1), SOURCES.resolve(match.group(2))))
        .toList();
  }

  @Test
  void the_page_shows_a_demand_a_verb_and_an_example_of_each() throws IOException {
    then(lines()).hasSize(6);
  }

  @Test
  void every_line_that_the_page_adds_stands_where_it_says() throws IOException {
    for (var line : lines()) {
      then(Files.readString(line.file()).replaceAll("\\s", "")).contains(line.parts().get(0));
    }
  }
}
