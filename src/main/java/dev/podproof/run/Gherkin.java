package dev.podproof.run;

import dev.podproof.settings.RunSettings;
import io.cucumber.core.feature.FeatureWithLines;
import io.cucumber.core.options.RuntimeOptionsBuilder;
import io.cucumber.core.runtime.ObjectFactorySupplier;
import io.cucumber.core.runtime.Runtime;
import io.cucumber.plugin.Plugin;
import io.cucumber.tagexpressions.TagExpressionParser;
import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;

/** Runs Cucumber on the selected features. The only place that knows its inner classes. */
final class Gherkin {
  private static final URI GLUE = URI.create("classpath:/dev/podproof/steps");

  private Gherkin() {}

  /** Runs the selected scenarios with these listeners; in a dry run no step is performed. */
  static void run(
      RunSettings settings,
      boolean dry,
      int threads,
      ObjectFactorySupplier factory,
      List<Plugin> listeners) {
    var options =
        new RuntimeOptionsBuilder()
            .addGlue(GLUE)
            .setMonochrome(true)
            .setDryRun(dry)
            .setThreads(threads);
    settings.features().forEach(f -> options.addFeature(FeatureWithLines.parse(f)));
    if (!settings.selection().tags().isEmpty()) {
      options.addTagFilter(TagExpressionParser.parse(settings.selection().tags()));
    }
    if (!settings.selection().name().isEmpty()) {
      options.addNameFilter(Pattern.compile(settings.selection().name()));
    }
    Runtime.builder()
        .withRuntimeOptions(options.build())
        .withAdditionalPlugins(listeners.toArray(Plugin[]::new))
        .withObjectFactorySupplier(factory)
        .build()
        .run();
  }
}
