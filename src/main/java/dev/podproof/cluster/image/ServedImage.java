package dev.podproof.cluster.image;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** An image as a registry hands it out: its manifest and every blob by digest. */
record ServedImage(String digest, Blob.Held manifest, Map<String, Blob> blobs) {
  static final String MEDIA_TYPE = "application/vnd.docker.distribution.manifest.v2+json";

  /** The image as it lies in its archive. */
  static ServedImage of(ArchivedImage image) throws IOException {
    return of(image, image.config());
  }

  /** The layers of a base, started with a script. */
  static ServedImage of(ArchivedImage base, Behaviour behaviour) throws IOException {
    var config = base.config().deepCopy();
    var run = config.withObjectProperty("config");
    run.putArray("Entrypoint").add("sh").add("-c").add(behaviour.script());
    run.putArray("Cmd");
    return of(base, config);
  }

  private static ServedImage of(ArchivedImage image, ObjectNode config) throws IOException {
    var blobs = new LinkedHashMap<String, Blob>();
    var manifest = ArchivedImage.JSON.createObjectNode();
    manifest.put("schemaVersion", 2).put("mediaType", MEDIA_TYPE);
    var held = new Blob.Held(ArchivedImage.JSON.writeValueAsString(config));
    describe(
        manifest.putObject("config"),
        "application/vnd.docker.container.image.v1+json",
        held,
        ArchivedImage.digest(held),
        blobs);
    var layers = manifest.putArray("layers");
    for (var i = 0; i < image.layers().size(); i++) {
      describe(
          layers.addObject(),
          image.mediaTypeOf(i),
          image.layers().get(i),
          image.digestOf(i),
          blobs);
    }
    var text = new Blob.Held(ArchivedImage.JSON.writeValueAsString(manifest));
    return new ServedImage(ArchivedImage.digest(text), text, blobs);
  }

  private static void describe(
      ObjectNode into, String mediaType, Blob blob, String digest, Map<String, Blob> blobs) {
    into.put("mediaType", mediaType).put("size", blob.size()).put("digest", digest);
    blobs.put(digest, blob);
  }
}
