package dev.podproof.recorder;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.BDDAssertions.then;
import static org.awaitility.Awaitility.await;

import dev.podproof.lifecycle.Interval;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.PodListBuilder;
import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.api.model.StatusBuilder;
import io.fabric8.kubernetes.api.model.WatchEvent;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.server.mock.EnableKubernetesMockClient;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A scripted API server that drops connections, forgets versions and falls silent. */
@EnableKubernetesMockClient
class ResumingWatchTest {
  private static final String WATCH = "/api/v1/pods?allowWatchBookmarks=true&watch=true";
  private static final String LIST = "/api/v1/pods";
  private static final Duration NEVER_SILENT = Duration.ofMinutes(10);
  private static final Duration SOON_SILENT = Duration.ofMillis(600);
  private static final Instant NOW = Instant.parse("2026-11-28T14:00:00Z");

  KubernetesMockServer server;
  KubernetesClient client;
  private final Ear ear = new Ear();
  private final Time time = new Time(NOW);
  private final ScheduledExecutorService heartbeat = Executors.newSingleThreadScheduledExecutor();
  private ResumingWatch<Pod> watch;

  /** Keeps what it is told, in words. */
  private static final class Ear implements ResumingWatch.Audience {
    private final List<String> told = new CopyOnWriteArrayList<>();

    @Override
    public boolean wants(HasMetadata object) {
      return true;
    }

    @Override
    public void hear(Watcher.Action action, HasMetadata object) {
      var metadata = object.getMetadata();
      told.add(action + " " + metadata.getName() + " " + metadata.getResourceVersion());
    }

    @Override
    public void miss(Interval hole, String why) {
      told.add("GAP " + why);
    }
  }

  @AfterEach
  void end() {
    watch.close();
    heartbeat.shutdownNow();
  }

  @Test
  void a_dropped_connection_is_resumed_at_the_last_object() {
    emits(WATCH, event("ADDED", pod("web", "5")));
    emits(from("5"), event("MODIFIED", pod("web", "6")));

    open(NEVER_SILENT);

    thenIsTold("ADDED web 5", "MODIFIED web 6");
  }

  @Test
  void a_dropped_connection_is_resumed_at_the_last_bookmark() {
    emits(WATCH, event("ADDED", pod("web", "5")), event("BOOKMARK", pod("", "9")));
    emits(from("9"), event("MODIFIED", pod("web", "12")));

    open(NEVER_SILENT);

    thenIsTold("ADDED web 5", "MODIFIED web 12");
  }

  @Test
  void what_the_server_has_forgotten_is_a_gap_and_the_difference_is_told() {
    emits(
        WATCH,
        event("ADDED", pod("gone", "4")),
        event("ADDED", pod("web", "5")),
        event("ADDED", pod("same", "6")),
        expired());
    lists("20", pod("web", "15"), pod("same", "6"), pod("new", "17"));
    stays(from("20"), event("MODIFIED", pod("new", "21")));

    open(NEVER_SILENT);

    thenIsTold(
        "ADDED gone 4",
        "ADDED web 5",
        "ADDED same 6",
        "GAP the watch of Pod dropped: too old resource version: 6 (20)",
        "GAP the watch of Pod dropped: too old resource version: 6 (20)",
        "DELETED gone 4",
        "MODIFIED web 15",
        "MODIFIED new 17",
        "MODIFIED new 21");
    await().until(watch::isWhole);
  }

  @Test
  void a_hole_stays_open_until_the_server_lists_again() {
    emits(WATCH, event("ADDED", pod("web", "5")), expired());
    server.expect().get().withPath(LIST).andReturn(403, "not now").once();
    lists("20", pod("web", "5"));
    stays(from("20"), event("MODIFIED", pod("web", "21")));

    open(Duration.ofSeconds(6));

    await().until(() -> ear.told.contains("MODIFIED web 21"));
    then(watch.isWhole()).isTrue();
  }

  @Test
  void a_silent_watch_that_missed_something_is_a_gap_and_begun_anew_where_it_fell_silent() {
    stays(WATCH, event("ADDED", pod("web", "5")));
    lists("20", pod("web", "15"));
    stays(from("5"), event("MODIFIED", pod("web", "15")));

    open(SOON_SILENT);
    thenIsTold("ADDED web 5");
    time.move(SOON_SILENT.plusMillis(1));

    thenIsTold("ADDED web 5", "GAP the watch of Pod had fallen silent", "MODIFIED web 15");
  }

  @Test
  void a_silent_watch_that_missed_nothing_is_begun_anew_without_a_gap() {
    stays(WATCH, event("ADDED", pod("web", "5")));
    lists("20", pod("web", "5"));
    stays(from("5"), event("MODIFIED", pod("web", "22")));

    open(SOON_SILENT);
    thenIsTold("ADDED web 5");
    time.move(SOON_SILENT.plusMillis(1));

    thenIsTold("ADDED web 5", "MODIFIED web 22");
  }

  @Test
  void a_kind_that_the_server_is_not_ready_for_yet_is_asked_for_again() {
    client.getConfiguration().setRequestRetryBackoffLimit(0);
    server.expect().get().withPath(WATCH).andReturn(429, initializing()).times(2);
    emits(WATCH, event("ADDED", pod("web", "5")));

    open(NEVER_SILENT);

    thenIsTold("ADDED web 5");
  }

  @Test
  void a_watch_that_is_refused_is_not_asked_for_again() {
    server.expect().get().withPath(WATCH).andReturn(403, "no").once();

    assertThatThrownBy(() -> open(NEVER_SILENT))
        .isInstanceOfSatisfying(
            KubernetesClientException.class, refused -> then(refused.getCode()).isEqualTo(403));
  }

  @Test
  void a_watch_that_sends_bookmarks_is_not_silent() {
    server
        .expect()
        .get()
        .withPath(WATCH)
        .andUpgradeToWebSocket()
        .open()
        .waitFor(1_000)
        .andEmit(event("BOOKMARK", pod("", "6")))
        .waitFor(2_000)
        .andEmit(event("BOOKMARK", pod("", "7")))
        .waitFor(3_000)
        .andEmit(event("ADDED", pod("web", "8")))
        .done()
        .once();

    open(Duration.ofMillis(2_500), Clock.systemUTC());

    thenIsTold("ADDED web 8");
  }

  private void open(Duration silence) {
    open(silence, time);
  }

  private void open(Duration silence, Clock clock) {
    watch = new ResumingWatch<>("Pod", client.pods().inAnyNamespace(), ear, clock, heartbeat);
    watch.open(silence);
  }

  private void thenIsTold(String... lines) {
    await().atMost(Duration.ofSeconds(60)).until(() -> ear.told.size() >= lines.length);
    then(ear.told).containsExactly(lines);
  }

  private static String from(String version) {
    return "/api/v1/pods?allowWatchBookmarks=true&resourceVersion=" + version + "&watch=true";
  }

  private void emits(String path, WatchEvent... events) {
    var socket = server.expect().get().withPath(path).andUpgradeToWebSocket().open();
    for (var event : events) {
      socket.waitFor(10).andEmit(event);
    }
    socket.done().once();
  }

  // It stays open for what the client never says.
  private void stays(String path, WatchEvent... events) {
    var socket = server.expect().get().withPath(path).andUpgradeToWebSocket().open();
    for (var event : events) {
      socket.waitFor(10).andEmit(event);
    }
    socket.expect("never said").andEmit("").once().done().once();
  }

  private void lists(String version, Pod... pods) {
    var list =
        new PodListBuilder()
            .withNewMetadata()
            .withResourceVersion(version)
            .endMetadata()
            .withItems(pods)
            .build();
    server.expect().get().withPath(LIST).andReturn(200, list).once();
  }

  private static Status initializing() {
    return new StatusBuilder()
        .withCode(429)
        .withReason("TooManyRequests")
        .withMessage("storage is (re)initializing")
        .build();
  }

  private static WatchEvent expired() {
    return new WatchEvent(
        new StatusBuilder()
            .withCode(410)
            .withReason("Expired")
            .withMessage("too old resource version: 6 (20)")
            .build(),
        "ERROR");
  }

  private static WatchEvent event(String type, Pod pod) {
    return new WatchEvent(pod, type);
  }

  private static Pod pod(String name, String version) {
    return new PodBuilder()
        .withNewMetadata()
        .withName(name)
        .withNamespace("one")
        .withUid("uid-" + name)
        .withResourceVersion(version)
        .endMetadata()
        .build();
  }
}
