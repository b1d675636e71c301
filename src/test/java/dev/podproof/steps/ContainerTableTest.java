package dev.podproof.steps;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import dev.podproof.expectation.ContainersAre;
import dev.podproof.expectation.PodRef;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the cells of a table of containers demand. */
class ContainerTableTest {
  private static List<List<String>> table(String header, String row) {
    return List.of(cells(header), cells(row));
  }

  private static List<String> cells(String text) {
    return Arrays.stream(text.split(",", -1)).map(String::trim).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "container, state | app, running | app is running",
        "container, state | app, waiting | app is waiting",
        "container, state, reason | app, waiting, A or B | app is waiting with reason A or B",
        "container, state, code | app, terminated, 0 or 143 | app is terminated with code 0 or 143",
        "container, code | app, 137 | app is terminated with code 137",
        "container, reason | app, OOMKilled | app is terminated with reason OOMKilled",
        "container, restarts | app, 2 | app has restart count 2",
        "container, restarts | app, >=2 | app has restart count of at least 2",
        "container, restarts | app, <= 2 | app has restart count of at most 2",
        "container, ready, started | app, yes, no | app is ready and is not started",
        "container, ready, started | app, no, yes | app is not ready and is started",
        "container, ready, started | app, , yes | app is started",
      })
  void a_cell_demands_a_fact_and_an_empty_one_nothing(String header, String row, String words) {
    then(new ContainersAre(PodRef.only(), ContainerTable.rows(table(header, row))).inWords())
        .isEqualTo("the pod has " + words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "container, status | app, running | there is no column \"status\" in a table of containers; its columns are container, state, code, reason, restarts, ready, started",
        "state, ready | running, yes | a table of containers needs the column \"container\"",
        "container, state | app, crashed | a container has no state \"crashed\"; it is waiting, running or terminated",
        "container, code | app, many | \"many\" is no number; expected one such as 137",
        "container, restarts | app, >=x | \"x\" is no number; expected one such as 137",
        "container, ready | app, maybe | \"maybe\" is neither yes nor no",
      })
  void a_cell_that_means_nothing_is_refused(String header, String row, String message) {
    thenThrownBy(() -> ContainerTable.rows(table(header, row)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }
}
