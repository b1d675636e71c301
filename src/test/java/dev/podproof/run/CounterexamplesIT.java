package dev.podproof.run;

import static org.assertj.core.api.BDDAssertions.then;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** No row of the catalogue is green for the wrong reason: broken in one place, each goes red. */
class CounterexamplesIT {
  private static final int SOME = 20;

  @Test
  @Tag("full")
  void each_goes_red_at_its_step_for_its_reason() throws Exception {
    then(complaints(Counterexample.all(), "all")).isEmpty();
  }

  /** Others with every commit, spread over the areas. */
  @Test
  @Tag("sample")
  void some_go_red_at_their_step_for_their_reason() throws Exception {
    var all = Counterexample.all();
    var first = commit().mod(BigInteger.valueOf(all.size())).intValue();
    var some =
        IntStream.range(0, SOME)
            .mapToObj(i -> all.get((first + i * all.size() / SOME) % all.size()))
            .toList();

    then(complaints(some, "some")).isEmpty();
  }

  private static List<String> complaints(List<Counterexample> counterexamples, String name)
      throws IOException, InterruptedException {
    var folder = Path.of("target/counterexamples", name);
    FileUtils.deleteDirectory(folder.toFile());
    Files.createDirectories(folder);
    for (var one : counterexamples) {
      one.write(folder);
    }
    var reports = Path.of("target/reports/counterexamples", name);
    var run =
        Launched.podproof(
            "run", folder.toString(), "--parallel=8", "--budget=25", "--report-dir=" + reports);
    then(run.exitCode()).as(run.output()).isEqualTo(1);
    var results = new JsonMapper().readTree(reports.resolve("results.json").toFile());
    return counterexamples.stream()
        .map(one -> one.complaint(results))
        .flatMap(Optional::stream)
        .toList();
  }

  /** The number of the commit; zero where there is no git. */
  private static BigInteger commit() throws IOException, InterruptedException {
    var git = new ProcessBuilder("git", "rev-parse", "HEAD").start();
    var said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    return git.waitFor() == 0 ? new BigInteger(said, 16) : BigInteger.ZERO;
  }
}
