package dev.podproof.run;

import static org.assertj.core.api.BDDAssertions.then;

import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.BDDSoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Pods that break for reasons which Kubernetes does not tell by itself: what is said of each names
 * the cause.
 */
@Tag("full")
class BrokenPodsIT {
  private static final Map<String, String> CAUSES =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry(
                  "A command in one string",
                  "\"sleep 600\" is one word, and no program is named so"),
              Map.entry(
                  "An entrypoint script without the right to execute",
                  "cannot start: permission denied for its command /scripts/run.sh"),
              Map.entry(
                  "A file system that may only be read",
                  "may not write there: a read-only root file system or mount"),
              Map.entry(
                  "A volume that another user owns",
                  "/data/lock  is not its user's, in volume data"),
              Map.entry("A readiness probe at another port than the app's", "(TCP :8080)"),
              Map.entry(
                  "A dependency's name with a typo, in nslookup",
                  "my-databse  does not resolve: there is no Service my-databse in the namespace (there is my-database)"),
              Map.entry(
                  "A key in other letters",
                  "give ConfigMap settings the key DATABASE_URL (it has database_url)"),
              Map.entry("A preStop hook that hangs", "its preStop hook (exec sleep 500)"),
              Map.entry("A subPath of a missing key", "container app, which exited 1"),
              Map.entry(
                  "A volume item of a missing key",
                  "configmap references non-existent config key: app.yaml"),
              Map.entry(
                  "A capability that was dropped", "a capability that it lacks, or another owner"),
              Map.entry(
                  "An environment without an optional key",
                  "env DATABASE_URL  is an optional reference to key DATABASE_URL of ConfigMap settings (it has OTHER)"),
              Map.entry(
                  "A token read from another path",
                  "/var/run/secrets/tokens/api-token  is not in the image, and no volume is mounted there"),
              Map.entry(
                  "An app that reads before the sidecar has written",
                  "/shared/app.conf  is not in volume shared: not written yet by render, or a wrong path"),
              Map.entry(
                  "A target port of a name that no container has",
                  "targetPort postgres is the name of no port of the selected pods (they have pg)"),
              Map.entry(
                  "A private image without a pull secret",
                  "imagePullSecrets  name Secret registry, which does not exist"),
              Map.entry(
                  "A deadline that has passed",
                  "has failed: DeadlineExceeded, it may run for activeDeadlineSeconds: 4"),
              Map.entry("A program that crashes", "container app, which exited"),
              Map.entry(
                  "A shell that does not find the command",
                  "127 of a shell: the command was not found in the image or its PATH"),
              Map.entry("More CPU than is left", "cpu  the pod requests 3, a node has at most"),
              Map.entry(
                  "A readiness gate that nobody sets",
                  "readiness gate example.com/registered  was never set"),
              Map.entry(
                  "A scheduling gate that nobody removes",
                  "scheduling gate example.com/quota  has not been removed"),
              Map.entry(
                  "An anti-affinity to itself",
                  "anti-affinity  a pod that it may not stand beside is on each node that fits"),
              Map.entry(
                  "A spread over zones that the nodes do not have",
                  "no node has the label example.com/zone"),
              Map.entry(
                  "An init container that needs more memory than it may",
                  "was killed for using more memory than it may (OOMKilled, limit 20Mi; peak not seen)"),
              Map.entry(
                  "An app that ends where its dependency refuses",
                  "has no ready endpoints (no ready pod matches app=db)"),
              Map.entry("A working directory that cannot be made", "which exited 128 (StartError)"),
              Map.entry(
                  "A liveness probe before the app is up",
                  "is killed by its liveness probe (TCP :8080)"),
              Map.entry("A scheduler that does not exist", "it asks for schedulerName volcano"),
              Map.entry(
                  "A host name that the node's DNS does not know, in wget",
                  "confg:8080  does not resolve: there is no Service confg in the namespace")));

  @Test
  void every_cause_is_named() throws Exception {
    var run = Launched.podproof("run", "src/test/resources/broken", "--parallel", "6");

    then(run.exitCode()).as(run.output()).isEqualTo(1);
    then(run.output()).contains(CAUSES.size() + " scenarios: " + CAUSES.size() + " violated");
    BDDSoftAssertions.thenSoftly(
        softly ->
            CAUSES.forEach(
                (scenario, cause) ->
                    softly
                        .then(ExplanationsIT.explanation(run.output(), scenario))
                        .as(scenario)
                        .contains(cause)));
  }
}
