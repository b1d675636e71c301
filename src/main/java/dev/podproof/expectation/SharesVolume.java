package dev.podproof.expectation;

import dev.podproof.lifecycle.ContainerSnapshot;
import dev.podproof.lifecycle.History;
import java.util.Optional;
import java.util.Set;

/** Two containers of one pod mount the same volume, says the pod's spec as the API keeps it. */
public record SharesVolume(ContainerRef first, ContainerRef second, String volume)
    implements Expectation {
  @Override
  public Verdict evaluate(History history, AsOf asOf) {
    if (!(first.pod().in(history) instanceof PodRef.Found.One one)) {
      return new Verdict.Violated(first.pod().inWords() + " was not there");
    }
    var latest = history.latest(one.pod()).orElseThrow();
    for (var name : java.util.List.of(first.name(), second.name())) {
      var mounted =
          latest
              .container(name)
              .map(ContainerSnapshot::declared)
              .map(d -> d.volumes())
              .orElse(Set.of());
      if (!mounted.contains(volume)) {
        return new Verdict.Violated(
            "container "
                + name
                + " does not mount volume "
                + volume
                + (mounted.isEmpty()
                    ? "; it mounts none"
                    : "; it mounts " + String.join(", ", mounted.stream().sorted().toList())));
      }
    }
    return new Verdict.Satisfied("both mount " + volume + " (API)");
  }

  @Override
  public String inWords() {
    return "containers " + first.name() + " and " + second.name() + " share volume " + volume;
  }

  @Override
  public Optional<PodRef> pod() {
    return Optional.of(second.pod());
  }
}
