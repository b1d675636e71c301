package dev.podproof.steps;

import dev.podproof.action.HttpGet;
import dev.podproof.action.PrintedColumn;
import dev.podproof.action.ReadFile;
import dev.podproof.action.RunCommand;
import dev.podproof.expectation.ContainerRef;
import dev.podproof.expectation.LogRepeats;
import dev.podproof.expectation.Observed;
import dev.podproof.expectation.PodRef;
import dev.podproof.session.PodSession;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.time.Duration;
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
  @Then("running {text} in {container} {commandDemand}{within}")
  public void yields(String script, ContainerRef container, CommandDemand demand, Duration within) {
    session.expectRepeatedly(
        command(container, script),
        ended -> demand.of("running \"" + script + "\"", ended, session.redaction()),
        within);
  }

  /** Reads a file again and again until it is so. */
  @Then("file {text} in {container} {fileDemand}{within}")
  public void file(String path, ContainerRef container, FileDemand demand, Duration within) {
    session.expectRepeatedly(
        new ReadFile(session.nameOf(container.pod()), container.name(), path),
        read -> demand.of(path, read),
        within);
  }

  /** A cell of the table that kubectl get shows, again and again until it is so. */
  @Then("the printed column {text} of {pod} shows {text}")
  public void prints(String column, PodRef pod, String wanted) {
    session.expectRepeatedly(
        new PrintedColumn(session.nameOf(pod), column),
        cell ->
            new Observed(
                "the printed column " + column + " shows \"" + wanted + "\"",
                cell.equals(wanted),
                "it showed \"" + cell + "\""),
        session.budget());
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
  @Then("GET {text} on port {int} of {pod} answers {text}{within}")
  public void answers(String path, int port, PodRef pod, String wanted, Duration within) {
    session.expectRepeatedly(
        new HttpGet(session.nameOf(pod), port, path),
        answer ->
            new Observed(
                "GET " + path + " answers \"" + wanted + "\"",
                answer.contains(wanted),
                "it answered \"" + answer.strip().lines().findFirst().orElse("") + "\""),
        within);
  }

  /** A request over HTTP from a container, with its own wget. */
  @Then("GET {text} from {container} {commandDemand}{within}")
  public void answersFrom(
      String url, ContainerRef container, CommandDemand demand, Duration within) {
    session.expectRepeatedly(
        command(container, "timeout 3 wget -q -O - '" + url + "'"),
        ended -> demand.of("GET " + url, ended, session.redaction()),
        within);
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
