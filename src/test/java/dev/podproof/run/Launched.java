package dev.podproof.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The launcher, run as a user runs it. */
record Launched(int exitCode, String output) {
  static Launched podproof(String... arguments) throws IOException, InterruptedException {
    return finish(start(Map.of(), arguments));
  }

  static Process start(Map<String, String> environment, String... arguments) throws IOException {
    var command = new ArrayList<>(List.of("./podproof"));
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    return builder.start();
  }

  static Launched finish(Process process) throws IOException, InterruptedException {
    process.getOutputStream().close();
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Launched(process.waitFor(), output);
  }
}
