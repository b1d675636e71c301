package dev.podproof.run;

import static org.assertj.core.api.BDDAssertions.then;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A founding manifest that is broken in one place.
 *
 * @param name that of its pod in place of the founding one's
 * @param founding the file and the name of its pod
 * @param change what stands there and what takes its place, in pairs
 * @param fails the scenario that is red, after the pod's name
 * @param says the cause, as the run words it
 */
record BrokenFounding(
    String name, Founding founding, List<String> change, String fails, String says) {
  /** A founding manifest. */
  enum Founding {
    WAITING("webapp-with-init"),
    COLLECTING("webapp-with-logging-sidecar"),
    WEBSITE("website"),
    DATABASE("my-database");

    private final String file;

    Founding(String file) {
      this.file = file;
    }
  }

  private static final String STARTS = " starts in its order, becomes ready and stays so";

  static List<BrokenFounding> all() {
    return List.of(
        broken(
                "wrong-port",
                Founding.WAITING,
                STARTS,
                "the Service offers no port 5433 (it has 5432)")
            .with("my-database 5432", "broken-database 5433")
            .with(
                "apiVersion: v1",
                "apiVersion: v1\nkind: Service\nmetadata: {name: broken-database}\nspec: {selector: {app: db}, ports: [{port: 5432}]}\n---\napiVersion: v1"),
        broken(
                "never-done",
                Founding.WAITING,
                STARTS,
                "webapp  waits for  init container wait-for-db (1 of 1), running")
            .with("done;", "done; sleep 600"),
        broken("crash-loop", Founding.WAITING, STARTS, "webapp exited 7")
            .with("my-webapp:latest", "busybox\n      command: [sh, -c, 'sleep 1; exit 7']"),
        broken(
                "no-program",
                Founding.WAITING,
                STARTS,
                "its command is not in the image busybox: websrv")
            .with("my-webapp:latest", "busybox\n      command: [websrv]"),
        broken(
                "probe-port",
                Founding.WAITING,
                STARTS,
                "has not passed its readiness probe (TCP :9090)")
            .with(
                "- containerPort: 8080",
                "- containerPort: 8080\n      readinessProbe: {tcpSocket: {port: 9090}, periodSeconds: 1}"),
        broken("missing-key", Founding.WAITING, STARTS, "couldn't find key uri in ConfigMap")
            .with(
                "apiVersion: v1",
                "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: broken-settings}\ndata: {url: here}\n---\napiVersion: v1")
            .with(
                "      ports:",
                "      env: [{name: URL, valueFrom: {configMapKeyRef: {name: broken-settings, key: uri}}}]\n      ports:"),
        broken(
                "wrong-mount",
                Founding.COLLECTING,
                "What one container of NAME writes, the others see",
                "cat: can't open '/var/log/app/app.log'")
            .with(
                "      volumeMounts:\n        - name: logs\n          mountPath: /var/log/app\n  containers",
                "      volumeMounts:\n        - name: logs\n          mountPath: /var/log/webapp\n  containers"),
        broken(
                "no-policy",
                Founding.COLLECTING,
                STARTS,
                "webapp  waits for  init container log-collector (1 of 1), running")
            .with("      restartPolicy: Always\n", ""),
        broken(
                "ignores-term",
                Founding.COLLECTING,
                " stops in its order, within its grace period of 10s",
                "container log-collector of pod ignores-term exits at most 9.0s")
            .with("trap \"sleep 1; exit 0\" TERM; ", ""),
        broken("no-repository", Founding.WEBSITE, STARTS, "repository not exported: /pages")
            .with("git-server/site", "git-server/pages"),
        broken(
                "never-ready",
                Founding.DATABASE,
                " starts, becomes ready and stays so",
                "has not passed its readiness probe (exec pg_isready")
            .with("127.0.0.1'", "127.0.0.1', '-p', '5433'"));
  }

  private static BrokenFounding broken(String name, Founding founding, String fails, String says) {
    return new BrokenFounding(name, founding, List.of(), fails, says);
  }

  private BrokenFounding with(String old, String other) {
    var both = new ArrayList<>(change);
    both.addAll(List.of(old, other));
    return new BrokenFounding(name, founding, both, fails, says);
  }

  /** The scenario that is red. */
  String scenario() {
    return fails.contains("NAME") ? fails.replace("NAME", name) : name + fails;
  }

  /** Writes it; of the database its pod alone, for its Service is the sound one's. */
  void write(Path folder) throws IOException {
    var text = Files.readString(Path.of("manifests", founding.file + ".yaml"));
    for (var i = 0; i < change.size(); i += 2) {
      then(text).as(name).contains(change.get(i));
      text = text.replace(change.get(i), change.get(i + 1));
    }
    var pod = text.substring(text.indexOf("kind: Pod"));
    var named =
        pod.replaceFirst("name: \\S+", "name: " + name)
            .replaceAll("app: .*", "app: " + name)
            // Different stand-ins for one image would wait for each other.
            .replace("my-webapp:latest", "my-webapp:" + name);
    var before =
        founding == Founding.DATABASE
            ? "apiVersion: v1\n"
            : text.substring(0, text.indexOf("kind: Pod"));
    Files.writeString(folder.resolve(name + ".yaml"), before + named);
  }
}
