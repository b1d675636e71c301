package dev.podproof.lifecycle;

import dev.podproof.lifecycle.Observation.ObjectGone;
import dev.podproof.lifecycle.Observation.ObjectSeen;
import dev.podproof.lifecycle.Observation.PodSeen;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The writes that a history's versions of objects come from.
 *
 * <p>A cluster that Podproof starts, on which the runtime is heard, keeps all objects in one store,
 * so that writes of different kinds can be compared; of others that is not known (KEP-5504 promises
 * it for the objects of one kind alone).
 */
public final class Revisions {
  private Revisions() {}

  /** The write that made a version; empty where the version does not tell. */
  public static Optional<Revision> of(History history, ObjectSeen seen) {
    var version = String.valueOf(metadata(seen, "resourceVersion"));
    return version.matches("\\d{1,18}")
        ? Optional.of(
            new Revision(
                history.listening().runtime() ? "" : seen.object().kind(), Long.parseLong(version)))
        : Optional.empty();
  }

  /**
   * The write that removed an object: its last version is that of the deletion (k8s.io/apiserver,
   * pkg/storage/etcd3/watcher.go), unless the watch had a hole in which it went.
   */
  public static Optional<Revision> ofEnd(History history, String kind, String uid) {
    Optional<ObjectSeen> last = Optional.empty();
    for (var observation : history.observations()) {
      if (observation instanceof ObjectSeen seen && isVersion(seen, kind, uid)) {
        last = Optional.of(seen);
      } else if (observation instanceof ObjectGone gone
          && last.filter(seen -> seen.object().equals(gone.object())).isPresent()) {
        var whole = history.gaps(Witness.ARRIVAL, Interval.until(gone.arrival())).isEmpty();
        return whole ? last.flatMap(seen -> of(history, seen)) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** The write of each version of a pod, which the history tells behind the version. */
  public static Map<Observation, Revision> ofVersions(History history, String uid) {
    var revisions = new IdentityHashMap<Observation, Revision>();
    @Nullable PodSeen last = null;
    for (var observation : history.observations()) {
      if (observation instanceof PodSeen seen && seen.snapshot().pod().uid().equals(uid)) {
        last = seen;
      } else if (last != null
          && observation instanceof ObjectSeen seen
          && isVersion(seen, "Pod", uid)) {
        var version = last;
        of(history, seen).ifPresent(revision -> revisions.put(version, revision));
        last = null;
      }
    }
    return revisions;
  }

  private static boolean isVersion(ObjectSeen seen, String kind, String uid) {
    return seen.object().kind().equals(kind) && uid.equals(metadata(seen, "uid"));
  }

  private static @Nullable Object metadata(ObjectSeen seen, String field) {
    return seen.content().get("metadata") instanceof Map<?, ?> metadata
        ? metadata.get(field)
        : null;
  }
}
