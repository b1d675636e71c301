package dev.podproof.steps;

import dev.podproof.action.ConnectFrom;
import dev.podproof.action.HttpFrom;
import dev.podproof.action.HttpGet;
import dev.podproof.action.PrintedColumn;
import dev.podproof.action.ReadFile;
import dev.podproof.action.RunCommand;
import dev.podproof.expectation.ContainerRef;
import dev.podproof.expectation.LogRepeats;
import dev.podproof.expectation.ObjectRef;
import dev.podproof.expectation.Observed;
import dev.podproof.expectation.PodRef;
import dev.podproof.expectation.ValueTest;
import dev.podproof.session.PodSession;
import dev.podproof.session.Repeat;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.Optional;

/** Commands in containers, files and requests, and what they yield. */
public final class CommandSteps {
  private final PodSession session;
  private Optional<RunCommand.Result> result = Optional.empty();

  /** Steps of one scenario. */
  public CommandSteps(PodSession session) {
    this.session = session;
  }

  /** Runs a script in a container; its result is kept. */
  @When("I run {text} in {container}")
  public void run(String script, ContainerRef container) {
    result = Optional.of(session.perform(command(container, script)));
  }

  /** Runs the script below the step in a container; it must succeed. */
  @When("I run in {container}:")
  public void runText(ContainerRef container, String script) {
    var ended =
        session.perform(
            RunCommand.below(
                session.nameOf(container.pod()), container.name(), session.recall(script)));
    result = Optional.of(ended);
    session.expect(CommandDemand.succeeds().of("the command", ended, session.redaction()));
  }

  /** About the last command. */
  @Then("it {commandDemand}")
  public void yields(CommandDemand demand) {
    session.expect(demand.of("the command", last(), session.redaction()));
  }

  /** Runs a script again and again until it yields that. */
  @Then("running {text} in {container} {commandDemand}{repeat}")
  public void yields(String script, ContainerRef container, CommandDemand demand, Repeat repeat) {
    session.expectRepeatedly(
        command(container, script),
        ended -> demand.of("running \"" + script + "\"", ended, session.redaction()),
        repeat);
  }

  /** Reads a file again and again until it is so. */
  @Then("file {text} in {container} {fileDemand}{repeat}")
  public void file(String path, ContainerRef container, FileDemand demand, Repeat repeat) {
    session.expectRepeatedly(
        new ReadFile(session.nameOf(container.pod()), container.name(), path),
        read -> demand.of(path, read),
        repeat);
  }

  /** A cell of the table that kubectl get shows, again and again until it is so. */
  @Then("the printed column {text} of {object} shows {cell}{repeat}")
  public void prints(String column, ObjectRef object, ValueTest wanted, Repeat repeat) {
    session.expectRepeatedly(
        new PrintedColumn(Targets.of(session, object), column),
        cell ->
            new Observed(
                "the printed column " + column + " " + wanted.inWords(),
                wanted.fits(Optional.of(cell)),
                "it showed \"" + cell + "\""),
        repeat);
  }

  /** What a command prints, for later. */
  @When("I remember what {text} prints in {container} as {text}")
  public void remember(String script, ContainerRef container, String name) {
    session.remember(name, session.perform(command(container, script)).output().strip());
  }

  /** What one container wrote to a file until now, the other one logs. */
  @Then("{container} logs every line of file {text} of {container}, once and in order")
  public void logsFile(ContainerRef reader, String file, ContainerRef writer) {
    session.expect(
        new LogRepeats(
            reader,
            session
                .perform(new ReadFile(session.nameOf(writer.pod()), writer.name(), file))
                .output()
                .lines()
                .toList(),
            session.budget()));
  }

  /**
   * A request over HTTP, through the API server's proxy, again and again until it is so answered.
   */
  @Then("GET {text} on port {int} of {pod} {httpDemand}{repeat}")
  public void answers(String path, int port, PodRef pod, HttpDemand demand, Repeat repeat) {
    session.expectRepeatedly(
        new HttpGet(session.nameOf(pod), port, path),
        answer -> demand.of("GET " + path, answer, session.redaction()),
        repeat);
  }

  /** A request over HTTP from a container, with its own curl or wget. */
  @Then("GET {text} from {container} {httpDemand}{repeat}")
  public void answersFrom(String url, ContainerRef container, HttpDemand demand, Repeat repeat) {
    session.expectRepeatedly(
        new HttpFrom(session.nameOf(container.pod()), container.name(), url),
        answer -> demand.of("GET " + url, answer, session.redaction()),
        repeat);
  }

  /** A TCP connection from a container, with its own nc. */
  @Then("port {int} of {text} {connection} from {container}{repeat}")
  public void connects(
      int port, String host, ConnectFrom.Outcome wanted, ContainerRef from, Repeat repeat) {
    session.expectRepeatedly(
        new ConnectFrom(session.nameOf(from.pod()), from.name(), host, port),
        came ->
            new Observed(
                "port " + port + " of " + host + " " + wanted.inWords(),
                came == wanted,
                "it " + came.inWords()),
        repeat);
  }

  private RunCommand command(ContainerRef container, String script) {
    return RunCommand.inLine(session.nameOf(container.pod()), container.name(), script);
  }

  private RunCommand.Result last() {
    return result.orElseThrow(
        () ->
            new IllegalArgumentException(
                "no command was run before; begin with: When I run \"cmd\" in container \"app\""));
  }
}
