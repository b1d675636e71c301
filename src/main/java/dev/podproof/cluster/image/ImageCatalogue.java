package dev.podproof.cluster.image;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The images that lie ready on this machine, by the public names they stand for. Immutable.
 *
 * <p>A folder of archives with {@code stand-ins.json}: a list of objects with archive, image (its
 * tag in the archive), repositories (whose every tag it stands for) and is (what it is, in words).
 */
public final class ImageCatalogue {
  private static final String BASE = "docker.io/library/busybox";

  private final Map<String, Entry> byRepository;
  private final Optional<ArchivedImage> base;

  private ImageCatalogue(Map<String, Entry> byRepository, Optional<ArchivedImage> base) {
    this.byRepository = Map.copyOf(byRepository);
    this.base = base;
  }

  private static ImageCatalogue of(Map<String, Entry> byRepository) {
    return new ImageCatalogue(
        byRepository, Optional.ofNullable(byRepository.get(BASE)).map(Entry::image));
  }

  /** An image and what it is, in words. */
  record Entry(ArchivedImage image, String is) {}

  /** A catalogue of nothing. */
  public static ImageCatalogue empty() {
    return of(Map.of());
  }

  /**
   * The catalogue of a folder; empty where the folder has no list.
   *
   * @throws UncheckedIOException with a message for the user if list or archives cannot be read
   */
  public static ImageCatalogue read(Path folder) {
    var list = folder.resolve("stand-ins.json");
    if (!Files.exists(list)) {
      return empty();
    }
    try {
      var archives = new HashMap<String, List<ArchivedImage>>();
      var entries = new HashMap<String, Entry>();
      for (var item : ArchivedImage.JSON.readTree(list.toFile())) {
        var archive = item.path("archive").asText();
        if (!archives.containsKey(archive)) {
          archives.put(archive, ArchivedImage.readAll(folder.resolve(archive)));
        }
        var image = tagged(archives.get(archive), item, list);
        item.path("repositories")
            .forEach(
                name -> entries.put(name.asText(), new Entry(image, item.path("is").asText())));
      }
      return of(entries);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(
          list
              + " is not JSON ("
              + e.getOriginalMessage()
              + "); build it anew with node-image/build",
          e);
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }

  private static ArchivedImage tagged(List<ArchivedImage> images, JsonNode item, Path list)
      throws IOException {
    var tag = item.path("image").asText();
    return images.stream()
        .filter(image -> image.tags().contains(tag))
        .findFirst()
        .orElseThrow(
            () ->
                new IOException(
                    list
                        + " names the image "
                        + tag
                        + ", which "
                        + item.path("archive").asText()
                        + " does not hold; build them anew with node-image/build"));
  }

  /** This catalogue and the images of an archive, under the names they have there. */
  public ImageCatalogue plus(Path archive) {
    var entries = new HashMap<>(byRepository);
    try {
      for (var image : ArchivedImage.readAll(archive)) {
        image
            .tags()
            .forEach(
                tag ->
                    entries.put(
                        ImageName.parse(tag).repository(),
                        new Entry(image, tag + " of " + archive.getFileName())));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
    return of(entries);
  }

  /**
   * This catalogue without any public name: the real images are in reach, and only stand-ins serve.
   */
  public ImageCatalogue withoutPublicNames() {
    return new ImageCatalogue(Map.of(), base);
  }

  /** Whether stand-ins can be made. */
  public boolean hasBase() {
    return base.isPresent();
  }

  /**
   * This catalogue, its stand-ins made from the image of an archive.
   *
   * @throws UncheckedIOException with a message for the user if the archive cannot be read
   */
  public ImageCatalogue withBase(Path archive) {
    try {
      return new ImageCatalogue(byRepository, ArchivedImage.readAll(archive).stream().findFirst());
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }

  /** The image that stand-ins are made from; empty where there is none. */
  Optional<ArchivedImage> base() {
    return base;
  }

  Optional<Entry> find(String repository) {
    return Optional.ofNullable(byRepository.get(repository));
  }

  /** The repositories that it has images for, in order. */
  public List<String> repositories() {
    return new ArrayList<>(byRepository.keySet()).stream().sorted().toList();
  }
}
