package dev.podproof.run;

import static org.assertj.core.api.BDDAssertions.then;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.assertj.core.api.BDDSoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Each broken pod goes red on a real cluster, and the failure names its cause. Runs with -Pfull.
 */
@Tag("full")
class ExplanationsIT {
  private static final Map<String, String> CAUSES =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("A program that ends at once", "container app, which exited 0"),
              Map.entry(
                  "A directory that the node does not have",
                  "volume data  cannot be mounted: hostPath type check failed"),
              Map.entry("A port of the node that is taken", "didn't have free ports"),
              Map.entry(
                  "A script that is not there",
                  "app  waits for  init container migrate, which exited 2"),
              Map.entry(
                  "An earlier init container still runs",
                  "app  waits for  init container wait (1 of 1), running for"),
              Map.entry(
                  "A dependency's name does not resolve",
                  "my-database:5432  does not resolve: there is no Service my-database"),
              Map.entry(
                  "A Service has no endpoints, and one pod nearly matches",
                  "no ready pod matches app=my-database; pod db has app=my-databse"),
              Map.entry(
                  "A port refuses",
                  "has 1 ready endpoint: the connection is refused, nothing listens on port 5432 there"),
              Map.entry(
                  "A port refuses or hangs",
                  "has 1 ready endpoint: connections are refused or hang there"),
              Map.entry(
                  "An init container fails again and again",
                  "app  waits for  init container wait, which exited 3, 1 restart so far"),
              Map.entry(
                  "An image that no registry has", "needs image registry.example.invalid/nope:1"),
              Map.entry(
                  "An image name that is none", "needs image Busy Box, which is no valid name"),
              Map.entry(
                  "An image that may not be pulled",
                  "needs image nope:1, which the node does not have and may not pull"),
              Map.entry(
                  "A ConfigMap is missing",
                  "container app  cannot be made: configmap \"settings\" not found"),
              Map.entry(
                  "A key is missing", "give ConfigMap settings the key HOSTS (it has HOST, PORT)"),
              Map.entry(
                  "A Secret is missing",
                  "container app  cannot be made: secret \"password\" not found"),
              Map.entry(
                  "A volume's ConfigMap is missing",
                  "volume settings  cannot be mounted: configmap \"settings\" not found"),
              Map.entry(
                  "A command is not in the image",
                  "cannot start: its command is not in the image busybox: serve --port 80"),
              Map.entry(
                  "A command may not be executed",
                  "cannot start: permission denied for its command /etc/passwd"),
              Map.entry(
                  "A program is of another architecture",
                  "cannot start: exec format error for /bin2/run"),
              Map.entry("A postStart hook fails", "is killed because its postStart hook failed"),
              Map.entry(
                  "A postStart hook hangs",
                  "is not reported as running: its postStart hook has not ended"),
              Map.entry(
                  "A sidecar's startup probe does not pass",
                  "sidecar proxy  has not passed its startup probe (exec cat /ready), running for"),
              Map.entry(
                  "A readiness probe fails",
                  "container app  has not passed its readiness probe (GET :8080/health), running for"),
              Map.entry(
                  "More memory than the limit",
                  "was killed for using more memory than it may (OOMKilled, limit 20Mi; peak not seen)"),
              Map.entry(
                  "A liveness probe kills the container",
                  "container app  is killed by its liveness probe (exec cat /alive)"),
              Map.entry(
                  "A container ignores TERM",
                  "container app  has not ended on its stop signal; grace period 60s, to be killed at"),
              Map.entry("More CPU than a node has", "cpu  the pod requests 64, a node has at most"),
              Map.entry(
                  "A node selector that fits no node", "nodeSelector disk=fast  fits no node"),
              Map.entry(
                  "A claim that nobody binds",
                  "PersistentVolumeClaim data  is not bound, storage class fast, 1Gi"),
              Map.entry(
                  "A claim that does not exist", "PersistentVolumeClaim data  does not exist"),
              Map.entry(
                  "A quota refuses the pod of a Deployment",
                  "exceeded quota: none, requested: pods=1"),
              Map.entry(
                  "A Job is kept alive by an ordinary container",
                  "Job import  waits for  container proxy, which still runs; container import has exited 0"),
              Map.entry(
                  "A root user where none may be",
                  "set securityContext.runAsUser to a user other than 0")));

  @Test
  void every_cause_is_named() throws Exception {
    var run = Launched.podproof("run", "src/test/resources/explanations", "--parallel", "8");

    then(run.exitCode()).as(run.output()).isEqualTo(1);
    then(run.output()).contains(CAUSES.size() + " scenarios: " + CAUSES.size() + " violated");
    BDDSoftAssertions.thenSoftly(
        softly ->
            CAUSES.forEach(
                (scenario, cause) ->
                    softly.then(explanation(run.output(), scenario)).as(scenario).contains(cause)));
  }

  /** What is said of a scenario that failed; empty where it did not. */
  static String explanation(String output, String scenario) {
    var found =
        Pattern.compile(
                "^FAILED  " + Pattern.quote(scenario) + "  .*?^rerun ",
                Pattern.DOTALL | Pattern.MULTILINE)
            .matcher(output);
    return found.find() ? found.group() : "";
  }
}
