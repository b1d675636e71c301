package dev.podproof.cluster.image;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The images that lie ready on this machine, by the public names they stand for. Immutable.
 *
 * <p>A folder of archives with {@code stand-ins.json}: a list of objects with archive, image (its
 * tag in the archive), repositories (whose every tag it stands for) and is (what it is, in words).
 */
public final class ImageCatalogue {
  private static final String BASE = "docker.io/library/busybox";

  private final Map<String, Entry> byRepository;
  private final Map<ImageName, Entry> byName;
  private final Optional<ArchivedImage> base;

  private ImageCatalogue(
      Map<String, Entry> byRepository, Map<ImageName, Entry> byName, Optional<ArchivedImage> base) {
    this.byRepository = Map.copyOf(byRepository);
    this.byName = Map.copyOf(byName);
    this.base = base;
  }

  /** An image and what it is, in words. */
  record Entry(ArchivedImage image, String is) {}

  /** A catalogue of nothing. */
  public static ImageCatalogue empty() {
    return new ImageCatalogue(Map.of(), Map.of(), Optional.empty());
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
      return new ImageCatalogue(
          entries, Map.of(), Optional.ofNullable(entries.get(BASE)).map(Entry::image));
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

  /**
   * This catalogue and the images of an archive, under the names and tags that they have there.
   *
   * @throws UncheckedIOException with a message for the user if the archive cannot be read, or no
   *     image in it has a name
   */
  public ImageCatalogue plus(Path archive) {
    var entries = new HashMap<>(byName);
    try {
      for (var image : ArchivedImage.readAll(archive)) {
        for (var tag : image.tags()) {
          entries.put(ImageName.parse(tag), new Entry(image, tag + " of " + archive.getFileName()));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
    if (entries.size() == byName.size()) {
      var words =
          "no image in "
              + archive
              + " has a name; save it by its name: docker save NAME:TAG -o "
              + archive.getFileName();
      throw new UncheckedIOException(words, new IOException(words));
    }
    return new ImageCatalogue(byRepository, entries, base);
  }

  /** This catalogue, and what another one has by name. */
  public ImageCatalogue withNamesOf(ImageCatalogue other) {
    return new ImageCatalogue(byRepository, other.byName, base);
  }

  /**
   * This catalogue without any public name: the real images are in reach, and only stand-ins serve.
   */
  public ImageCatalogue withoutPublicNames() {
    return new ImageCatalogue(Map.of(), byName, base);
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
      return new ImageCatalogue(
          byRepository, byName, ArchivedImage.readAll(archive).stream().findFirst());
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }

  /** The image that stand-ins are made from; empty where there is none. */
  Optional<ArchivedImage> base() {
    return base;
  }

  /**
   * By every name in order, and what is behind it: two catalogues of which this is the same serve
   * the same. An image's configuration lists the digests of its layers (OCI image specification,
   * rootfs.diff_ids).
   */
  public Map<String, String> contents() {
    var contents = new TreeMap<String, String>();
    byRepository.forEach((name, entry) -> contents.put(name, entry.image().config().toString()));
    byName.forEach(
        (name, entry) -> contents.put(name.inWords(), entry.image().config().toString()));
    base.ifPresent(image -> contents.put("", image.config().toString()));
    return contents;
  }

  /** Whether it has an image for a name as it stands in a manifest. */
  public boolean has(String image) {
    return find(ImageName.parse(image)).isPresent();
  }

  /** By name and tag first, then as one that stands for every tag of its repository. */
  Optional<Entry> find(ImageName name) {
    return Optional.ofNullable(byName.get(name))
        .or(() -> Optional.ofNullable(byRepository.get(name.repository())));
  }

  /** What it has images for, repositories and names, in order. */
  List<String> names() {
    return Stream.concat(
            byRepository.keySet().stream(), byName.keySet().stream().map(ImageName::inWords))
        .sorted()
        .toList();
  }
}
