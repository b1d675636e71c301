package dev.podproof.recorder;

import static org.awaitility.Awaitility.await;

import dev.podproof.lifecycle.Interval;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.KubernetesResourceList;
import io.fabric8.kubernetes.api.model.ListOptionsBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.Watch;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import io.fabric8.kubernetes.client.dsl.FilterWatchListDeletable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A watch of one kind that leaves no silent hole.
 *
 * <p>The client resumes a dropped connection at the last version that was heard, bookmarks
 * included. Where the API server no longer has that point (410 Gone), the objects are listed, what
 * changed is told, and the watch goes on from the list. A watch that has sent neither an object nor
 * a bookmark for too long is begun anew where it fell silent. What a list shows to have been missed
 * is told as a hole. Thread-safe; an audience is told one thing at a time.
 */
final class ResumingWatch<T extends HasMetadata> implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(ResumingWatch.class);

  /**
   * The server's answer while its cache of a kind that is new begins
   * (kubernetes/staging/src/k8s.io/apiserver/pkg/storage/cacher, "storage is (re)initializing"); it
   * asks to be asked again a second later.
   */
  private static final int TOO_MANY_REQUESTS = 429;

  private static final Duration AGAIN = Duration.ofMillis(200);
  private static final Duration INITIALIZING = Duration.ofSeconds(15);

  private final String kind;
  private final FilterWatchListDeletable<T, ? extends KubernetesResourceList<T>, ?> objects;
  private final Audience audience;
  private final Clock clock;
  private final ScheduledExecutorService heartbeat;
  private final Map<String, T> told = new LinkedHashMap<>();
  private String version = "";
  private Instant lastHeard;
  private String brokenBy = "";
  private boolean closed;
  private @Nullable Listener current;
  private @Nullable Watch watch;

  /** Who hears what a watch tells. */
  interface Audience {
    /** Whether anybody hears of that object. */
    boolean wants(HasMetadata object);

    /** An event of the watch. */
    void hear(Watcher.Action action, HasMetadata object);

    /** The watch did not listen in that time. */
    void miss(Interval hole, String why);
  }

  /**
   * A watch that is not open yet.
   *
   * @param heartbeat where it looks after itself
   */
  ResumingWatch(
      String kind,
      FilterWatchListDeletable<T, ? extends KubernetesResourceList<T>, ?> objects,
      Audience audience,
      Clock clock,
      ScheduledExecutorService heartbeat) {
    this.kind = kind;
    this.objects = objects;
    this.audience = audience;
    this.clock = clock;
    this.heartbeat = heartbeat;
    this.lastHeard = clock.instant();
  }

  /**
   * Begins, with the objects that are there; returns when the API server has accepted it.
   *
   * @param silence how long it may send nothing
   * @throws KubernetesClientException if the server refuses
   */
  void open(Duration silence) {
    begin();
    var pace = silence.dividedBy(3).toMillis();
    var unused =
        heartbeat.scheduleWithFixedDelay(
            () -> lookAfter(silence), pace, pace, TimeUnit.MILLISECONDS);
  }

  private void begin() {
    try {
      await("the watch of " + kind)
          .pollInSameThread()
          .pollDelay(Duration.ZERO)
          .pollInterval(AGAIN)
          .atMost(INITIALIZING)
          .ignoreExceptionsMatching(ResumingWatch::isTooEarly)
          .until(
              () -> {
                resume("");
                return true;
              });
    } catch (ConditionTimeoutException e) {
      // What the server says for the last time is the answer.
      resume("");
    }
  }

  private static boolean isTooEarly(Throwable problem) {
    return problem instanceof KubernetesClientException refused
        && refused.getCode() == TOO_MANY_REQUESTS;
  }

  // Not under the lock that the watch's thread takes for each event.
  private void resume(String from) {
    var listener = new Listener();
    synchronized (this) {
      if (closed) {
        return;
      }
      current = listener;
    }
    var options =
        new ListOptionsBuilder()
            .withAllowWatchBookmarks(true)
            .withResourceVersion(from.isEmpty() ? null : from)
            .build();
    var opened = objects.watch(options, listener);
    synchronized (this) {
      if (!closed) {
        watch = opened;
        lastHeard = clock.instant();
        return;
      }
    }
    opened.close();
  }

  /** Tells once more of the objects that belong to no namespace. */
  synchronized void retellClusterScoped(Consumer<T> consumer) {
    told.values().stream()
        .filter(object -> object.getMetadata().getNamespace() == null)
        .forEach(consumer);
  }

  /** Nobody hears of that namespace any more. */
  synchronized void forget(String namespace) {
    told.values().removeIf(object -> namespace.equals(object.getMetadata().getNamespace()));
  }

  /** Whether it has no hole that is still open. */
  synchronized boolean isWhole() {
    return brokenBy.isEmpty();
  }

  private void lookAfter(Duration silence) {
    try {
      if (!isWhole()) {
        mend();
      } else if (isSilent(silence)) {
        wake();
      }
    } catch (KubernetesClientException e) {
      log.debug("watch of {} cannot be begun anew yet: {}", kind, e.getMessage());
    }
  }

  private synchronized boolean isSilent(Duration silence) {
    return !closed && lastHeard.plus(silence).isBefore(clock.instant());
  }

  // The server sends again what came after the last version that was heard.
  private void wake() {
    var since = heardLast();
    var present = objects.list().getItems();
    String from;
    synchronized (this) {
      if (closed || lastHeard.isAfter(since)) {
        return;
      }
      if (!changes(present).isEmpty()) {
        miss(since, "had fallen silent");
      }
      from = version;
    }
    log.debug("watch of {} has been silent since {} and is begun anew", kind, since);
    abandon();
    resume(from);
  }

  private synchronized Instant heardLast() {
    return lastHeard;
  }

  private void mend() {
    var list = objects.list();
    String why;
    synchronized (this) {
      if (closed) {
        return;
      }
      why = brokenBy;
      var changes = changes(list.getItems());
      miss(lastHeard, why);
      changes.forEach(change -> tell(change.action(), change.object()));
      version = list.getMetadata().getResourceVersion();
      brokenBy = "";
    }
    try {
      resume(list.getMetadata().getResourceVersion());
    } catch (KubernetesClientException e) {
      breakUp(why);
      throw e;
    }
  }

  private synchronized void breakUp(String why) {
    brokenBy = why;
  }

  private void miss(Instant since, String why) {
    audience.miss(new Interval(since, clock.instant()), "the watch of " + kind + " " + why);
  }

  /** What a list shows that was not told. */
  private record Change<T>(Watcher.Action action, T object) {}

  private List<Change<T>> changes(List<T> present) {
    var there =
        present.stream().map(object -> object.getMetadata().getUid()).collect(Collectors.toSet());
    return Stream.concat(
            told.entrySet().stream()
                .filter(entry -> !there.contains(entry.getKey()))
                .map(entry -> new Change<>(Watcher.Action.DELETED, entry.getValue())),
            present.stream()
                .filter(audience::wants)
                .filter(object -> !isTold(object))
                .map(object -> new Change<>(Watcher.Action.MODIFIED, object)))
        .toList();
  }

  private boolean isTold(T object) {
    var last = told.get(object.getMetadata().getUid());
    return last != null
        && last.getMetadata()
            .getResourceVersion()
            .equals(object.getMetadata().getResourceVersion());
  }

  private void tell(Watcher.Action action, T object) {
    if (action == Watcher.Action.DELETED) {
      told.remove(object.getMetadata().getUid());
    } else if (audience.wants(object)) {
      told.put(object.getMetadata().getUid(), object);
    }
    audience.hear(action, object);
  }

  private void abandon() {
    Watch open;
    synchronized (this) {
      open = watch;
      current = null;
      watch = null;
    }
    if (open != null) {
      open.close();
    }
  }

  @Override
  public void close() {
    synchronized (this) {
      closed = true;
    }
    abandon();
  }

  private synchronized void heard(Listener by, Watcher.Action action, T object) {
    if (by != current) {
      return;
    }
    lastHeard = clock.instant();
    version = object.getMetadata().getResourceVersion();
    if (action == Watcher.Action.ADDED && isTold(object)) {
      return;
    }
    if (action != Watcher.Action.BOOKMARK && action != Watcher.Action.ERROR) {
      tell(action, object);
    }
  }

  private synchronized void dropped(Listener by, WatcherException cause) {
    if (by == current && !closed) {
      log.debug("watch of {} dropped ({}); the hole is marked", kind, cause.getMessage());
      current = null;
      brokenBy = "dropped: " + cause.getMessage();
      miss(lastHeard, brokenBy);
      heartbeat.execute(() -> lookAfter(Duration.ZERO));
    }
  }

  /** Translates the client's callbacks; does nothing else. */
  private final class Listener implements Watcher<T> {
    @Override
    public void eventReceived(Action action, T object) {
      heard(this, action, object);
    }

    @Override
    public void onClose(WatcherException cause) {
      dropped(this, cause);
    }
  }
}
