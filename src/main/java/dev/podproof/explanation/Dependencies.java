package dev.podproof.explanation;

import dev.podproof.lifecycle.ContainerSnapshot;
import dev.podproof.lifecycle.History;
import dev.podproof.lifecycle.ObjectName;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a waiting container seems to wait for, read from its command, and how that stands. */
final class Dependencies {
  /** "nc -z my-database 5432", or "my-database:5432" as in a URL. */
  private static final Pattern NAME_AND_PORT =
      Pattern.compile(
          "nc\\s+(?:-\\w+\\s+)*([a-z][a-z0-9.-]*)\\s+(\\d{2,5})|([a-z][a-z0-9-]*[a-z0-9](?:\\.[a-z0-9.-]+)?):(\\d{2,5})");

  private Dependencies() {}

  static List<Cause> of(History history, ContainerSnapshot container) {
    var command = String.join(" ", container.declared().words());
    return NAME_AND_PORT
        .matcher(command)
        .results()
        .map(match -> cause(history, host(match), port(match)))
        .distinct()
        .toList();
  }

  private static String host(MatchResult match) {
    return match.group(1) != null ? match.group(1) : match.group(3);
  }

  private static String port(MatchResult match) {
    return match.group(2) != null ? match.group(2) : match.group(4);
  }

  private static Cause cause(History history, String host, String port) {
    var name = host.contains(".") ? host.substring(0, host.indexOf('.')) : host;
    var service = history.objects().get(new ObjectName("Service", name));
    var at = host + ":" + port + "  ";
    if (service == null) {
      return new Cause(
          at + "does not resolve: there is no Service " + name + " in the namespace",
          "create the Service, or let the scenario: When dependency \""
              + name
              + "\" on port "
              + port
              + " accepts connections");
    }
    var spec = map(service.get("spec"));
    var address = "resolves to " + Objects.requireNonNullElse(spec.get("clusterIP"), "an address");
    if (!offers(spec, port)) {
      return new Cause(
          at + address + ", and the Service offers no port " + port,
          "give the Service " + name + " the port " + port);
    }
    return endpoints(history, name) == 0
        ? new Cause(
            at + address + ", has no ready endpoints (no ready pod matches " + selector(spec) + ")",
            "start a pod labelled "
                + selector(spec)
                + ", or let the scenario: When dependency \""
                + name
                + "\" on port "
                + port
                + " accepts connections")
        : new Cause(
            at
                + address
                + ", has "
                + endpoints(history, name)
                + " ready endpoint(s): connections are refused or not answered there",
            "let something listen on port "
                + port
                + ": When dependency \""
                + name
                + "\" on port "
                + port
                + " accepts connections");
  }

  private static boolean offers(Map<?, ?> spec, String port) {
    return list(spec.get("ports"))
        .map(Dependencies::map)
        .anyMatch(p -> port.equals(String.valueOf(p.get("port"))));
  }

  private static long endpoints(History history, String service) {
    return history.objects().entrySet().stream()
        .filter(entry -> entry.getKey().kind().equals("EndpointSlice"))
        .map(Map.Entry::getValue)
        .filter(
            slice ->
                service.equals(
                    map(map(slice.get("metadata")).get("labels"))
                        .get("kubernetes.io/service-name")))
        .flatMap(slice -> list(slice.get("endpoints")))
        .filter(endpoint -> Objects.equals(map(map(endpoint).get("conditions")).get("ready"), true))
        .count();
  }

  private static String selector(Map<?, ?> spec) {
    var selector = map(spec.get("selector"));
    return selector.isEmpty()
        ? "its empty selector"
        : selector.entrySet().stream()
            .map(entry -> entry.getKey() + "=" + entry.getValue())
            .collect(Collectors.joining(","));
  }

  private static Map<?, ?> map(@org.jspecify.annotations.Nullable Object value) {
    return value instanceof Map<?, ?> map ? map : Map.of();
  }

  private static Stream<?> list(@org.jspecify.annotations.Nullable Object value) {
    return value instanceof List<?> list ? list.stream() : Stream.of();
  }
}
