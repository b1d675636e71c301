package dev.podproof.explanation;

import java.util.List;
import java.util.regex.Pattern;

/** A volume that cannot be mounted (event FailedMount of the kubelet). */
final class VolumeMissing implements PodCause {
  private static final Pattern VOLUME =
      Pattern.compile("volume \"([^\"]+)\" : (.+)", Pattern.DOTALL);

  @Override
  public List<Cause> in(Facts facts) {
    return facts
        .lastEvent("FailedMount")
        .filter(event -> !facts.hasSandbox())
        .map(event -> List.of(cause(facts, event.message())))
        .orElse(List.of());
  }

  private static Cause cause(Facts facts, String message) {
    var named = VOLUME.matcher(message);
    if (!named.find()) {
      return new Cause(
          "pod " + facts.pod().pod().name() + "  " + facts.shortened(message, 120),
          "see the volumes of the pod");
    }
    var why = named.group(2);
    return new Cause(
        "volume " + named.group(1) + "  cannot be mounted: " + facts.shortened(why, 100),
        Missing.next(facts, why));
  }
}
