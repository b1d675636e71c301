package dev.podproof.run;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.podproof.report.Outcome;
import dev.podproof.report.ScenarioResult;
import dev.podproof.report.ScenarioResult.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How many seconds each scenario took the last time: a file in the user's cache, by feature file
 * and name of the scenario. It may be deleted at any time; where it cannot be read or written,
 * nothing is known.
 */
final class Durations {
  private static final Logger log = LoggerFactory.getLogger(Durations.class);
  private static final JsonMapper JSON = new JsonMapper();
  private static final TypeReference<TreeMap<String, Map<String, Double>>> SECONDS =
      new TypeReference<>() {};

  private final Path file;

  private Durations(Path file) {
    this.file = file;
  }

  /** Those in this cache. */
  static Durations in(Path cache) {
    return new Durations(cache.resolve("durations.json"));
  }

  /** A forecast for these scenarios. */
  Forecast forecast(List<Place> scenarios, int lanes) {
    var seconds = read();
    var known = new LinkedHashMap<Place, Duration>();
    for (var place : scenarios) {
      Optional.ofNullable(seconds.get(feature(place)))
          .flatMap(names -> Optional.ofNullable(names.get(place.scenario())))
          .ifPresent(took -> known.put(place, Duration.ofMillis(Math.round(took * 1000))));
    }
    return new Forecast(scenarios, known, lanes);
  }

  /** Keeps how long these took; features that are gone are forgotten. */
  void keep(List<ScenarioResult> scenarios) {
    var seconds = read();
    scenarios.stream()
        .filter(one -> one.outcome() != Outcome.SKIPPED)
        .forEach(
            one ->
                seconds
                    .computeIfAbsent(feature(one.place()), any -> new TreeMap<>())
                    .put(one.place().scenario(), one.took().toMillis() / 1000.0));
    seconds.keySet().removeIf(feature -> !Files.exists(Path.of(feature)));
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      var written = Files.createTempFile(file.toAbsolutePath().getParent(), "durations", ".part");
      Files.write(written, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(seconds));
      Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      log.debug("how long the scenarios took is not kept: {}", e.toString());
    }
  }

  private Map<String, Map<String, Double>> read() {
    try {
      return Files.exists(file) ? JSON.readValue(file.toFile(), SECONDS) : new TreeMap<>();
    } catch (IOException e) {
      log.debug("how long the scenarios took is not known: {}", e.toString());
      return new TreeMap<>();
    }
  }

  private static String feature(Place place) {
    return Path.of(place.file()).toAbsolutePath().normalize().toString();
  }
}
