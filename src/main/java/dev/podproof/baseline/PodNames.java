package dev.podproof.baseline;

import dev.podproof.lifecycle.History;
import dev.podproof.lifecycle.NamedAfter;
import dev.podproof.lifecycle.PodIdentity;
import dev.podproof.lifecycle.PodSnapshot;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Names that are the same in every run: what the cluster makes up stands as a star. Of several pods
 * that are called alike the later ones are numbered, as they appeared.
 */
final class PodNames {
  /** Long enough that nobody chooses it: hashes, IDs, minutes since 1970. */
  private static final Pattern MADE_UP =
      Pattern.compile(
          "\\b(?:[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|[0-9a-f]{64})\\b"
              + "|\\b\\d{1,3}(?:\\.\\d{1,3}){3}\\b"
              + "|\\bpodproof-[a-z0-9]{6,}-\\d+\\b");

  private final Map<PodIdentity, String> names = new LinkedHashMap<>();

  PodNames(History history) {
    for (var pod : history.pods()) {
      var name = history.latest(pod).map(PodNames::lasting).orElse(pod.name());
      var number =
          names.values().stream()
              .filter(one -> one.equals(name) || one.startsWith(name + " #"))
              .count();
      names.put(pod, number == 0 ? name : name + " #" + (number + 1));
    }
  }

  String of(PodIdentity pod) {
    return names.getOrDefault(pod, pod.name());
  }

  /** Words without what the cluster made up. */
  String in(String words) {
    var lasting = words;
    for (var one : names.entrySet()) {
      if (one.getValue().startsWith(one.getKey().name())) {
        continue;
      }
      lasting =
          lasting.replaceAll(
              "(?<![\\w.-])" + Pattern.quote(one.getKey().name()) + "(?![\\w-])",
              java.util.regex.Matcher.quoteReplacement(one.getValue()));
    }
    return MADE_UP.matcher(lasting).replaceAll("*");
  }

  private static String lasting(PodSnapshot pod) {
    return NamedAfter.of(pod).map(owner -> owner.name() + "-*").orElse(pod.pod().name());
  }
}
