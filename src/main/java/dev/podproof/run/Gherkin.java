package dev.podproof.run;

import dev.podproof.settings.RunSettings;
import io.cucumber.core.exception.CucumberException;
import io.cucumber.core.feature.FeatureWithLines;
import io.cucumber.core.options.PluginOption;
import io.cucumber.core.options.RuntimeOptionsBuilder;
import io.cucumber.core.plugin.PluginFactory;
import io.cucumber.core.plugin.Plugins;
import io.cucumber.core.runtime.ObjectFactorySupplier;
import io.cucumber.core.runtime.Runtime;
import io.cucumber.plugin.Plugin;
import io.cucumber.tagexpressions.TagExpressionException;
import io.cucumber.tagexpressions.TagExpressionParser;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Runs Cucumber on the selected features. The only place that knows its inner classes. */
final class Gherkin {
  private static final int MOST_LINES = 5;

  private static final URI GLUE = URI.create("classpath:/dev/podproof/steps");

  private Gherkin() {}

  /** Runs the selected scenarios with these listeners; in a dry run no step is performed. */
  static void run(
      RunSettings settings,
      boolean dry,
      int threads,
      ObjectFactorySupplier factory,
      List<Plugin> listeners) {
    runnable(options(settings, threads).setDryRun(dry), factory, listeners).run();
  }

  /**
   * What runs the selected scenarios as often as they are to be repeated, every file of the user's
   * formatters opened.
   *
   * @param redaction what hides texts of the scenario that runs on the thread that asks
   * @param losses is told what the formatters cannot write
   * @throws UsageProblem if one of the formatters cannot be had
   */
  static Runnable prepared(
      RunSettings settings,
      int threads,
      ObjectFactorySupplier factory,
      Supplier<UnaryOperator<String>> redaction,
      Losses losses,
      List<Plugin> listeners) {
    var rounds = settings.selection().repetitions();
    var options = options(settings, threads);
    options.setPickleOrder(
        pickles -> Collections.nCopies(rounds, pickles).stream().flatMap(List::stream).toList());
    var made = new PluginFactory();
    try {
      var all = new ArrayList<>(listeners);
      for (var name : settings.output().files().plugins()) {
        var one = new RuntimeOptionsBuilder().setMonochrome(true).setThreads(threads);
        all.add(
            new Formatter(
                name, new Plugins(made, one.addPluginName(name).build()), redaction, losses));
      }
      return runnable(options, factory, all);
    } catch (IllegalArgumentException | CucumberException e) {
      throw refused(e);
    }
  }

  private static RuntimeOptionsBuilder options(RunSettings settings, int threads) {
    var options = new RuntimeOptionsBuilder().addGlue(GLUE).setMonochrome(true).setThreads(threads);
    settings.features().forEach(f -> options.addFeature(FeatureWithLines.parse(f)));
    if (!settings.selection().tags().isEmpty()) {
      options.addTagFilter(TagExpressionParser.parse(settings.selection().tags()));
    }
    if (!settings.selection().name().isEmpty()) {
      options.addNameFilter(Pattern.compile(settings.selection().name()));
    }
    return options;
  }

  private static Runnable runnable(
      RuntimeOptionsBuilder options, ObjectFactorySupplier factory, List<Plugin> listeners) {
    return Runtime.builder()
            .withAdditionalPlugins(listeners.toArray(Plugin[]::new))
            .withObjectFactorySupplier(factory)
            .withRuntimeOptions(options.build())
            .build()
        ::run;
  }

  /**
   * Looks whether tags and name can be what selects.
   *
   * @throws UsageProblem naming the one that cannot
   */
  static void requireSelection(RunSettings.Selection selection) {
    try {
      TagExpressionParser.parse(selection.tags());
    } catch (TagExpressionException e) {
      throw new UsageProblem(
          "--tags is \""
              + selection.tags()
              + "\": "
              + firstLine(e)
              + "\n  expected tags with and, or, not between them, such as \"@slow and not @wip\"");
    }
    try {
      Pattern.compile(selection.name());
    } catch (PatternSyntaxException e) {
      throw new UsageProblem(
          "--name is \""
              + selection.name()
              + "\": "
              + firstLine(e)
              + "\n  expected a regular expression, such as \"waits for\"");
    }
  }

  private static String firstLine(Exception e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }

  /**
   * Looks whether there are such formatters, and nothing else of them.
   *
   * @throws UsageProblem with Cucumber's words if not
   */
  static void requirePlugins(List<String> plugins) {
    for (var plugin : plugins) {
      try {
        var known = PluginOption.parse(plugin);
        // Cucumber's own write to the screen then, which belongs to the run.
        if (known.argument() == null && known.pluginClass().getName().startsWith("io.cucumber.")) {
          throw new UsageProblem(
              "--plugin "
                  + plugin
                  + " names no file, and the screen belongs to the run\n  name one: --plugin "
                  + plugin
                  + ":FILE");
        }
      } catch (IllegalArgumentException | CucumberException e) {
        throw refused(e);
      }
    }
  }

  private static UsageProblem refused(RuntimeException e) {
    var words = String.valueOf(e.getMessage()).lines().filter(line -> !line.isBlank());
    return new UsageProblem(String.join("\n  ", words.limit(MOST_LINES).toList()));
  }
}
