package dev.podproof.derivation;

import dev.podproof.lint.workload.Workload;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A test that a chart brings along. It runs when somebody asks for it, against what runs already,
 * so nothing can be demanded of it as it starts beside that (Helm docs: Chart Tests).
 */
final class HelmTest {
  private static final Set<String> TESTS = Set.of("test", "test-success", "test-failure");

  private HelmTest() {}

  static boolean is(Workload workload) {
    var hooks = workload.object().at("metadata", "annotations", "helm.sh/hook").text();
    return Stream.of(hooks.split(",")).map(String::strip).anyMatch(TESTS::contains);
  }

  static String assumed(Workload workload) {
    return "Nothing is demanded of "
        + workload.inWords()
        + ", which is a test of its chart (helm.sh/hook) and runs when it is asked for.";
  }
}
