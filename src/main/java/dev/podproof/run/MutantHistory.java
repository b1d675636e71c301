package dev.podproof.run;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.podproof.mutation.Mutant;
import dev.podproof.mutation.Original;
import dev.podproof.report.ScenarioResult.Place;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What became of mutants in earlier runs: a file in the user's cache, by everything that decides
 * it. It may be deleted at any time; where it cannot be read or written, nothing is known.
 * Thread-safe.
 */
final class MutantHistory {
  private static final Logger log = LoggerFactory.getLogger(MutantHistory.class);
  private static final JsonMapper JSON = new JsonMapper();
  private static final TypeReference<TreeMap<String, Entry>> ENTRIES = new TypeReference<>() {};

  private final Path file;
  private final MutationPlan plan;
  private final Circumstances circumstances;
  private final Map<String, Entry> entries;
  private final Map<Mutant, String> keys = new HashMap<>();

  /** What became of one; took and unchanged in milliseconds. */
  record Entry(Fate fate, String because, long took, long unchanged, List<Suggestion> wouldCatch) {
    Entry {
      wouldCatch = List.copyOf(wouldCatch);
    }
  }

  /**
   * The history in this cache.
   *
   * @param circumstances what decides beside features and manifests
   */
  MutantHistory(Path cache, MutationPlan plan, Circumstances circumstances) {
    this.file = cache.resolve("mutants.json");
    this.plan = plan;
    this.circumstances = circumstances;
    this.entries = read();
    // Now, since files may be edited while the mutants run.
    plan.mutants().forEach(mutant -> keys.put(mutant, key(mutant)));
  }

  /** What became of a mutant when nothing that decides it was different. */
  Optional<MutantResult> known(Mutant mutant) {
    return Optional.ofNullable(keys.get(mutant))
        .flatMap(key -> Optional.ofNullable(entries.get(key)))
        .map(
            entry ->
                new MutantResult(
                    mutant,
                    entry.fate(),
                    entry.because(),
                    Duration.ofMillis(entry.took()),
                    Duration.ofMillis(entry.unchanged()),
                    true,
                    entry.wouldCatch()));
  }

  /** Keeps what was decided, beside what other runs have kept since. */
  synchronized void keep(MutantResult one) {
    if (one.known() || one.fate() == Fate.UNDECIDED || one.fate() == Fate.LOST) {
      return;
    }
    var all = read();
    all.put(
        Objects.requireNonNull(keys.get(one.mutant())),
        new Entry(
            one.fate(),
            one.because(),
            one.took().toMillis(),
            one.unchanged().toMillis(),
            one.wouldCatch()));
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      var written = Files.createTempFile(file.toAbsolutePath().getParent(), "mutants", ".part");
      Files.write(written, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(all));
      Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      log.debug("what became of mutants is not kept: {}", e.toString());
    }
  }

  // Whole features and every manifest of a scenario: a step or an object beside it may decide it.
  private String key(Mutant mutant) {
    var parts = new ArrayList<String>();
    parts.add(circumstances.inWords());
    parts.add(mutant.original().file() + ":" + mutant.original().before());
    parts.add(mutant.text());
    var scenarios = plan.scenarios(mutant);
    parts.add(scenarios.stream().map(Place::inWords).collect(Collectors.joining(" ")));
    scenarios.stream().map(Place::file).distinct().map(MutantHistory::text).forEach(parts::add);
    plan.manifests().besides(mutant.original()).stream().map(Original::text).forEach(parts::add);
    return sha256(String.join("\0", parts));
  }

  private static String sha256(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static String text(String feature) {
    try {
      return Files.readString(Path.of(feature), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Map<String, Entry> read() {
    try {
      return Files.exists(file) ? JSON.readValue(file.toFile(), ENTRIES) : new TreeMap<>();
    } catch (IOException e) {
      log.debug("what became of mutants is not known: {}", e.toString());
      return new TreeMap<>();
    }
  }
}
