package dev.podproof.steps;

import dev.podproof.action.ConnectFrom;
import dev.podproof.action.Deletion;
import dev.podproof.action.NodeAction;
import dev.podproof.action.Request;
import dev.podproof.cluster.image.Behaviour;
import dev.podproof.cluster.image.ImageName;
import dev.podproof.dependency.DependencyState;
import dev.podproof.expectation.Amount;
import dev.podproof.expectation.ContainerRef;
import dev.podproof.expectation.ObjectRef;
import dev.podproof.expectation.PodRef;
import dev.podproof.expectation.ValueTest;
import dev.podproof.session.PodSession;
import dev.podproof.session.Repeat;
import io.cucumber.java.ParameterType;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * What the parameters of phrases mean; those that come from the table are in {@link PhraseTypes}.
 */
public final class ParameterTypes {
  static final String DURATION = "\\d+(?:\\.\\d+)?(?:ms|s|m)";

  private final PodSession session;

  /** Parameter types of one scenario. */
  public ParameterTypes(PodSession session) {
    this.session = session;
  }

  /** A number with a unit: 500ms, 5s, 1.5s, 2m. */
  @ParameterType(DURATION)
  public Duration duration(String text) {
    return span(text);
  }

  static Duration span(String text) {
    var unit = text.endsWith("ms") ? "ms" : text.substring(text.length() - 1);
    var number = new BigDecimal(text.substring(0, text.length() - unit.length()));
    var millis = unit.equals("ms") ? 1 : unit.equals("s") ? 1_000 : 60_000;
    return Duration.ofMillis(number.multiply(BigDecimal.valueOf(millis)).longValue());
  }

  /**
   * How long is asked: within 10s, or for 10s; within the setting's budget where nothing is said.
   */
  @ParameterType("(?: (?:within|for) " + DURATION + ")?")
  public Repeat repeat(String text) {
    return text.isEmpty()
        ? new Repeat(session.budget(), false)
        : new Repeat(duration(text.substring(text.lastIndexOf(' ') + 1)), text.startsWith(" for "));
  }

  /** How long something is done again that was done before; empty where once is enough. */
  @ParameterType("(?: (?:within|for) " + DURATION + ")?")
  public Optional<Repeat> again(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(repeat(text));
  }

  /** How long the first of several pauses is at least; zero where nothing is said. */
  @ParameterType("(?:, the first at least " + DURATION + ")?")
  public Duration firstPause(String text) {
    return text.isEmpty() ? Duration.ZERO : duration(text.substring(text.lastIndexOf(' ') + 1));
  }

  /** A container, such as: sidecar "proxy" of pod "web". */
  @ParameterType(Subjects.CONTAINER)
  public ContainerRef container(String text) {
    return Subjects.container(session.recall(text));
  }

  /** A container, or all that run in a pod. */
  @ParameterType(Subjects.CONTAINER + "|" + Subjects.POD)
  public Subjects.Containers containers(String text) {
    return Subjects.containers(session.recall(text));
  }

  /** A pod, such as: the pod of job "import". */
  @ParameterType(Subjects.POD)
  public PodRef pod(String text) {
    return Subjects.pod(session.recall(text));
  }

  /** Several pods, each for itself, such as: each pod of deployment "web". */
  @ParameterType("each pod(?: of [a-z]+ \"[^\"]+\"| labelled \"[^\"]+\")?")
  public Subjects.EachPod eachPod(String text) {
    return new Subjects.EachPod(Subjects.pod(session.recall(text).replaceFirst("^each", "the")));
  }

  /** An object of any kind, such as: job "import". */
  @ParameterType(Subjects.OBJECT)
  public ObjectRef object(String text) {
    NamedKinds.in(text).forEach(session::watch);
    return Subjects.object(session.recall(text));
  }

  /** A bound: exactly 2, at least 2, at most 2. */
  @ParameterType("(?:exactly|at least|at most) \\d+")
  public Amount amount(String text) {
    var space = text.lastIndexOf(' ');
    return Arrays.stream(Amount.Kind.values())
        .filter(kind -> kind.inWords().equals(text.substring(0, space)))
        .map(kind -> new Amount(kind, Integer.parseInt(text.substring(space + 1))))
        .findFirst()
        .orElseThrow();
  }

  /** A text in quotes, with what was remembered in its place. */
  @ParameterType("\"([^\"]*)\"")
  public String text(String text) {
    return session.recall(text);
  }

  /** Where a web server answers, such as: port 8080 and 9090 at "/healthz" or "/ready". */
  @ParameterType(BehaviourWords.SERVED)
  public Behaviour.ServesHttp served(String text) {
    return BehaviourWords.served(text);
  }

  /** How a dependency answers, such as: refuses connections, answers with status 503 after 2s. */
  @ParameterType(DependencyWords.STATE)
  public DependencyState dependencyState(String text) {
    return DependencyWords.state(session.recall(text));
  }

  /** A version of Kubernetes, such as 1.35. */
  @ParameterType("\\d+\\.\\d+")
  public KubernetesVersion version(String text) {
    return KubernetesVersion.of(text);
  }

  /** What a command yields, such as: prints "hello". */
  @ParameterType(CommandDemand.REGEX)
  public CommandDemand commandDemand(String text) {
    return CommandDemand.of(session.recall(text));
  }

  /** How a request is answered, such as: answers with status 404. */
  @ParameterType(HttpDemand.REGEX)
  public HttpDemand httpDemand(String text) {
    return HttpDemand.of(session.recall(text));
  }

  /** What comes of a connection. */
  @ParameterType("accepts connections|refuses connections|does not answer")
  public ConnectFrom.Outcome connection(String text) {
    return Arrays.stream(ConnectFrom.Outcome.values())
        .filter(outcome -> outcome.inWords().equals(text))
        .findFirst()
        .orElseThrow();
  }

  /** What a cell of a table shows, such as: one of "Error, CrashLoopBackOff". */
  @ParameterType(Meanings.VALUE)
  public ValueTest cell(String text) {
    return Meanings.value(new Words("is " + session.recall(text)));
  }

  /** What a file is, such as: contains "hello". */
  @ParameterType(FileDemand.REGEX)
  public FileDemand fileDemand(String text) {
    return FileDemand.of(session.recall(text));
  }

  /** How a request is refused, such as: with code 422 at "spec.containers". */
  @ParameterType(Refusal.REGEX)
  public Refusal refusal(String text) {
    return Refusal.of(session.recall(text));
  }

  /** How a request is tried: as it is, as a dry run, with field validation "Warn". */
  @ParameterType(Trial.REGEX)
  public Trial trial(String text) {
    return Trial.of(text);
  }

  /** A part of an object that has an address of its own, such as: subresource "resize" of. */
  @ParameterType("(?:subresource \"[^\"]+\" of )?")
  public Optional<String> subresource(String text) {
    return new Words(text).after("subresource");
  }

  /** How something is deleted, such as: at once. */
  @ParameterType(Requests.DELETION)
  public Deletion deletion(String text) {
    return Requests.deletion(text);
  }

  /** A request that may be refused, such as: evict pod "web". */
  @ParameterType(Requests.REGEX)
  public Request request(String text) {
    NamedKinds.in(text).forEach(session::watch);
    return Requests.of(session.recall(text), session);
  }

  /** What a cluster can, such as: gives access to its node. */
  @ParameterType(ClusterGate.REGEX)
  public ClusterGate clusterGate(String text) {
    return ClusterGate.of(text);
  }

  /** How large a volume is, and of which class, such as: 1Gi and class "fast". */
  @ParameterType(VolumeWords.REGEX)
  public VolumeWords volume(String text) {
    return VolumeWords.of(text);
  }

  /** A part of the node. */
  @ParameterType("kubelet|container runtime")
  public NodeAction.Restart nodeComponent(String text) {
    return new NodeAction.Restart(text);
  }

  /** An image's name in quotes. */
  @ParameterType("image \"([^\"]+)\"")
  public ImageName image(String name) {
    return ImageName.parse(name);
  }
}
