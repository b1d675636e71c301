package dev.podproof.recorder;

import static org.assertj.core.api.BDDAssertions.then;
import static org.awaitility.Awaitility.await;

import dev.podproof.cluster.NodeAccess;
import dev.podproof.lifecycle.ContainerRun;
import dev.podproof.lifecycle.History;
import dev.podproof.lifecycle.Interval;
import dev.podproof.lifecycle.Listening;
import dev.podproof.lifecycle.Moment;
import dev.podproof.lifecycle.Observation;
import dev.podproof.lifecycle.Observation.ContainerNamed;
import dev.podproof.lifecycle.Observation.HeardUpTo;
import dev.podproof.lifecycle.Observation.PodSeen;
import dev.podproof.lifecycle.Observation.RuntimeExited;
import dev.podproof.lifecycle.Observation.RuntimeStarted;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What the runtime of the same cluster said of the pods of {@link Watched}, in the order in which
 * "ctr -n k8s.io events" printed it; the names behind the IDs are those of the pods' statuses.
 */
class WatchedRuntimeTest {
  private static final List<String> PODS =
      List.of(
          "no-program",
          "greedy",
          "hoarder",
          "sidecar",
          "slow-stop",
          "crasher",
          "debugged",
          "restarts-all");

  private static History history;

  /** Whose container an ID is of. */
  private record Owner(String pod, String uid, String container) {}

  private static final Map<String, Owner> OWNERS = new HashMap<>();

  /** Tells what was captured, and answers as the node's shell does. */
  private static final class Node implements NodeAccess {
    private final AtomicReference<Consumer<String>> stream = new AtomicReference<>(line -> {});

    @Override
    public Conversation converse(List<String> command, Consumer<String> line, Runnable ended) {
      if (command.get(2).contains("events")) {
        stream.set(line);
      }
      return new Conversation() {
        @Override
        public void say(String said) {
          answer(said.split(" "), line);
        }

        @Override
        public void close() {
          // It keeps nothing.
        }
      };
    }

    private void answer(String[] said, Consumer<String> line) {
      if (said[0].equals("mark")) {
        tell(
            "2026-11-28 13:49:00.0 +0000 UTC podproof /namespaces/update"
                + " {\"name\":\"podproof\",\"labels\":{\"mark\":\""
                + said[1]
                + "\"}}");
      } else if (said[0].equals("name")) {
        var owner = OWNERS.get(said[1]);
        line.accept("    \"io.kubernetes.pod.namespace\": \"default\",");
        line.accept("    \"io.kubernetes.pod.uid\": \"" + owner.uid() + "\",");
        line.accept("    \"io.kubernetes.container.name\": \"" + owner.container() + "\",");
        line.accept("named " + said[1]);
      } else {
        line.accept(String.join(" ", said));
      }
    }

    void tell(String event) {
      stream.get().accept(event);
    }
  }

  @BeforeAll
  static void replay() throws IOException {
    var statuses = new ArrayList<Observation>();
    for (var pod : PODS) {
      statuses.addAll(Watched.pod(pod).observations());
    }
    statuses.forEach(WatchedRuntimeTest::remember);
    var recording = new Recording(Clock.systemUTC(), Listening.WITH_RUNTIME);
    var node = new Node();
    try (var witness = RuntimeWitness.open(node)) {
      witness.attach("default", recording);
      Watched.text("events-of-watched.txt").lines().forEach(node::tell);
      witness.hearUpTo(Instant.MIN);
      await().until(() -> recording.look().history().all(HeardUpTo.class).findAny().isPresent());
    }
    var heard = recording.look().history();
    history =
        new History(
            heard.began(),
            heard.listening(),
            Stream.concat(statuses.stream(), heard.observations().stream()).toList());
  }

  private static void remember(Observation observation) {
    if (observation instanceof PodSeen seen) {
      var pod = seen.snapshot().pod();
      for (var container : seen.snapshot().containers()) {
        if (!container.containerId().isEmpty()) {
          OWNERS.put(container.containerId(), new Owner(pod.name(), pod.uid(), container.name()));
        }
      }
    }
  }

  /** What was heard of one pod's containers, in order, the times to the millisecond. */
  private static List<String> heardOf(String pod) {
    return history.observations().stream().flatMap(one -> told(one, pod)).toList();
  }

  private static Stream<String> told(Observation observation, String pod) {
    if (observation instanceof ContainerNamed named) {
      return of(pod, named.containerId(), "named");
    }
    if (observation instanceof RuntimeStarted started) {
      return of(pod, started.containerId(), "started " + times(started.interval()));
    }
    return observation instanceof RuntimeExited exited
        ? of(
            pod,
            exited.containerId(),
            "exited " + exited.exitCode() + " " + times(exited.interval()))
        : Stream.of();
  }

  private static Stream<String> of(String pod, String id, String what) {
    var owner = OWNERS.get(id);
    return owner.pod().equals(pod) ? Stream.of(owner.container() + " " + what) : Stream.of();
  }

  private static String times(Interval interval) {
    return Stream.of(interval.earliest(), interval.latest())
        .distinct()
        .map(instant -> instant.toString().substring(17, 23))
        .reduce((from, to) -> from + " to " + to)
        .orElseThrow();
  }

  @Test
  void a_program_that_is_not_there_is_a_container_that_was_made_and_never_started() {
    then(heardOf("no-program")).containsExactly("app named");
  }

  @Test
  void a_start_lies_between_the_making_of_the_task_and_the_news_of_its_start() {
    then(heardOf("slow-stop"))
        .containsExactly("app named", "app started 47.804 to 48.083", "app exited 7 56.364");
  }

  @Test
  void an_OOM_kill_is_an_end_of_which_the_status_alone_tells_the_reason() {
    then(heardOf("greedy"))
        .containsExactly("app named", "app started 48.015 to 48.249", "app exited 137 49.787");
    then(runs("greedy", "app").get(0).exit().orElseThrow().inWords())
        .isEqualTo("exited 137 (OOMKilled)");
  }

  @Test
  void an_eviction_kills_all_containers_of_the_pod() {
    then(heardOf("hoarder"))
        .containsExactly(
            "app named",
            "app started 49.819 to 50.125",
            "other named",
            "other started 51.083 to 51.095",
            "app exited 137 43.091",
            "other exited 137 43.099");
  }

  @Test
  void an_ephemeral_container_is_one_run_more() {
    then(heardOf("debugged"))
        .containsExactly(
            "app named",
            "app started 48.827 to 48.853",
            "look named",
            "look started 51.178 to 51.215",
            "look exited 5 51.214");
  }

  @Test
  void each_restart_of_a_sidecar_is_a_container_of_its_own() {
    then(heardOf("sidecar"))
        .containsExactly(
            "proxy named",
            "proxy started 49.231 to 49.357",
            "app named",
            "app started 50.115 to 50.186",
            "proxy exited 3 52.498",
            "proxy named",
            "proxy started 54.007 to 54.022",
            "proxy exited 3 57.111",
            "proxy named",
            "proxy started 10.035 to 10.047",
            "proxy exited 3 13.051");
  }

  @Test
  void a_run_of_a_few_milliseconds_that_the_API_stamps_with_one_second_has_a_length() {
    then(heardOf("crasher"))
        .containsExactly(
            "app named",
            "app started 49.802 to 49.979",
            "app exited 1 50.198",
            "app named",
            "app started 52.159 to 52.201",
            "app exited 1 52.204",
            "app named",
            "app started 04.998 to 05.011",
            "app exited 1 05.015");
  }

  @Test
  void a_rule_that_restarts_all_containers_makes_each_of_them_anew_the_init_container_first() {
    then(heardOf("restarts-all"))
        .containsExactly(
            "prepare named",
            "prepare started 49.484 to 49.620",
            "prepare exited 0 49.795",
            "app named",
            "app started 52.045 to 52.058",
            "other named",
            "other started 53.006 to 53.017",
            "app exited 42 56.170",
            "other exited 137 58.860",
            "prepare named",
            "prepare started 59.242 to 59.258",
            "prepare exited 0 59.267",
            "app named",
            "app started 59.866 to 59.877",
            "other named",
            "other started 00.035 to 00.046",
            "app exited 42 03.881",
            "other exited 137 06.703");
  }

  /** The runtime in nanoseconds, the API in seconds, of one moment: neither may deny the other. */
  @TestFactory
  Stream<DynamicTest> both_witnesses_agree_on_every_run() {
    return OWNERS.values().stream()
        .distinct()
        .map(
            owner ->
                DynamicTest.dynamicTest(
                    owner.pod() + " " + owner.container(),
                    () ->
                        then(runs(owner.pod(), owner.container()).stream().flatMap(this::moments))
                            .isNotEmpty()
                            .noneMatch(Moment::disputed)));
  }

  private Stream<Moment> moments(ContainerRun run) {
    return Stream.of(run.started(), run.exited()).flatMap(Optional::stream);
  }

  private static List<ContainerRun> runs(String pod, String container) {
    return history.runsOf(history.podNamed(pod).orElseThrow(), container);
  }
}
