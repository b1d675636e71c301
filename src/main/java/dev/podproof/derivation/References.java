package dev.podproof.derivation;

import dev.podproof.lint.workload.ManifestSet;
import dev.podproof.lint.workload.PodContainer;
import dev.podproof.lint.workload.Workload;
import dev.podproof.lint.workload.YamlValue;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The objects of a set without which the pod of a workload does not run as it is meant to. */
record References(Workload workload, ManifestSet all) {
  Stream<YamlValue> objects() {
    return Stream.of(
            services().flatMap(one -> Stream.concat(Stream.of(one), behind(one))),
            Configuration.of(workload).flatMap(one -> named(one.kind(), one.name())),
            named("PriorityClass", workload.podSpec().at("priorityClassName").text()))
        .flatMap(found -> found);
  }

  // Whose name its containers are told, in whichever way.
  private Stream<YamlValue> services() {
    return all.services()
        .filter(
            one -> {
              var name = Pattern.quote(one.at("metadata", "name").text());
              var word = Pattern.compile("(?<![\\w.-])" + name + "(?![\\w-])");
              return workload.containers().stream()
                  .map(PodContainer::told)
                  .anyMatch(told -> word.matcher(told).find());
            });
  }

  private Stream<YamlValue> behind(YamlValue service) {
    return all.behind(service).map(Workload::object);
  }

  private Stream<YamlValue> named(String kind, String name) {
    return all.objects().stream()
        .filter(object -> object.at("kind").text().equals(kind))
        .filter(object -> object.at("metadata", "name").text().equals(name));
  }
}
