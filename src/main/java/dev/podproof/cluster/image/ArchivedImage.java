package dev.podproof.cluster.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarFile;
import org.jspecify.annotations.Nullable;

/**
 * One image of an archive in the format of {@code docker save}: its configuration and its layers.
 *
 * @param tags the names it has in the archive
 */
record ArchivedImage(List<String> tags, ObjectNode config, List<Blob.Archived> layers) {
  static final JsonMapper JSON = new JsonMapper();

  /**
   * The images of an archive.
   *
   * @throws IOException with a message for the user if the file is no such archive
   */
  static List<ArchivedImage> readAll(Path archive) throws IOException {
    try (var tar = open(archive)) {
      var entries = new HashMap<String, TarArchiveEntry>();
      tar.getEntries().forEach(entry -> entries.put(entry.getName(), entry));
      var index = entries.get("manifest.json");
      if (index == null) {
        throw unreadable("no manifest.json in", archive, null);
      }
      var images = new ArrayList<ArchivedImage>();
      for (var image : read(tar, index)) {
        images.add(image(archive, tar, entries, image));
      }
      return images;
    } catch (NoSuchFileException e) {
      throw new IOException("there is no image archive " + archive, e);
    }
  }

  private static TarFile open(Path archive) throws IOException {
    var bytes = Files.newByteChannel(archive);
    try {
      return new TarFile(bytes);
    } catch (IOException e) {
      bytes.close();
      throw unreadable("no tar file is", archive, e);
    }
  }

  private static IOException unreadable(String why, Path archive, @Nullable IOException cause) {
    return new IOException(
        why
            + " "
            + archive
            + "; expected an archive as \"docker save\" writes it. Make one with: docker save IMAGE -o "
            + archive.getFileName(),
        cause);
  }

  private static ArchivedImage image(
      Path archive, TarFile tar, Map<String, TarArchiveEntry> entries, JsonNode image)
      throws IOException {
    var layers = new ArrayList<Blob.Archived>();
    for (var layer : image.path("Layers")) {
      var entry = entry(archive, entries, layer.asText());
      layers.add(new Blob.Archived(archive, entry.getName(), entry.getSize()));
    }
    var tags = new ArrayList<String>();
    image.path("RepoTags").forEach(tag -> tags.add(tag.asText()));
    var config = (ObjectNode) read(tar, entry(archive, entries, image.path("Config").asText()));
    return new ArchivedImage(List.copyOf(tags), config, List.copyOf(layers));
  }

  // An archive may hold a layer once and link to it from elsewhere.
  private static TarArchiveEntry entry(
      Path archive, Map<String, TarArchiveEntry> entries, String name) throws IOException {
    var entry = entries.get(name);
    while (entry != null && entry.isSymbolicLink()) {
      var target = Path.of(name).resolveSibling(entry.getLinkName()).normalize();
      name = target.toString();
      entry = entries.get(name);
    }
    if (entry == null) {
      throw new IOException(archive + " names " + name + " but does not hold it; it is incomplete");
    }
    return entry;
  }

  private static JsonNode read(TarFile tar, TarArchiveEntry entry) throws IOException {
    try (var stream = tar.getInputStream(entry)) {
      return JSON.readTree(stream);
    }
  }

  /**
   * The digest under which a layer is served. An archive holds layers as plain tar files, whose
   * digests the configuration lists (OCI image specification, rootfs.diff_ids).
   */
  String digestOf(int layer) throws IOException {
    return isGzip(layers.get(layer))
        ? digest(layers.get(layer))
        : config.path("rootfs").path("diff_ids").path(layer).asText();
  }

  String mediaTypeOf(int layer) throws IOException {
    return isGzip(layers.get(layer))
        ? "application/vnd.docker.image.rootfs.diff.tar.gzip"
        : "application/vnd.docker.image.rootfs.diff.tar";
  }

  private static boolean isGzip(Blob layer) throws IOException {
    try (var stream = layer.open()) {
      return stream.read() == 0x1f && stream.read() == 0x8b;
    }
  }

  static String digest(Blob blob) throws IOException {
    try (InputStream stream = blob.open()) {
      var sha = MessageDigest.getInstance("SHA-256");
      var buffer = new byte[64 * 1024];
      for (var read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
        sha.update(buffer, 0, read);
      }
      return "sha256:" + HexFormat.of().formatHex(sha.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
