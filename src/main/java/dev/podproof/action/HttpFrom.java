package dev.podproof.action;

import dev.podproof.namespace.ScenarioNamespace;
import java.util.List;

/** Asks an address over HTTP from a container, with its own curl or wget. */
public record HttpFrom(String pod, String container, String url) implements Action<HttpAnswer> {
  private static final String SCRIPT =
      "if command -v curl >/dev/null; then curl -sSL -m 3 -D /dev/stderr -- \"$0\"; "
          + "else timeout 3 wget -S -q -O - \"$0\"; fi";

  @Override
  public String inWords() {
    return "GET " + url + " from container " + container + " of pod " + pod;
  }

  @Override
  public HttpAnswer perform(ScenarioNamespace namespace) throws InterruptedException {
    return HttpAnswer.told(
        RunCommand.execute(namespace, pod, container, List.of("sh", "-c", SCRIPT, url)));
  }
}
