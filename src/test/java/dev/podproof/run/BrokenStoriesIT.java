package dev.podproof.run;

import static org.assertj.core.api.BDDAssertions.then;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each story goes red when what it states is broken, and says where and why. */
class BrokenStoriesIT {
  @TempDir Path folder;

  @Test
  void an_init_container_that_waits_for_nothing() throws Exception {
    replace(
        "manifests/webapp-with-init.yaml",
        "'until nc -z my-database 5432; do echo waiting for db; sleep 2; done;'",
        "'true'");

    var run = run("wait-for-database.feature", "Blocked while the Service does not exist");

    then(run.exitCode()).as(run.output()).isEqualTo(1);
    then(run.output())
        .contains("FAILED  Blocked while the Service does not exist")
        .containsPattern("but +container webapp started at \\+\\d+\\.\\d\\ds \\(runtime");
  }

  @Test
  void a_port_that_stays_closed() throws Exception {
    replace(
        "features/webapp/wait-for-database.feature",
        "When dependency \"my-database\" on port 5432 accepts connections",
        "When dependency \"my-database\" on port 5432 refuses connections");

    var run = run("wait-for-database.feature", "Blocked while the port is closed");

    then(run.exitCode()).as(run.output()).isEqualTo(1);
    then(run.output())
        .contains("expected  container wait-for-db completes within 8.0s")
        .containsPattern(
            "blocked   webapp  waits for  init container wait-for-db \\(1 of 1\\), running for \\d+\\.\\ds")
        .contains("wait-for-db  last said  \"waiting for db\"")
        .containsPattern("my-database:5432  resolves to [\\d.]+, has 1 ready endpoint")
        .containsPattern("rerun     podproof run .*wait-for-database.feature:\\d+");
  }

  @Test
  void a_sidecar_that_does_not_see_the_volume() throws Exception {
    var manifest = "manifests/webapp-with-logging-sidecar.yaml";
    var text = read(manifest);
    var mount = "      volumeMounts:\n        - name: logs\n          mountPath: /var/log/app\n";
    write(
        manifest,
        text.substring(0, text.indexOf(mount))
            + text.substring(text.indexOf(mount) + mount.length()));

    var run = run("log-collector.feature", "Every line is visible");

    then(run.exitCode()).as(run.output()).isEqualTo(1);
    then(run.output()).contains("but       container log-collector does not mount volume logs");
  }

  @Test
  void a_sidecar_without_its_restart_policy() throws Exception {
    replace("manifests/webapp-with-logging-sidecar.yaml", "      restartPolicy: Always\n", "");

    var run = run("log-collector.feature", "The sidecar is up before the app", "--budget", "15");

    then(run.exitCode()).as(run.output()).isEqualTo(1);
    then(run.output())
        .contains("FAILED  The sidecar is up before the app and stops after it")
        .containsPattern("webapp  waits for  init container log-collector \\(1 of 1\\), running");
  }

  @Test
  void a_sync_that_does_not_pull() throws Exception {
    replace("manifests/website.yaml", "git pull --quiet", "true");

    var run = run("clone-serve-sync.feature", "A new commit");

    then(run.exitCode()).as(run.output()).isEqualTo(1);
    then(run.output()).contains("but       it had not logged \"synced: version 2\"");
  }

  private Launched run(String feature, String name, String... more) throws Exception {
    var arguments = new java.util.ArrayList<String>();
    copyOnce();
    arguments.add("run");
    arguments.add(folder.resolve("features/webapp").resolve(feature).toString());
    arguments.add("--name");
    arguments.add(name);
    arguments.addAll(java.util.List.of(more));
    return Launched.podproof(arguments.toArray(String[]::new));
  }

  private void replace(String file, String what, String by) throws IOException {
    var text = read(file);
    then(text).contains(what);
    write(file, text.replace(what, by));
  }

  private String read(String file) throws IOException {
    copyOnce();
    return Files.readString(folder.resolve(file));
  }

  private void write(String file, String text) throws IOException {
    Files.writeString(folder.resolve(file), text);
  }

  private void copyOnce() throws IOException {
    if (Files.exists(folder.resolve("features"))) {
      return;
    }
    for (var source : java.util.List.of("features/webapp", "manifests")) {
      Files.createDirectories(folder.resolve(source));
      try (var files = Files.list(Path.of(source))) {
        for (var file : files.toList()) {
          Files.copy(file, folder.resolve(source).resolve(file.getFileName()));
        }
      }
    }
  }
}
