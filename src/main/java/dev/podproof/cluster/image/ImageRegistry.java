package dev.podproof.cluster.image;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * A read-only image registry for the node of one run.
 *
 * <p>containerd asks it first and names the registry that an image really belongs to in the query
 * "ns" (containerd, docs/hosts.md). Images are made ready when they are first asked for. What stood
 * for a name is told to the listener, once a name. Thread-safe.
 */
public final class ImageRegistry implements Images, AutoCloseable {
  private static final Pattern PATH = Pattern.compile("/v2/(.+)/(manifests|blobs)/([^/]+)");
  private static final Set<String> READING = Set.of("GET", "HEAD");

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool(ImageRegistry::daemon);
  private final ImageCatalogue catalogue;
  private final Consumer<String> onFirst;
  private final Map<String, StandIn> standIns = new ConcurrentHashMap<>();
  private final NameHolds holds = new NameHolds();
  private final Map<String, ServedImage> made = new ConcurrentHashMap<>();
  private final Map<String, Blob> blobs = new ConcurrentHashMap<>();
  private final Map<String, ServedImage> byDigest = new ConcurrentHashMap<>();
  private final Set<String> told = ConcurrentHashMap.newKeySet();

  private ImageRegistry(HttpServer server, ImageCatalogue catalogue, Consumer<String> onFirst) {
    this.server = server;
    this.catalogue = catalogue;
    this.onFirst = onFirst;
  }

  /**
   * Serves the images of a catalogue at an address.
   *
   * @param onFirst is told in words, once a name, what stood for a name that was asked for
   * @throws UncheckedIOException if the address cannot be bound
   */
  public static ImageRegistry serve(
      InetSocketAddress address, ImageCatalogue catalogue, Consumer<String> onFirst) {
    try {
      var server = HttpServer.create(address, 0);
      var registry = new ImageRegistry(server, catalogue, onFirst);
      server.createContext("/v2/", registry::answer);
      server.setExecutor(registry.threads);
      server.start();
      return registry;
    } catch (IOException e) {
      throw new UncheckedIOException(
          "the image registry cannot listen on " + address + ": " + e.getMessage(), e);
    }
  }

  /** Where it answers, such as http://172.17.0.1:40123. */
  public String endpoint() {
    var address = server.getAddress();
    return "http://" + address.getAddress().getHostAddress() + ":" + address.getPort();
  }

  @Override
  public Hold hold(StandIn standIn, String holder) {
    return holds.hold(key(standIn.image()), standIn, holder);
  }

  @Override
  public void standIn(StandIn standIn) {
    if (catalogue.base().isEmpty()) {
      throw new IllegalStateException(
          "stand-ins are made from busybox, which this machine neither has nor can pull"
              + "\n  build it: node-image/build; or run on a machine that reaches a registry");
    }
    if (standIn.equals(standIns.put(key(standIn.image()), standIn))) {
      return;
    }
    made.remove(key(standIn.image()));
    onFirst.accept(standIn.inWords());
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getResponseHeaders().set("Docker-Distribution-API-Version", "registry/2.0");
      var path = PATH.matcher(exchange.getRequestURI().getPath());
      if (!READING.contains(exchange.getRequestMethod())) {
        fail(exchange, 405, "UNSUPPORTED", "this registry can only be read");
      } else if (exchange.getRequestURI().getPath().equals("/v2/")) {
        send(exchange, "application/json", new Blob.Held("{}"));
      } else if (!path.matches()) {
        fail(exchange, 404, "NAME_UNKNOWN", "no such path; expected /v2/NAME/manifests/REFERENCE");
      } else if (path.group(2).equals("blobs")) {
        blob(exchange, path.group(3));
      } else {
        manifest(exchange, new ImageName(namespace(exchange), path.group(1), path.group(3)));
      }
    }
  }

  private void blob(HttpExchange exchange, String digest) throws IOException {
    var blob = blobs.get(digest);
    if (blob == null) {
      fail(exchange, 404, "BLOB_UNKNOWN", "no blob " + digest + " here");
    } else {
      exchange.getResponseHeaders().set("Docker-Content-Digest", digest);
      send(exchange, "application/octet-stream", blob);
    }
  }

  private void manifest(HttpExchange exchange, ImageName name) throws IOException {
    var image = find(name);
    if (image.isEmpty()) {
      fail(
          exchange,
          404,
          "MANIFEST_UNKNOWN",
          name.inWords() + " is not served here; images: " + String.join(", ", catalogue.names()));
      return;
    }
    exchange.getResponseHeaders().set("Docker-Content-Digest", image.get().digest());
    send(exchange, ServedImage.MEDIA_TYPE, image.get().manifest());
  }

  private Optional<ServedImage> find(ImageName name) {
    if (name.reference().contains(":")) {
      return Optional.ofNullable(byDigest.get(name.reference()));
    }
    var standIn = standIns.get(key(name));
    if (standIn != null) {
      return catalogue
          .base()
          .map(base -> ready(name, () -> ServedImage.of(base, standIn.behaviour())));
    }
    var entry = catalogue.find(name);
    if (entry.isPresent() && told.add(key(name))) {
      onFirst.accept(name.inWords() + " is " + entry.get().is());
    }
    return entry.map(found -> ready(name, () -> ServedImage.of(found.image())));
  }

  /** Makes an image where it is not made yet, and its parts known by their digests. */
  private ServedImage ready(ImageName name, Making making) {
    return made.computeIfAbsent(
        key(name),
        key -> {
          try {
            var image = making.make();
            blobs.putAll(image.blobs());
            byDigest.put(image.digest(), image);
            return image;
          } catch (IOException e) {
            throw new UncheckedIOException(
                name.inWords() + " cannot be served: " + e.getMessage(), e);
          }
        });
  }

  /** Composes an image from its parts. */
  @FunctionalInterface
  private interface Making {
    ServedImage make() throws IOException;
  }

  private static String key(ImageName name) {
    return name.repository() + ":" + name.reference();
  }

  private static String namespace(HttpExchange exchange) {
    var query = Optional.ofNullable(exchange.getRequestURI().getQuery()).orElse("");
    for (var part : query.split("&")) {
      if (part.startsWith("ns=")) {
        return part.substring("ns=".length());
      }
    }
    return "docker.io";
  }

  private static void send(HttpExchange exchange, String type, Blob blob) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    if (exchange.getRequestMethod().equals("HEAD")) {
      exchange.getResponseHeaders().set("Content-Length", Long.toString(blob.size()));
      exchange.sendResponseHeaders(200, -1);
      return;
    }
    exchange.sendResponseHeaders(200, blob.size() == 0 ? -1 : blob.size());
    try (var from = blob.open();
        var to = exchange.getResponseBody()) {
      from.transferTo(to);
    }
  }

  private static void fail(HttpExchange exchange, int status, String code, String message)
      throws IOException {
    var body = ArchivedImage.JSON.createObjectNode();
    body.putArray("errors").addObject().put("code", code).put("message", message);
    var bytes = ArchivedImage.JSON.writeValueAsBytes(body);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    var head = exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(status, head ? -1 : bytes.length);
    if (!head) {
      exchange.getResponseBody().write(bytes);
    }
  }

  private static Thread daemon(Runnable work) {
    var thread = new Thread(work, "image-registry");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
