package dev.podproof.cli;

import static org.assertj.core.api.BDDAssertions.then;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The launcher on a machine of stand-ins: its PATH has nothing but commands that write down how
 * they were called, and the few of the system that change nothing.
 */
@Timeout(60)
class LauncherTest {
  private static final List<String> OF_THE_SYSTEM =
      List.of(
          "cat",
          "chmod",
          "cp",
          "date",
          "dirname",
          "env",
          "find",
          "mkdir",
          "mktemp",
          "mv",
          "readlink",
          "rm",
          "sed",
          "setsid",
          "tail",
          "timeout",
          "touch");

  @TempDir Path machine;
  private Path bin;
  private Path home;

  private static final String JAVA = "java-with-true,127.0.0.1,true";

  private record Ended(int exitCode, String said, List<String> called) {}

  @BeforeEach
  void a_machine_where_everything_is_in_place() throws IOException {
    bin = Files.createDirectories(machine.resolve("bin"));
    home = Files.createDirectories(machine.resolve("home of podproof"));
    for (var name : OF_THE_SYSTEM) {
      var real = List.of(Path.of("/usr/bin", name), Path.of("/bin", name));
      var place = real.stream().filter(Files::exists).findFirst().orElseThrow();
      executable(bin.resolve(name), "#!/bin/sh\nexec " + place + " \"$@\"\n");
    }
    Files.copy(Path.of("podproof"), home.resolve("podproof"));
    Files.createDirectories(home.resolve("src/main"));
    Files.createDirectories(home.resolve("target/lib"));
    Files.writeString(home.resolve("pom.xml"), "");
    Files.writeString(home.resolve("target/podproof.jar"), "");
    Files.createDirectories(home.resolve("node-image"));

    command("id", "[ \"$1\" = -u ] && cat state/user");
    command(
        "java",
        "case $* in *RegistryProbe*) cat state/registry; exit ;; esac",
        "case $* in *LauncherProbe*) call asked; cat state/answer; exit ;; esac",
        "call java-with-$TESTCONTAINERS_RYUK_DISABLED,$TESTCONTAINERS_HOST_OVERRIDE,"
            + "$TESTCONTAINERS_CHECKS_DISABLE",
        "for one in \"$@\"; do case $one in -*[XD]*) ;; *) echo \"<$one>\" >>state/arguments ;; esac; done");
    command("docker", "[ -S docker.sock ]");
    command("dockerd", "call dockerd", "mv state/stopped.sock docker.sock");
    command("mvn", "call mvn $*", "touch target/podproof.jar");
    command(
        "apt-get",
        "call apt-get $*",
        "case $* in *docker.io) cp state/later/* bin/ ;; *debootstrap) cp bin/id bin/debootstrap ;; esac");
    var build = home.resolve("node-image/build");
    Files.copy(
        command(
            "builder", "case $* in *--check) [ -e state/node-image ] ;; *) call build $* ;; esac"),
        build);
    state("user", "0\n");
    state("registry", "false\n");
    try (var socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      socket.bind(UnixDomainSocketAddress.of(machine.resolve("docker.sock")));
    }
    state("node-image", "");
    Files.createDirectories(machine.resolve("state/later"));
  }

  private void the_daemon_stops() throws IOException {
    Files.move(machine.resolve("docker.sock"), machine.resolve("state/stopped.sock"));
  }

  private void a_fresh_machine() throws IOException {
    Files.delete(home.resolve("target/podproof.jar"));
    the_daemon_stops();
    Files.delete(machine.resolve("state/node-image"));
    for (var name : List.of("docker", "dockerd")) {
      Files.move(bin.resolve(name), machine.resolve("state/later").resolve(name));
    }
  }

  @Test
  void with_everything_in_place_java_is_started_with_what_testcontainers_needs() throws Exception {
    var ended = podproof("run", "features/a b.feature", "--tags", "@x and not @y");

    then(ended).isEqualTo(new Ended(0, "", List.of(JAVA)));
    then(Files.readAllLines(machine.resolve("state/arguments")))
        .endsWith("<run>", "<features/a b.feature>", "<--tags>", "<@x and not @y>");
  }

  @Test
  void a_fresh_machine_is_prepared_in_order_and_every_part_is_announced() throws Exception {
    a_fresh_machine();

    var ended = podproof("run", "features");

    then(ended.exitCode()).isZero();
    then(ended.called())
        .containsExactly(
            "mvn -q -B -DskipTests -Dspotless.check.skip -Denforcer.skip package",
            "apt-get update",
            "apt-get install -y --no-install-recommends docker.io",
            "dockerd",
            "apt-get update",
            "apt-get install -y --no-install-recommends debootstrap",
            "build --kubernetes 1.37.2",
            JAVA);
    then(ended.said().replaceAll("\\d+ s", "N s"))
        .isEqualTo(
            """
            podproof: built the jar (N s)
            podproof: installed docker.io (N s)
            podproof: started the Docker daemon (N s)
            podproof: installed debootstrap (N s)
            podproof: built the node image (N s)
            """);
  }

  @Test
  void where_a_registry_is_in_reach_nothing_is_built() throws Exception {
    Files.delete(machine.resolve("state/node-image"));
    state("registry", "true\n");

    then(podproof("run", "features").called()).containsExactly(JAVA);
  }

  @Test
  void a_node_that_was_asked_for_is_built_even_there() throws Exception {
    Files.delete(machine.resolve("state/node-image"));
    state("registry", "true\n");
    command("debootstrap");

    then(podproof("run", "features", "--cluster", "node", "--kubernetes", "1.36.3").called())
        .startsWith("build --kubernetes 1.36.3");
  }

  @Test
  void a_version_asks_for_the_node_image_also_where_only_its_minor_is_named() throws Exception {
    Files.delete(machine.resolve("state/node-image"));
    state("registry", "true\n");
    command("debootstrap");

    then(podproof("check", "web.yaml", "--kubernetes", "1.36.3,1.37.2").called())
        .startsWith("build --kubernetes 1.36.3");
  }

  @Test
  void a_k3s_that_was_asked_for_needs_no_node_image() throws Exception {
    Files.delete(machine.resolve("state/node-image"));

    then(podproof("run", "features", "--cluster=k3s").called()).containsExactly(JAVA);
  }

  @Test
  void without_permission_it_says_what_is_missing_and_does_nothing() throws Exception {
    a_fresh_machine();

    then(podproof("run", "features", "--no-setup"))
        .isEqualTo(
            new Ended(
                4,
                """
                podproof: --no-setup was given, and this machine lacks: build the jar with Maven; install docker.io (apt-get); start the Docker daemon; where no registry is in reach, build a node image (about ten minutes); for that install debootstrap (apt-get)
                podproof: run again without it, or do it by hand
                podproof: or use a cluster that exists: --cluster existing --kubeconfig FILE
                """,
                List.of()));
  }

  @Test
  void without_root_there_is_no_docker_to_be_had() throws Exception {
    a_fresh_machine();
    state("user", "1000\n");

    then(podproof("run", "features"))
        .isEqualTo(
            new Ended(
                4,
                """
                podproof: no Docker daemon answers at unix://MACHINE/docker.sock, and none can be installed here, which takes root and apt-get
                podproof: start or install Docker, or name a daemon that runs: export DOCKER_HOST=...
                podproof: or use a cluster that exists: --cluster existing --kubeconfig FILE
                """,
                List.of()));
  }

  @Test
  void what_needs_no_container_does_not_look_for_docker() throws Exception {
    the_daemon_stops();

    for (var arguments :
        List.of(
            new String[] {"run", "x", "--cluster", "existing"},
            new String[] {"run", "x", "--cluster=existing"},
            new String[] {"run", "x", "--dry-run"},
            new String[] {"run", "--help"},
            new String[] {"explain", "web"},
            new String[] {"watch", "web"},
            new String[] {"--version"})) {
      then(podproof(arguments).called()).allMatch(call -> call.startsWith("java"));
    }
  }

  @Test
  void settings_that_only_the_program_reads_are_asked_for_first() throws Exception {
    the_daemon_stops();
    Files.writeString(machine.resolve("podproof.yaml"), "cluster: existing\n");
    state("answer", "nothing\n");

    then(podproof("run", "features").called()).containsExactly("asked", JAVA);
  }

  @Test
  void variables_are_settings_too_but_not_the_launcher_s_own() throws Exception {
    the_daemon_stops();
    state("answer", "nothing\n");

    then(podproof(Map.of("PODPROOF_CLUSTER", "existing"), "run", "features").called())
        .containsExactly("asked", JAVA);
    then(podproof(Map.of("PODPROOF_CACHE", machine.toString()), "run", "features").called())
        .containsExactly("dockerd", JAVA);
  }

  @Test
  void a_version_in_the_settings_is_the_one_that_is_built() throws Exception {
    Files.delete(machine.resolve("state/node-image"));
    command("debootstrap");
    Files.writeString(home.resolve("podproof.yaml"), "kubernetes: 1.36.3\n");
    state("answer", "node 1.36.3\n");

    then(podproof("run").called()).startsWith("asked", "build --kubernetes 1.36.3");
  }

  @Test
  void a_program_that_is_yet_to_be_built_is_built_before_it_is_asked() throws Exception {
    a_fresh_machine();
    Files.writeString(home.resolve("podproof.yaml"), "cluster: existing\n");
    state("answer", "nothing\n");

    then(podproof("run").called())
        .containsExactly(
            "mvn -q -B -DskipTests -Dspotless.check.skip -Denforcer.skip package", "asked", JAVA);
    then(podproof("run", "--cluster=existing").called()).containsExactly(JAVA);
  }

  @Test
  void setup_prepares_and_starts_nothing_else() throws Exception {
    the_daemon_stops();

    var ended = podproof("setup", "--yes");

    then(ended.called()).containsExactly("dockerd");
    then(ended.said()).endsWith("podproof: everything is in place\n");
  }

  @Test
  void setup_with_a_browser_installs_one_where_there_is_none() throws Exception {
    var ended = podproof("setup", "--with-browser", "--yes");

    then(ended.exitCode()).isZero();
    then(ended.called())
        .containsExactly(
            "apt-get update",
            "apt-get install -y --no-install-recommends chromium chromium-driver");

    command("chromium");
    command("chromedriver");
    then(podproof("setup", "--with-browser").called()).isEmpty();
  }

  @Test
  void a_source_that_is_newer_than_the_jar_has_it_built_again() throws Exception {
    var source = Files.writeString(home.resolve("src/main/A.java"), "");
    Files.setLastModifiedTime(source, FileTime.from(Instant.now().plus(Duration.ofHours(1))));

    then(podproof("--version").called()).first().asString().startsWith("mvn ");
  }

  @Test
  void an_old_java_is_refused() throws Exception {
    Files.writeString(machine.resolve("release"), "JAVA_VERSION=\"11.0.2\"\n");

    var ended = podproof("--version");

    then(ended.exitCode()).isEqualTo(4);
    then(ended.said()).contains(" is Java 11; Podproof needs a JDK 17 or newer ");
    then(ended.called()).isEmpty();
  }

  @Test
  void a_step_that_fails_shows_its_last_words() throws Exception {
    a_fresh_machine();
    command("apt-get", "call apt-get $*", "echo 'E: no such package'; exit 100");

    var ended = podproof("run", "features");

    then(ended.exitCode()).isEqualTo(4);
    then(ended.said())
        .contains(
            "E: no such package\npodproof: installed docker.io failed; its last words stand above");
    then(ended.called()).last().isEqualTo("apt-get update");
  }

  @Test
  void on_a_terminal_it_asks_once_for_everything() throws Exception {
    a_fresh_machine();

    var ended = onATerminal("n\n", "./podproof run features");

    then(ended.said())
        .contains("podproof: to do first: build the jar with Maven; install docker.io (apt-get); ")
        .contains("Go ahead? [Y/n] ")
        .contains("podproof: nothing was changed");
    then(ended.called()).isEmpty();
    then(onATerminal("y\n", "./podproof run features").called()).hasSize(8);
  }

  private Ended podproof(String... arguments) throws Exception {
    return podproof(Map.of(), arguments);
  }

  private Ended podproof(Map<String, String> variables, String... arguments) throws Exception {
    var command = new ArrayList<>(List.of("./podproof"));
    command.addAll(List.of(arguments));
    return ended(new ProcessBuilder(command), variables, "");
  }

  private Ended onATerminal(String typed, String command) throws Exception {
    return ended(
        new ProcessBuilder("/usr/bin/script", "-qec", command, "/dev/null"), Map.of(), typed);
  }

  private Ended ended(ProcessBuilder builder, Map<String, String> variables, String typed)
      throws Exception {
    var calls = machine.resolve("state/calls");
    Files.deleteIfExists(calls);
    builder.directory(home.toFile()).redirectErrorStream(true).environment().clear();
    builder
        .environment()
        .putAll(
            Map.of(
                "PATH",
                bin.toString(),
                "SHELL",
                "/bin/sh",
                "HOME",
                machine.toString(),
                "DOCKER_HOST",
                "unix://" + machine + "/docker.sock"));
    builder.environment().putAll(variables);
    var process = builder.start();
    try (var input = process.getOutputStream()) {
      input.write(typed.getBytes(StandardCharsets.UTF_8));
    }
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    then(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    var called = Files.exists(calls) ? Files.readAllLines(calls) : List.<String>of();
    var words = said.replace("\r", "").replace(machine.toString(), "MACHINE");
    return new Ended(process.exitValue(), words, called);
  }

  private void state(String name, String text) throws IOException {
    Files.createDirectories(machine.resolve("state"));
    Files.writeString(machine.resolve("state").resolve(name), text);
  }

  /** A command that works from the machine's folder and can note its call. */
  private Path command(String name, String... lines) throws IOException {
    var start = "#!/bin/sh\ncd '" + machine + "'\ncall() { echo \"$*\" >>state/calls; }\n";
    var body = String.join("\n", lines).replace("target/", "'" + home + "'/target/");
    return executable(bin.resolve(name), start + body + "\n");
  }

  private static Path executable(Path file, String text) throws IOException {
    Files.writeString(file, text);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
