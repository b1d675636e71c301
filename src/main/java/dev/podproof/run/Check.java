package dev.podproof.run;

import dev.podproof.manifest.Manifest;
import dev.podproof.manifest.ManifestProblem;
import dev.podproof.manifest.NearMatches;
import dev.podproof.manifest.Reach;
import dev.podproof.project.Surroundings;
import dev.podproof.report.ScenarioResult.Place;
import dev.podproof.settings.RunSettings;
import dev.podproof.steps.ManifestFolder;
import dev.podproof.steps.StepArgument;
import dev.podproof.steps.StepHint;
import dev.podproof.steps.StepValues;
import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.DataTableArgument;
import io.cucumber.plugin.event.DocStringArgument;
import io.cucumber.plugin.event.EventPublisher;
import io.cucumber.plugin.event.PickleStepTestStep;
import io.cucumber.plugin.event.Status;
import io.cucumber.plugin.event.TestCase;
import io.cucumber.plugin.event.TestCaseFinished;
import io.cucumber.plugin.event.TestCaseStarted;
import io.cucumber.plugin.event.TestStepFinished;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.lang3.exception.ExceptionUtils;

/** Finds, without a cluster, what cannot work: a dry run over steps and manifests. */
final class Check implements ConcurrentEventListener {
  private static final int MOST = 5;

  /** A step that every scenario of the node would feel. */
  private static final String SHARED = "I restart the {nodeComponent}";

  private static final Pattern NO_FEATURE = Pattern.compile("Feature not found: (\\S+)");
  private static final Pattern NOT_GHERKIN =
      Pattern.compile("(?s)Failed to parse resource at: (\\S+)\\s+(.*)");

  private final List<String> problems = new ArrayList<>();
  private final List<Place> scenarios = new ArrayList<>();
  private final Set<String> secrets = new HashSet<>();
  private NamedSubjects named = new NamedSubjects();

  private final Reach reach;
  private final Surroundings surroundings;

  private Check(RunSettings settings, Surroundings surroundings) {
    this.reach = Collector.reach(settings);
    this.surroundings = surroundings;
  }

  /**
   * What is selected.
   *
   * @param scenarios as Cucumber orders them
   * @param hidden what nobody may be shown of them
   */
  record Selected(List<Place> scenarios, Hidden hidden) {}

  /**
   * Checks everything that is selected.
   *
   * @throws UsageProblem if nothing is selected or anything selected cannot work
   */
  static Selected of(RunSettings settings, Surroundings surroundings) {
    settings.features().forEach(Check::requireFile);
    Gherkin.requireSelection(settings.selection());
    Gherkin.requirePlugins(settings.output().files().plugins());
    var check = new Check(settings, surroundings);
    try {
      var factory = new SessionFactory();
      Gherkin.run(settings, true, 1, () -> factory, List.of(check));
    } catch (RuntimeException e) {
      throw new UsageProblem(unreadable(e));
    }
    if (!check.problems.isEmpty()) {
      throw new UsageProblem(check.inWords());
    }
    if (check.scenarios.isEmpty()) {
      throw new UsageProblem(
          "no scenario is selected in "
              + String.join(", ", settings.features())
              + "\n  look at --tags, --name and the line numbers");
    }
    return new Selected(check.scenarios, new Hidden(check.secrets));
  }

  private static void requireFile(String feature) {
    var path = Path.of(feature.replaceFirst("(:\\d+)+$", ""));
    if (feature.isBlank()) {
      throw new UsageProblem(
          "the name of a feature is empty\n  name a feature file, a folder with features, or FILE:LINE");
    }
    if (Files.isDirectory(path) && !path.toString().equals(Path.of(feature).toString())) {
      throw new UsageProblem(
          path + " is a folder, which has no lines\n  name a feature file of it, as FILE:LINE");
    }
    if (!Files.exists(path)) {
      throw new UsageProblem(
          "there is no feature "
              + path
              + NearMatches.besides(path)
              + "\n  name a feature file, a folder with features, or FILE:LINE");
    }
  }

  private static String unreadable(Throwable e) {
    var words = String.valueOf(ExceptionUtils.getRootCause(e).getMessage());
    var empty = NO_FEATURE.matcher(words);
    if (empty.matches()) {
      return Places.file(URI.create(empty.group(1)))
          + ": no feature stands in it\n  begin it with Feature: and what it is about";
    }
    var faulty = NOT_GHERKIN.matcher(words);
    return faulty.matches()
        ? faulty
            .group(2)
            .replaceAll("(?m)^\\((\\d+:\\d+)\\)", Places.file(URI.create(faulty.group(1))) + ":$1")
        : "the features cannot be read: " + String.join("\n  ", words.lines().limit(MOST).toList());
  }

  @Override
  public void setEventPublisher(EventPublisher publisher) {
    publisher.registerHandlerFor(TestCaseStarted.class, event -> named = new NamedSubjects());
    publisher.registerHandlerFor(TestCaseFinished.class, this::finished);
    publisher.registerHandlerFor(TestStepFinished.class, this::look);
  }

  private void finished(TestCaseFinished event) {
    var place = Collector.place(event.getTestCase());
    scenarios.add(place);
    if (event.getTestCase().getTestSteps().stream()
        .noneMatch(PickleStepTestStep.class::isInstance)) {
      problems.add(
          place.inWords()
              + ": the scenario \""
              + event.getTestCase().getName()
              + "\" has no step, so it shows nothing\n  begin each step with Given, When, Then or And");
    }
    problems.addAll(named.problems());
  }

  private void look(TestStepFinished event) {
    if (event.getTestStep() instanceof PickleStepTestStep step) {
      var place = Places.file(event.getTestCase().getUri()) + ":" + step.getStep().getLine();
      if (event.getResult().getStatus() == Status.AMBIGUOUS) {
        problems.add(place + ": more than one step fits \"" + step.getStep().getText() + "\"");
      } else if (isUndefined(step)) {
        problems.add(
            place
                + ": no step is defined for \""
                + step.getStep().getText()
                + "\""
                + StepHint.of(step.getStep().getText()));
      } else {
        StepValues.problem(step.getStep().getText())
            .ifPresent(words -> problems.add(place + ": " + words));
        lookAtArgument(step, place);
        lookAtManifest(event.getTestCase(), step, place);
        lookAtContainers(step, place);
        lookAtNeighbours(event.getTestCase(), step, place);
      }
    }
  }

  // Not by its status: after the first of a scenario that is undefined, Cucumber skips the others.
  @SuppressWarnings("ConstantValue") // Cucumber has no pattern for it, and does not say so
  private static boolean isUndefined(PickleStepTestStep step) {
    return step.getPattern() == null;
  }

  // A kubelet that begins anew takes a container for started whose startup probe has not
  // succeeded (k8s.io/kubernetes, pkg/kubelet/prober: isContainerStarted).
  private void lookAtNeighbours(TestCase scenario, PickleStepTestStep step, String place) {
    if (step.getPattern().equals(SHARED) && !Lanes.isolates(scenario.getTags())) {
      problems.add(
          place
              + ": \""
              + step.getStep().getText()
              + "\" disturbs every scenario on the node\n  tag the scenario @isolated, and it runs alone");
    }
    Background.conflict(surroundings, step, scenario.getTags())
        .ifPresent(words -> problems.add(place + ": " + words));
  }

  private void lookAtManifest(TestCase scenario, PickleStepTestStep step, String place) {
    try {
      if (step.getPattern()
          .matches("I (?:try to )?apply \\{string}(?:\\{trial}| without \\{object})?")) {
        applies(manifest(scenario, step));
      }
    } catch (ManifestProblem e) {
      problems.add(place + ": " + e.getMessage());
    }
    if (step.getPattern().matches("I (?:try to )?apply(?:\\{trial})?:")
        && step.getStep().getArgument() instanceof DocStringArgument text) {
      lookAtManifest(Places.file(scenario.getUri()), text);
    }
  }

  private Manifest manifest(TestCase scenario, PickleStepTestStep step) {
    var arguments = step.getDefinitionArgument();
    var name = unquoted(arguments.get(0).getValue());
    var folder = new ManifestFolder(Places.path(scenario.getUri()), reach);
    return step.getPattern().contains(" without ")
        ? folder.readWithout(name, arguments.get(1).getValue().replace("\"", ""))
        : folder.read(name);
  }

  // The lines before it make its places those of the feature.
  private void lookAtManifest(String feature, DocStringArgument text) {
    try {
      var before = "\n".repeat(text.getLine());
      applies(Manifest.parse(feature, before + StepArgument.settled(text.getContent()), reach));
    } catch (ManifestProblem e) {
      problems.add(e.getMessage());
    }
  }

  private void applies(Manifest manifest) {
    named.applies(manifest);
    secrets.addAll(Hidden.in(manifest));
  }

  private void lookAtArgument(PickleStepTestStep step, String place) {
    var argument = step.getStep().getArgument();
    var problem =
        argument instanceof DocStringArgument text
            ? StepArgument.problem(step.getPattern(), text.getContent())
            : argument instanceof DataTableArgument table
                ? StepArgument.problem(step.getPattern(), table.cells())
                : StepArgument.missing(step.getPattern());
    problem.ifPresent(words -> problems.add(place + ": " + words));
  }

  private void lookAtContainers(PickleStepTestStep step, String place) {
    named.says(place, step.getStep().getText());
    if (step.getPattern().startsWith("I add an ephemeral container")
        && step.getStep().getArgument() instanceof DocStringArgument text) {
      named.adds(text.getContent());
    } else if (step.getPattern().endsWith("it happens in this order:")
        && step.getStep().getArgument() instanceof DataTableArgument table) {
      table.cells().forEach(row -> row.forEach(cell -> named.says(place, cell)));
    }
  }

  /** A text without the quotes that a step has it in. */
  static String unquoted(String text) {
    return text.replaceAll("^[\"']|[\"']$", "");
  }

  private String inWords() {
    var distinct = problems.stream().distinct().toList();
    var shown = distinct.subList(0, Math.min(MOST - 1, distinct.size()));
    return String.join("\n", shown)
        + (distinct.size() > shown.size()
            ? "\n... and " + (distinct.size() - shown.size()) + " more"
            : "");
  }
}
