package dev.podproof.cluster.image;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageRegistryTest {
  private static final String LAYER = "the bytes of a layer";
  private static final JsonMapper JSON = new JsonMapper();

  @TempDir Path folder;
  private final List<String> told = new ArrayList<>();
  private final HttpClient client = HttpClient.newHttpClient();
  private ImageRegistry registry;

  @BeforeEach
  void serve() throws IOException {
    archive("busybox.tar", "podproof/busybox:1");
    Files.writeString(
        folder.resolve("stand-ins.json"),
        """
        [{"archive": "busybox.tar", "image": "podproof/busybox:1",
          "repositories": ["docker.io/library/busybox"], "is": "busybox of this test"}]
        """);
    registry =
        ImageRegistry.serve(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            ImageCatalogue.read(folder),
            told::add);
  }

  @AfterEach
  void close() {
    registry.close();
  }

  @Test
  void an_image_is_served_under_its_public_name_with_digests_that_fit() throws Exception {
    var answer = get("/v2/library/busybox/manifests/latest?ns=docker.io");
    var manifest = JSON.readTree(answer.body());

    then(answer.statusCode()).isEqualTo(200);
    then(answer.headers().firstValue("Docker-Content-Digest"))
        .hasValue(ArchivedImage.digest(new Blob.Held(answer.body())));
    var layer = get("/v2/library/busybox/blobs/" + manifest.at("/layers/0/digest").asText());
    then(layer.body()).isEqualTo(LAYER);
    then(ArchivedImage.digest(new Blob.Held(LAYER)))
        .isEqualTo(manifest.at("/layers/0/digest").asText());
    then(told).containsExactly("busybox:latest is busybox of this test");
  }

  @Test
  void any_tag_and_the_digest_name_the_same_image() throws Exception {
    var byTag = get("/v2/library/busybox/manifests/1.36?ns=docker.io");
    var digest = byTag.headers().firstValue("Docker-Content-Digest").orElseThrow();

    then(get("/v2/library/busybox/manifests/" + digest + "?ns=docker.io").body())
        .isEqualTo(byTag.body());
  }

  @Test
  void a_stand_in_has_the_layers_of_busybox_and_a_command_of_its_own() throws Exception {
    registry.standIn(
        new StandIn(
            ImageName.parse("my-webapp:latest"), new Behaviour.ServesHttp(8080, List.of())));

    var manifest = JSON.readTree(get("/v2/library/my-webapp/manifests/latest?ns=docker.io").body());
    var config = config(manifest);

    then(config.at("/config/Entrypoint/2").asText()).contains("httpd -f -p 8080");
    then(manifest.at("/layers/0/digest").asText())
        .isEqualTo(ArchivedImage.digest(new Blob.Held(LAYER)));
    then(told).containsExactly("my-webapp:latest is a stand-in that serves HTTP on port 8080");
  }

  @Test
  void where_the_real_images_are_in_reach_only_stand_ins_are_served() throws Exception {
    try (var modest =
        ImageRegistry.serve(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            ImageCatalogue.read(folder).withoutPublicNames(),
            told::add)) {
      modest.standIn(
          new StandIn(
              ImageName.parse("my-webapp:latest"), new Behaviour.ServesHttp(8080, List.of())));
      var there = modest.endpoint() + "/v2/library/";

      then(status(there + "busybox/manifests/latest?ns=docker.io")).isEqualTo(404);
      then(status(there + "my-webapp/manifests/latest?ns=docker.io")).isEqualTo(200);
    }
  }

  private int status(String uri) throws Exception {
    var request = HttpRequest.newBuilder(URI.create(uri)).build();
    return client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
  }

  @Test
  void a_stand_in_that_is_declared_again_replaces_the_first() throws Exception {
    var name = ImageName.parse("my-webapp:latest");
    registry.standIn(new StandIn(name, new Behaviour.ServesHttp(8080, List.of())));
    var before = get("/v2/library/my-webapp/manifests/latest?ns=docker.io").body();

    registry.standIn(new StandIn(name, new Behaviour.Exits(3, Duration.ofSeconds(2))));

    then(get("/v2/library/my-webapp/manifests/latest?ns=docker.io").body()).isNotEqualTo(before);
  }

  @Test
  void a_name_that_is_not_here_is_refused_in_words() throws Exception {
    var answer = get("/v2/library/nowhere/manifests/1?ns=docker.io");

    then(answer.statusCode()).isEqualTo(404);
    then(answer.body())
        .isEqualTo(
            "{\"errors\":[{\"code\":\"MANIFEST_UNKNOWN\",\"message\":\"nowhere:1 is not served here; images: docker.io/library/busybox\"}]}");
    then(get("/v2/library/busybox/manifests/latest?ns=quay.io").statusCode()).isEqualTo(404);
  }

  @Test
  void it_can_only_be_read() throws Exception {
    var request = HttpRequest.newBuilder(uri("/v2/")).DELETE().build();

    then(client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode()).isEqualTo(405);
    then(get("/v2/").statusCode()).isEqualTo(200);
  }

  @Test
  void an_archive_serves_its_images_under_their_own_tags_alone() throws Exception {
    archive("mine.tar", "registry.test/team/app:2");
    try (var mine =
        ImageRegistry.serve(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            ImageCatalogue.empty().plus(folder.resolve("mine.tar")),
            told::add)) {
      var at = mine.endpoint() + "/v2/team/app/manifests/%s?ns=registry.test";
      then(get(URI.create(at.formatted("2"))).statusCode()).isEqualTo(200);
      then(get(URI.create(at.formatted("3"))).body())
          .isEqualTo(
              "{\"errors\":[{\"code\":\"MANIFEST_UNKNOWN\",\"message\":\"registry.test/team/app:3 is not served here; images: registry.test/team/app:2\"}]}");
    }
    then(told).containsExactly("registry.test/team/app:2 is registry.test/team/app:2 of mine.tar");
  }

  @Test
  void a_file_that_is_no_archive_is_refused_with_the_next_step() throws IOException {
    var file = folder.resolve("empty.tar");
    try (var tar = new TarArchiveOutputStream(Files.newOutputStream(file))) {
      tar.finish();
    }

    thenThrownBy(() -> ImageCatalogue.empty().plus(file))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage(
            "no manifest.json in "
                + file
                + "; expected an archive as \"docker save\" writes it. Make one with: docker save IMAGE -o empty.tar");
  }

  @Test
  void a_file_that_is_no_tar_file_is_refused_with_the_next_step() throws IOException {
    var file = Files.writeString(folder.resolve("pod.yaml"), "kind: Pod\n".repeat(100));

    thenThrownBy(() -> ImageCatalogue.empty().plus(file))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage(
            "no tar file is "
                + file
                + "; expected an archive as \"docker save\" writes it. Make one with: docker save IMAGE -o pod.yaml");
  }

  @Test
  void names_are_completed_as_docker_does() {
    then(ImageName.parse("busybox").repository()).isEqualTo("docker.io/library/busybox");
    then(ImageName.parse("alpine/git:2").repository()).isEqualTo("docker.io/alpine/git");
    then(ImageName.parse("quay.io/a/b@sha256:12").reference()).isEqualTo("sha256:12");
    then(ImageName.parse("localhost:5000/a:1").repository()).isEqualTo("localhost:5000/a");
    thenThrownBy(() -> ImageName.parse("My App"))
        .hasMessage(
            "\"My App\" is not the name of an image; expected one such as my-webapp:latest");
  }

  private JsonNode config(JsonNode manifest) throws Exception {
    return JSON.readTree(
        get("/v2/library/x/blobs/" + manifest.at("/config/digest").asText()).body());
  }

  private HttpResponse<String> get(String path) throws Exception {
    return get(uri(path));
  }

  private HttpResponse<String> get(URI uri) throws Exception {
    return client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
  }

  private URI uri(String path) {
    return URI.create(registry.endpoint() + path);
  }

  private void archive(String file, String tag) throws IOException {
    try (var tar = new TarArchiveOutputStream(Files.newOutputStream(folder.resolve(file)))) {
      var digest = ArchivedImage.digest(new Blob.Held(LAYER));
      put(tar, "layer.tar", LAYER);
      put(
          tar,
          "config.json",
          "{\"config\":{\"Cmd\":[\"sh\"]},\"rootfs\":{\"diff_ids\":[\"" + digest + "\"]}}");
      put(
          tar,
          "manifest.json",
          "[{\"Config\":\"config.json\",\"RepoTags\":[\""
              + tag
              + "\"],\"Layers\":[\"layer.tar\"]}]");
    }
  }

  private static void put(TarArchiveOutputStream tar, String name, String text) throws IOException {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    var entry = new TarArchiveEntry(name);
    entry.setSize(bytes.length);
    tar.putArchiveEntry(entry);
    tar.write(bytes);
    tar.closeArchiveEntry();
  }
}
