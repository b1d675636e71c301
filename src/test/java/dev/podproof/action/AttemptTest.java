package dev.podproof.action;

import static org.assertj.core.api.BDDAssertions.then;

import dev.podproof.manifest.Manifest;
import dev.podproof.manifest.Reach;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the API server refuses is told with the line of the field that it names. */
class AttemptTest {
  private static final String DEPLOYMENT =
      "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec:\n  x: 1\n  replicas: two\n";

  @Test
  void a_value_of_another_type() {
    then(told(
            400,
            "Deployment in version \"v1\" cannot be handled as a Deployment: json: cannot unmarshal string into Go struct field DeploymentSpec.spec.replicas of type int32"))
        .isEqualTo(
            "it was refused (400): a.yaml:6 (spec.replicas): json: cannot unmarshal string into Go struct field DeploymentSpec.spec.replicas of type int32");
  }

  @Test
  void an_unknown_field() {
    then(told(400, "strict decoding error: unknown field \"spec.x\""))
        .isEqualTo(
            "it was refused (400): a.yaml:5 (spec.x): strict decoding error: unknown field \"spec.x\"");
  }

  private static String told(int code, String message) {
    var document = Manifest.parse("a.yaml", DEPLOYMENT, Reach.OWN).documents().get(0);
    return new Attempt.Answer(code, message, List.of()).at(document).inWords();
  }
}
