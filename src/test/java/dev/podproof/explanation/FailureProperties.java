package dev.podproof.explanation;

import static dev.podproof.explanation.Told.app;
import static dev.podproof.lifecycle.Histories.aPod;
import static dev.podproof.lifecycle.Histories.at;
import static org.assertj.core.api.BDDAssertions.then;

import dev.podproof.lifecycle.Histories;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever a cluster tells, the explanation is short, whole and without a Secret's value. */
class FailureProperties {
  private static final String SECRET = "hunter2-hunter2";

  private static String hidden(String text) {
    return text.replace(SECRET, "[hidden]");
  }

  /** What happens to the container of a name, its words being hostile. */
  private record Happening(int kind, String name, String words) {
    void to(Histories histories) {
      switch (kind) {
        case 0 -> histories.starts(name);
        case 1 -> histories.starts(name).logs(name, words);
        case 2 -> histories.starts(name).exits(name, 1, "Error");
        case 3 -> histories.waits(name, "CreateContainerConfigError", words);
        case 4 -> histories.waits(name, "ErrImagePull", words);
        case 5 -> histories.waits(name, "CrashLoopBackOff", "exec: " + words);
        case 6 -> histories.reports("FailedMount", "", "volume \"v\" : " + words);
        case 7 -> histories.reports("FailedCreatePodSandBox", "", words);
        case 8 -> histories.has("DisruptionTarget", "True", "Evicted", words);
        case 9 -> histories.reports("Unhealthy", name, "Readiness probe failed: " + words);
        case 10 -> histories.commanded(name, "sh", "-c", words);
        case 11 -> histories.isTerminating();
        case 12 -> histories.gone();
        default ->
            histories.shows(
                app(Map.of("readinessProbe", Map.of("exec", Map.of("command", List.of(words))))));
      }
    }
  }

  @Provide
  Arbitrary<List<Happening>> happenings() {
    var words =
        Arbitraries.oneOf(
            Arbitraries.of(
                SECRET,
                "x".repeat(40) + SECRET + "y".repeat(99),
                "nc -z " + SECRET + " 5432",
                "cat: /" + SECRET + ": No such file or directory",
                "configmap \"" + SECRET + "\" not found",
                "\uD83D\uDE00".repeat(99),
                "</script>\u001b[31m\r\n\u0000",
                "a\n".repeat(50)),
            Arbitraries.strings().ofMaxLength(200));
    return Combinators.combine(
            Arbitraries.integers().between(0, 13),
            Arbitraries.of("init", "sidecar", "app", "app-2"),
            words)
        .as(Happening::new)
        .list()
        .ofMaxSize(12);
  }

  private static Histories told(List<Happening> happenings) {
    var histories = aPod("init", "sidecar", "app", "app-2");
    for (var i = 0; i < happenings.size(); i++) {
      happenings.get(i).to(histories.at(i + "s"));
    }
    return histories;
  }

  @Property(tries = 300)
  void an_explanation_has_at_most_13_lines_of_160_characters_and_no_Secrets_value(
      @ForAll("happenings") List<Happening> happenings) {
    var histories = told(happenings);
    var words =
        Explanation.ofPod(histories.history(), histories.pod(), at(30), FailureProperties::hidden)
            .inWords();

    then(words.split("\n")).hasSizeLessThanOrEqualTo(13).allMatch(line -> line.length() <= 160);
    then(words).doesNotContain("hunter2");
  }

  @Property(tries = 300)
  void in_short_it_is_one_line_without_a_Secrets_value(
      @ForAll("happenings") List<Happening> happenings) {
    var words =
        Explanation.inShort(
            told(happenings).history(), Optional.empty(), at(30), FailureProperties::hidden);

    then(words).doesNotContain("\n", "hunter2").isNotBlank();
  }
}
