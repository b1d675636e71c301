package dev.podproof.run;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.podproof.mutation.Mutant;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The mutants of a plan, none of them run. */
final class MutantsListed {
  static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private MutantsListed() {}

  /** A line for each, and one that counts them. */
  static String text(MutationPlan plan) {
    var lines = new StringBuilder();
    plan.mutants().forEach(mutant -> lines.append(mutant.inWords()).append('\n'));
    return lines
        + "\n"
        + plan.mutants().size()
        + (plan.all() == plan.mutants().size() ? "" : " of " + plan.all())
        + " mutants of "
        + plan.manifests().all().size()
        + " manifests, for "
        + plan.manifests().scenarios().size()
        + " scenarios; nothing was started\n";
  }

  /** The same for programs, with the change of each as a diff. */
  static String json(MutationPlan plan) {
    var root = JSON.createObjectNode();
    root.put("version", 1).put("mutantsInAll", plan.all());
    var mutants = root.putArray("mutants");
    for (var mutant : plan.mutants()) {
      var node = mutants.addObject();
      add(node, mutant, plan);
      var scenarios = node.putArray("scenarios");
      plan.scenarios(mutant).forEach(place -> scenarios.add(place.inWords()));
    }
    return written(root);
  }

  static void add(ObjectNode node, Mutant mutant, MutationPlan plan) {
    node.put("operator", mutant.operator())
        .put("file", mutant.file())
        .put("line", mutant.line())
        .put("change", mutant.words())
        .put("diff", plan.diff(mutant));
  }

  static String written(ObjectNode root) {
    try {
      return JSON.writeValueAsString(root) + "\n";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
