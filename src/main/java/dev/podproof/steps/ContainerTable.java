package dev.podproof.steps;

import dev.podproof.expectation.Amount;
import dev.podproof.expectation.ContainerFact;
import dev.podproof.expectation.ContainersAre.Row;
import dev.podproof.expectation.ExitMatch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A table of containers, a column for each fact; an empty cell demands nothing. */
final class ContainerTable {
  private static final List<String> COLUMNS =
      List.of("container", "state", "code", "reason", "restarts", "ready", "started");

  private ContainerTable() {}

  /**
   * The rows of a table.
   *
   * @throws IllegalArgumentException with a message for the user if it is not understood
   */
  static List<Row> rows(List<List<String>> table) {
    var header = table.get(0);
    header.stream()
        .filter(column -> !COLUMNS.contains(column))
        .findFirst()
        .ifPresent(
            column -> {
              throw new IllegalArgumentException(
                  "there is no column \""
                      + column
                      + "\" in a table of containers; its columns are "
                      + String.join(", ", COLUMNS));
            });
    if (!header.contains("container")) {
      throw new IllegalArgumentException("a table of containers needs the column \"container\"");
    }
    return table.stream().skip(1).map(row -> row(named(header, row))).toList();
  }

  private static Map<String, String> named(List<String> header, List<String> row) {
    var cells = new HashMap<String, String>();
    for (var i = 0; i < header.size(); i++) {
      // An empty cell of a table is null.
      cells.put(header.get(i), Objects.requireNonNullElse(row.get(i), ""));
    }
    return cells;
  }

  private static Row row(Map<String, String> cells) {
    var facts = new ArrayList<ContainerFact>();
    var state = cell(cells, "state").orElse("");
    var reasons = cell(cells, "reason").map(ContainerTable::choices).orElse(List.of());
    var codes =
        cell(cells, "code").map(ContainerTable::choices).orElse(List.of()).stream()
            .map(ContainerTable::number)
            .toList();
    switch (state) {
      case "running" -> facts.add(new ContainerFact.Running());
      case "waiting" -> facts.add(new ContainerFact.Waiting(reasons));
      case "terminated" -> facts.add(new ContainerFact.Terminated(new ExitMatch(codes, reasons)));
      case "" -> {
        if (!codes.isEmpty() || !reasons.isEmpty()) {
          facts.add(new ContainerFact.Terminated(new ExitMatch(codes, reasons)));
        }
      }
      default ->
          throw new IllegalArgumentException(
              "a container has no state \"" + state + "\"; it is waiting, running or terminated");
    }
    cell(cells, "restarts")
        .map(ContainerTable::amount)
        .map(ContainerFact.Restarts::new)
        .ifPresent(facts::add);
    cell(cells, "ready")
        .map(ContainerTable::yes)
        .map(ContainerFact.Ready::new)
        .ifPresent(facts::add);
    cell(cells, "started")
        .map(ContainerTable::yes)
        .map(ContainerFact.Started::new)
        .ifPresent(facts::add);
    return new Row(cell(cells, "container").orElse(""), facts);
  }

  private static Optional<String> cell(Map<String, String> cells, String column) {
    return Optional.ofNullable(cells.get(column)).map(String::trim).filter(text -> !text.isEmpty());
  }

  private static List<String> choices(String text) {
    return Arrays.stream(text.split(" or ")).map(String::trim).toList();
  }

  private static int number(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "\"" + text + "\" is no number; expected one such as 137", e);
    }
  }

  private static Amount amount(String text) {
    if (text.startsWith(">=")) {
      return new Amount(Amount.Kind.AT_LEAST, number(text.substring(2).trim()));
    }
    return text.startsWith("<=")
        ? new Amount(Amount.Kind.AT_MOST, number(text.substring(2).trim()))
        : Amount.exactly(number(text));
  }

  private static boolean yes(String text) {
    if (!text.equals("yes") && !text.equals("no")) {
      throw new IllegalArgumentException("\"" + text + "\" is neither yes nor no");
    }
    return text.equals("yes");
  }
}
