package dev.podproof.action;

import dev.podproof.namespace.ScenarioNamespace;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.stream.Collectors;

/**
 * A cell of the table that the API server prints of an object, as kubectl get shows it (Kubernetes
 * API concepts: receiving resources as Tables).
 *
 * @param column its name, in any case, such as Status
 */
public record PrintedColumn(Target target, String column) implements Action<String> {
  @Override
  public String inWords() {
    return "print column " + column + " of " + target.inWords();
  }

  @Override
  public String perform(ScenarioNamespace namespace) {
    try {
      var table = target.in(namespace).getAsTable();
      var columns = table.getColumnDefinitions();
      for (var i = 0; i < columns.size(); i++) {
        if (columns.get(i).getName().equalsIgnoreCase(column)) {
          return String.valueOf(table.getRows().get(0).getCells().get(i));
        }
      }
      throw new ActionProblem(
          "there is no column "
              + column
              + " in the table of a "
              + target.kind()
              + "; it has "
              + columns.stream().map(one -> one.getName()).collect(Collectors.joining(", ")));
    } catch (KubernetesClientException e) {
      throw new ActionProblem(
          target.inWords() + " cannot be printed (HTTP " + e.getCode() + ")", e);
    }
  }
}
