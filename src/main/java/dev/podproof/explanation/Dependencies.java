package dev.podproof.explanation;

import dev.podproof.lifecycle.ContainerRole;
import dev.podproof.lifecycle.ContainerSnapshot;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a waiting container seems to wait for, read from its command, and how that stands. */
final class Dependencies {
  /** "nc -z my-database 5432", or "my-database:5432" as in a URL. */
  private static final Pattern NAME_AND_PORT =
      Pattern.compile(
          "nc\\s+(?:-\\w+\\s+(?:\\d+\\s+)?)*([a-z][a-z0-9.-]*)\\s+(\\d{2,5})|([a-z][a-z0-9-]*[a-z0-9](?:\\.[a-z0-9.-]+)?):(\\d{2,5})");

  /** "nslookup my-database", "getent hosts my-database". */
  private static final Pattern NAME_ALONE =
      Pattern.compile("(?:nslookup|getent hosts)\\s+([a-z][a-z0-9.-]*)");

  private static final Pattern REFUSED = Pattern.compile("(?i)connection refused");
  private static final Pattern HANGS = Pattern.compile("(?i)timed? ?out");

  private final Facts facts;
  private final ContainerSnapshot container;

  private Dependencies(Facts facts, ContainerSnapshot container) {
    this.facts = facts;
    this.container = container;
  }

  static List<Cause> of(Facts facts, ContainerSnapshot container) {
    var dependencies = new Dependencies(facts, container);
    var command = String.join(" ", container.declared().words());
    return Stream.concat(
            NAME_AND_PORT
                .matcher(command)
                .results()
                .flatMap(match -> dependencies.at(host(match), port(match))),
            NAME_ALONE
                .matcher(command)
                .results()
                .map(match -> match.group(1))
                .filter(dependencies::isOfTheNamespace)
                .flatMap(dependencies::name))
        .distinct()
        .toList();
  }

  private static String host(MatchResult match) {
    return match.group(1) != null ? match.group(1) : match.group(3);
  }

  private static String port(MatchResult match) {
    return match.group(2) != null ? match.group(2) : match.group(4);
  }

  private static String first(String host) {
    return host.contains(".") ? host.substring(0, host.indexOf('.')) : host;
  }

  private Stream<Cause> name(String host) {
    return facts.content("Service", first(host)).isEmpty()
        ? Stream.of(
            new Cause(
                absent(host, host), "create the Service " + first(host) + ", or mend the name"))
        : Stream.empty();
  }

  private String absent(String at, String host) {
    var others =
        facts
            .all("Service")
            .map(one -> Json.text(one, "metadata", "name"))
            .sorted()
            .limit(3)
            .toList();
    return at
        + "  does not resolve: there is no Service "
        + first(host)
        + " in the namespace"
        + (others.isEmpty() ? "" : " (there is " + String.join(", ", others) + ")");
  }

  private Stream<Cause> at(String host, String port) {
    var at = host + ":" + port;
    if (host.equals("localhost")) {
      return container.role() == ContainerRole.INIT
          ? Stream.of(
              new Cause(
                  at + "  is the pod itself, whose app starts only after " + container.name(),
                  "wait for it in the app's own command, or make who listens there a sidecar before "
                      + container.name()))
          : Stream.empty();
    }
    return Stream.of(
        isOfTheNamespace(host)
            ? port(host, port)
            : new Cause(
                at + "  lies outside the namespace: nothing is recorded of it",
                "ask from the pod: " + asking(host, port)));
  }

  // A name with more than one label says its namespace (Kubernetes: DNS for Services and Pods).
  private boolean isOfTheNamespace(String host) {
    return !host.contains(".")
        || host.split("\\.")[1].equals(Json.text(facts.content(), "metadata", "namespace"));
  }

  private String asking(String host, String port) {
    return "kubectl exec "
        + facts.pod().pod().name()
        + " -c "
        + container.name()
        + " -- nc -v -w 2 "
        + host
        + " "
        + port;
  }

  private Cause port(String host, String port) {
    var name = first(host);
    var at = host + ":" + port;
    var service = facts.content("Service", name);
    var switchOn =
        "let the scenario: When dependency \""
            + name
            + "\" on port "
            + port
            + " accepts connections";
    if (service.isEmpty()) {
      return new Cause(absent(at, host), "create the Service", ", or " + switchOn);
    }
    var spec = Json.map(service.get("spec"));
    var address = Objects.requireNonNullElse(spec.get("clusterIP"), "an address");
    var isHeadless = address.equals("None");
    var resolves = at + (isHeadless ? "  is headless" : "  resolves to " + address);
    // The name of a headless Service leads to the pods themselves, past its ports.
    if (!isHeadless && !offers(spec, port)) {
      return new Cause(
          resolves + ", and the Service offers no port " + port + " (it has " + ports(spec) + ")",
          "give the Service " + name + " the port " + port);
    }
    var ready = endpoints(name);
    var selector = Json.map(spec.get("selector"));
    if (ready == 0 && selector.isEmpty()) {
      return new Cause(
          resolves + ", has no ready endpoints (it has no selector)",
          "give the Service " + name + " a selector, or an EndpointSlice",
          ", or " + switchOn);
    }
    if (ready == 0) {
      return new Cause(
          resolves
              + ", has no ready endpoints (no ready pod matches "
              + pairs(selector)
              + nearly(spec)
              + ")",
          "start a pod labelled " + pairs(selector),
          ", or " + switchOn);
    }
    var absentPort = TargetPorts.absent(facts, spec, port);
    if (absentPort.isPresent()) {
      return new Cause(
          at + "  leads nowhere: " + absentPort.get(),
          "give a container of the pod a port of that name, or mend targetPort of Service " + name);
    }
    return answered(
        resolves + ", has " + ready + " ready endpoint" + (ready == 1 ? "" : "s"),
        port,
        switchOn,
        host);
  }

  private Cause answered(String resolves, String port, String switchOn, String host) {
    var said = facts.lastLine(container);
    var opened = Opened.inWords(facts, container, first(host) + ":" + port);
    if (opened.isPresent()) {
      return new Cause(
          resolves
              + ": it "
              + opened.get()
              + ", and "
              + container.name()
              + " goes on waiting all the same",
          "see what else "
              + container.name()
              + " waits for: its command is "
              + facts.command(container));
    }
    if (REFUSED.matcher(said).find()) {
      return new Cause(
          resolves + ": the connection is refused, nothing listens on port " + port + " there",
          "let something listen on port " + port,
          ": " + switchOn);
    }
    if (HANGS.matcher(said).find()) {
      return new Cause(
          resolves
              + ": the connection hangs, neither accepted nor refused (a NetworkPolicy, a full backlog)",
          "see the NetworkPolicies and whether the process accepts",
          "; or " + switchOn);
    }
    return new Cause(
        resolves + ": connections are refused or hang there",
        "to tell which: " + asking(host, port),
        "; or " + switchOn);
  }

  /** Whether a line tells of a connection that nobody accepted. */
  static boolean tellsClosed(String line) {
    return REFUSED.matcher(line).find() || HANGS.matcher(line).find();
  }

  private static boolean offers(Map<?, ?> spec, String port) {
    return Json.list(spec, "ports").anyMatch(p -> port.equals(Json.text(p, "port")));
  }

  private static String ports(Map<?, ?> spec) {
    return Json.list(spec, "ports")
        .map(p -> Json.text(p, "port"))
        .collect(Collectors.joining(", "));
  }

  private long endpoints(String service) {
    return facts
        .all("EndpointSlice")
        .filter(
            slice ->
                service.equals(
                    Json.map(Json.at(slice, "metadata", "labels"))
                        .get("kubernetes.io/service-name")))
        .flatMap(slice -> Json.list(slice, "endpoints"))
        .filter(endpoint -> Objects.equals(Json.at(endpoint, "conditions", "ready"), true))
        .count();
  }

  // A pod that matches without being ready, or has the same keys with other values.
  private String nearly(Map<?, ?> spec) {
    var selector = Json.map(spec.get("selector"));
    var near =
        facts
            .all("Pod")
            .map(pod -> nearly(pod, selector))
            .filter(words -> !words.isEmpty())
            .sorted()
            .limit(2)
            .collect(Collectors.joining("; "));
    return near.isEmpty() ? "" : "; " + near;
  }

  private static String nearly(Map<String, Object> pod, Map<?, ?> selector) {
    var labels = Json.map(Json.at(pod, "metadata", "labels"));
    var name = Json.text(pod, "metadata", "name");
    if (selector.isEmpty() || !labels.keySet().containsAll(selector.keySet())) {
      return "";
    }
    var differing =
        selector.entrySet().stream()
            .filter(entry -> !Objects.equals(labels.get(entry.getKey()), entry.getValue()))
            .map(entry -> entry.getKey() + "=" + labels.get(entry.getKey()))
            .collect(Collectors.joining(","));
    return differing.isEmpty()
        ? "pod " + name + " does, and is not ready"
        : "pod " + name + " has " + differing;
  }

  /** The pairs as in a selector, such as "app=web,tier=front". */
  static String pairs(@Nullable Map<?, ?> pairs) {
    return pairs == null || pairs.isEmpty()
        ? "its empty selector"
        : pairs.entrySet().stream()
            .map(entry -> entry.getKey() + "=" + entry.getValue())
            .collect(Collectors.joining(","));
  }
}
