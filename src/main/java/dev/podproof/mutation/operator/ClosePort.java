package dev.podproof.mutation.operator;

import dev.podproof.lint.workload.PodContainer;
import dev.podproof.lint.workload.YamlValue;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Removes a port of a container or of a Service. */
record ClosePort() implements Operator {
  private static final String FIELD = "ports";
  private static final String INFORMATIONAL =
      "a port without a name and without a host's port is information only: what listens there is"
          + " reached all the same (Kubernetes API reference: Container, ports)";

  @Override
  public String name() {
    return "close-port";
  }

  @Override
  public String does() {
    return "removes a port of a container or a Service";
  }

  @Override
  public Stream<Mutation> in(Subject subject) {
    return Stream.concat(
        subject.containers().flatMap(container -> ofContainer(subject, container)),
        subject.object().at("kind").text().equals("Service") ? ofService(subject) : Stream.empty());
  }

  private static Stream<Mutation> ofContainer(Subject subject, PodContainer container) {
    var ports = container.value().at(FIELD).items();
    return IntStream.range(0, ports.size())
        .mapToObj(
            item -> {
              var port = ports.get(item);
              var number = port.at("containerPort").text();
              return new Mutation(
                  port,
                  "removes port " + number + " of " + container.inWords(),
                  subject.edits().withoutItem(container.value(), FIELD, item),
                  List.of(
                      "Then GET \"/\" on port "
                          + number
                          + " of "
                          + subject.pod()
                          + " answers \"TEXT\""),
                  isInformation(port) ? INFORMATIONAL : "");
            });
  }

  private static boolean isInformation(YamlValue port) {
    return !port.at("name").present() && !port.at("hostPort").present();
  }

  private static Stream<Mutation> ofService(Subject subject) {
    var spec = subject.object().at("spec");
    var name = subject.object().at("metadata", "name").text();
    var ports = spec.at(FIELD).items();
    return IntStream.range(0, ports.size())
        .mapToObj(
            item ->
                new Mutation(
                    ports.get(item),
                    "removes port " + ports.get(item).at("port").text() + " of Service " + name,
                    subject.edits().withoutItem(spec, FIELD, item),
                    "Then GET \"http://"
                        + name
                        + ":"
                        + ports.get(item).at("port").text()
                        + "/\" from container \"CONTAINER\" answers \"TEXT\""));
  }
}
