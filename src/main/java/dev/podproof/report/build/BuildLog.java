package dev.podproof.report.build;

import dev.podproof.report.RunResult;
import dev.podproof.report.ScenarioResult;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * How the log of a build server is told of a run. What a cluster said can become no command of the
 * server's in it.
 */
public interface BuildLog {
  /** The log of no build server: the lines as they are, as they come. */
  BuildLog NONE = new BuildLog() {};

  /** Lines before the first one. */
  default List<String> opening() {
    return List.of();
  }

  /** Whether the lines of a scenario are to come together, when it has ended. */
  default boolean groups() {
    return false;
  }

  /** The lines of a scenario that has ended, as they stand in this log. */
  default List<String> scenario(ScenarioResult scenario, List<String> lines) {
    return lines;
  }

  /** Lines after the last one, however the run ended. */
  default List<String> closing() {
    return List.of();
  }

  /** Lines about the run as a whole, after the closing ones. */
  default List<String> result(RunResult run) {
    return List.of();
  }

  /**
   * The log of the build server that set these variables of the environment, by the documentation
   * of each: GITHUB_ACTIONS, GITLAB_CI or TEAMCITY_VERSION.
   */
  static BuildLog of(Map<String, String> environment, Clock clock) {
    if ("true".equals(environment.get("GITHUB_ACTIONS"))) {
      return new GitHubActions(
          environment.getOrDefault("GITHUB_WORKSPACE", ""),
          environment.getOrDefault("GITHUB_STEP_SUMMARY", ""),
          UUID.randomUUID().toString());
    }
    if ("true".equals(environment.get("GITLAB_CI"))) {
      return new GitLabCi(clock);
    }
    return environment.containsKey("TEAMCITY_VERSION") ? new TeamCity() : NONE;
  }
}
