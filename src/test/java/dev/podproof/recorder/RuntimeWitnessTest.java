package dev.podproof.recorder;

import static org.assertj.core.api.BDDAssertions.then;
import static org.awaitility.Awaitility.await;

import dev.podproof.cluster.NodeAccess;
import dev.podproof.lifecycle.Listening;
import dev.podproof.lifecycle.Observation;
import dev.podproof.lifecycle.Observation.ContainerNamed;
import dev.podproof.lifecycle.Observation.Gap;
import dev.podproof.lifecycle.Observation.HeardUpTo;
import dev.podproof.lifecycle.Observation.RuntimeStarted;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A node whose event stream and whose shell end, and come back. */
class RuntimeWitnessTest {
  private final Node node = new Node();
  private final Recording recording = new Recording(Clock.systemUTC(), Listening.WITH_RUNTIME);
  private RuntimeWitness witness;

  /** Answers as containerd's client does; what runs can be ended. */
  private static final class Node implements NodeAccess {
    private static final DateTimeFormatter STAMP =
        DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.nnnnnnnnn '+0000 UTC'")
            .withZone(ZoneOffset.UTC);

    private final List<String> scripts = new CopyOnWriteArrayList<>();
    private final Map<String, String> podOf = new ConcurrentHashMap<>();
    private final AtomicInteger refusals = new AtomicInteger();
    private final List<Running> running = new CopyOnWriteArrayList<>();
    private volatile boolean shellAnswers = true;

    /** A command, and who hears it. */
    private record Running(boolean isStream, Consumer<String> line, Runnable ended) {}

    @Override
    public Conversation converse(List<String> command, Consumer<String> line, Runnable ended) {
      if (refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
        throw new IllegalStateException("the node is restarting");
      }
      scripts.add(command.get(2));
      var started = new Running(command.get(2).contains("events"), line, ended);
      running.add(started);
      return new Conversation() {
        @Override
        public void say(String said) {
          if (shellAnswers && running.contains(started)) {
            answer(said, line);
          }
        }

        @Override
        public void close() {
          running.remove(started);
        }
      };
    }

    private void answer(String said, Consumer<String> line) {
      var words = said.split(" ");
      switch (words[0]) {
        case "mark" ->
            happens(
                "/namespaces/update",
                "{\"name\":\"podproof\",\"labels\":{\"mark\":\"" + words[1] + "\"}}");
        case "echo" -> line.accept(said);
        case "name" -> {
          if (podOf.containsKey(words[1])) {
            line.accept("  \"io.kubernetes.pod.namespace\": \"one\",");
            line.accept("  \"io.kubernetes.pod.uid\": \"" + podOf.get(words[1]) + "\",");
            line.accept("  \"io.kubernetes.container.name\": \"app\",");
          }
          line.accept("named " + words[1]);
        }
        default -> {
          // The last lines of a log: nothing that is looked at here.
        }
      }
    }

    void happens(String topic, String event) {
      var line = STAMP.format(Instant.now()) + " k8s.io " + topic + " " + event;
      running.stream().filter(Running::isStream).forEach(stream -> stream.line().accept(line));
    }

    void starts(String container) {
      happens("/containers/create", "{\"id\":\"" + container + "\"}");
      happens("/tasks/create", "{\"container_id\":\"" + container + "\"}");
      happens("/tasks/start", "{\"container_id\":\"" + container + "\"}");
    }

    void ends(boolean stream) {
      var ending = running.stream().filter(one -> one.isStream() == stream).toList();
      running.removeAll(ending);
      ending.forEach(one -> one.ended().run());
    }
  }

  @BeforeEach
  void begin() {
    witness = RuntimeWitness.open(node);
    witness.attach("one", recording);
  }

  @AfterEach
  void end() {
    witness.close();
  }

  @Test
  void a_stream_that_ends_is_begun_anew_and_the_hole_is_told_before_anything_is_confirmed() {
    var before = Instant.now();

    node.ends(true);

    await().until(() -> !heard(HeardUpTo.class).isEmpty());
    then(all().get(0)).isInstanceOf(Gap.class);
    var gap = heard(Gap.class).get(0);
    then(gap.why()).isEqualTo("the stream of the runtime's events ended");
    then(gap.interval().earliest()).isBefore(before);
    then(gap.interval().latest()).isAfter(before);
    then(heard(Gap.class)).hasSize(1);
  }

  @Test
  void what_was_settled_before_all_time_is_confirmed_at_once() {
    witness.hearUpTo(Instant.MIN);

    await().until(() -> !heard(HeardUpTo.class).isEmpty());
  }

  @Test
  void a_container_that_was_made_in_the_hole_is_known_by_its_name_afterwards() {
    node.ends(true);
    node.podOf.put("c1", "uid-web");
    await().until(() -> !heard(Gap.class).isEmpty());

    node.happens("/tasks/start", "{\"container_id\":\"c1\"}");

    await().until(() -> !heard(RuntimeStarted.class).isEmpty());
    then(heard(ContainerNamed.class))
        .extracting(ContainerNamed::containerId, ContainerNamed::podUid)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("c1", "uid-web"));
  }

  @Test
  void a_node_that_refuses_for_a_while_is_tried_again() {
    node.refusals.set(2);

    node.ends(true);

    await().until(() -> !heard(Gap.class).isEmpty());
    then(node.refusals).hasValue(0);
  }

  @Test
  void a_shell_that_ends_is_begun_anew_and_asked_for_the_names_and_the_proof_again() {
    node.podOf.put("c1", "uid-web");
    node.shellAnswers = false;
    node.starts("c1");
    witness.hearUpTo(Instant.now());
    then(all()).isEmpty();

    node.shellAnswers = true;
    node.ends(false);

    await().until(() -> !heard(HeardUpTo.class).isEmpty());
    then(all())
        .hasExactlyElementsOfTypes(ContainerNamed.class, RuntimeStarted.class, HeardUpTo.class);
  }

  /** containerd's client ends with containerd, while the input of the script stays open. */
  @Test
  @Timeout(20)
  void the_script_of_the_stream_ends_when_the_runtime_does_and_when_its_input_does()
      throws Exception {
    var script =
        node.scripts.stream().filter(one -> one.contains("events")).findFirst().orElseThrow();

    then(shell("ctr() { echo event; }; " + script)).isEqualTo("event\n");

    var listening = new ProcessBuilder("sh", "-c", "ctr() { exec tail -f /dev/null; }; " + script);
    var started = listening.start();
    started.getOutputStream().close();
    started.waitFor();
  }

  private static String shell(String script) throws Exception {
    var started = new ProcessBuilder("sh", "-c", script).redirectErrorStream(true).start();
    // Until the end of its output; its input stays open.
    var said = new String(started.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    started.waitFor();
    started.getOutputStream().close();
    return said;
  }

  @Test
  void a_container_whose_name_cannot_be_read_is_a_gap() {
    node.starts("c9");

    await().until(() -> !all().isEmpty());
    then(heard(Gap.class))
        .extracting(Gap::why)
        .containsExactly("the name of container c9 could not be read");
    then(all()).hasSize(1);
  }

  private List<Observation> all() {
    return recording.look().history().observations();
  }

  private <T extends Observation> List<T> heard(Class<T> kind) {
    return recording.look().history().all(kind).toList();
  }
}
