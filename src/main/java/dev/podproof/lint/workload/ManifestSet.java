package dev.podproof.lint.workload;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All objects that were read together: what one of them needs another may offer. */
public record ManifestSet(List<YamlValue> objects) {
  public ManifestSet {
    objects = List.copyOf(objects);
  }

  public List<Workload> workloads() {
    return objects.stream().map(Workload::of).flatMap(Optional::stream).toList();
  }

  /** The Service of a name. */
  public Optional<YamlValue> service(String name) {
    return services().filter(one -> one.at("metadata", "name").text().equals(name)).findFirst();
  }

  /** The workloads whose pods stand behind a Service. */
  public Stream<Workload> behind(YamlValue service) {
    return workloads().stream().filter(one -> one.isSelectedBy(service.at("spec", "selector")));
  }

  public Stream<YamlValue> services() {
    return objects.stream().filter(object -> object.at("kind").text().equals("Service"));
  }
}
