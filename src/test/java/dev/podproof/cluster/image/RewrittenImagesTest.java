package dev.podproof.cluster.image;

import static org.assertj.core.api.BDDAssertions.then;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RewrittenImagesTest {
  private final List<String> told = new ArrayList<>();
  private final RewrittenImages images = new RewrittenImages(told::add);

  @BeforeEach
  void declare() {
    images.standIn(
        new StandIn(
            ImageName.parse("my-webapp:latest"), new Behaviour.ServesHttp(8080, List.of())));
  }

  @Test
  void a_stand_in_becomes_busybox_with_its_script_and_it_is_told_once() {
    var expected =
        """
        apiVersion: "v1"
        kind: "Pod"
        metadata:
          name: "p"
        spec:
          containers:
          - name: "a"
            image: "busybox"
            command:
            - "sh"
            - "-c"
            - "%s"
            imagePullPolicy: "IfNotPresent"
        """
            .formatted(new Behaviour.ServesHttp(8080, List.of()).script());

    then(adapted(pod("image: my-webapp:latest"))).isEqualTo(of(expected));
    then(adapted(pod("image: my-webapp"))).isEqualTo(of(expected));
    then(told)
        .containsExactly(
            "my-webapp:latest is replaced in the manifest by busybox, as a stand-in that serves HTTP on port 8080",
            "busybox is pulled only where the node lacks it");
  }

  @Test
  void the_manifests_own_command_and_pull_policy_stay() {
    then(adapted(
            pod("image: my-webapp:latest, command: [true], imagePullPolicy: Always")
                .replace("[true]", "['true']")))
        .isEqualTo(of(pod("image: busybox, command: ['true'], imagePullPolicy: Always")));
  }

  @Test
  void templates_and_init_containers_are_reached_and_other_images_keep_their_names() {
    var job =
        """
        apiVersion: batch/v1
        kind: Job
        metadata: {name: j}
        spec:
          template:
            spec:
              initContainers: [{name: i, image: 'nginx:1.29-alpine'%s}]
              containers: [{name: a, image: 'Not A Name'%s}]
        """;
    var policy = ", imagePullPolicy: IfNotPresent";

    then(adapted(job.formatted("", ""))).isEqualTo(of(job.formatted(policy, policy)));
  }

  private GenericKubernetesResource adapted(String yaml) {
    return images.adapted(of(yaml));
  }

  private static GenericKubernetesResource of(String yaml) {
    return Serialization.unmarshal(yaml, GenericKubernetesResource.class);
  }

  private static String pod(String container) {
    return "apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec: {containers: [{name: a, "
        + container
        + "}]}\n";
  }
}
