package dev.podproof.steps;

import dev.podproof.expectation.Milestone;
import dev.podproof.expectation.Orders;
import dev.podproof.expectation.Pauses;
import dev.podproof.expectation.State;
import dev.podproof.steps.PhraseTypes.Counting;
import dev.podproof.steps.PhraseTypes.Denied;
import dev.podproof.steps.PhraseTypes.PastDenied;
import io.cucumber.core.backend.Backend;
import io.cucumber.core.backend.BackendProviderService;
import io.cucumber.core.backend.Container;
import io.cucumber.core.backend.Glue;
import io.cucumber.core.backend.Lookup;
import io.cucumber.core.backend.ParameterTypeDefinition;
import io.cucumber.core.backend.Snippet;
import io.cucumber.cucumberexpressions.ParameterType;
import io.cucumber.cucumberexpressions.Transformer;
import java.net.URI;
import java.text.MessageFormat;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** Hands Cucumber the parameter types that are made from the table of phrases. */
public final class PhraseBackend implements BackendProviderService {
  @Override
  public Backend create(Lookup lookup, Container container, Supplier<ClassLoader> classLoader) {
    container.addClass(PhraseTypes.class);
    return new Phrasing(lookup);
  }

  /** The parameter types of one run of Cucumber. */
  private record Phrasing(Lookup lookup) implements Backend {
    @Override
    public void loadGlue(Glue glue, List<URI> gluePaths) {
      var says = Phrases.regex(PhraseTypes.SAYS);
      add(glue, "milestone", List.of(says), Milestone.class, PhraseTypes::milestone);
      add(
          glue,
          "moment",
          List.of(says, PhraseTypes.SWITCH, PhraseTypes.ACTION),
          Milestone.class,
          PhraseTypes::moment);
      add(
          glue,
          "never",
          List.of(Phrases.regex(PhraseTypes.NEVER)),
          Denied.class,
          PhraseTypes::never);
      add(
          glue,
          "hasNever",
          List.of(Phrases.regex(PhraseTypes.HAS_NEVER)),
          PastDenied.class,
          PhraseTypes::hasNever);
      add(
          glue,
          "counted",
          List.of(Phrases.regex(PhraseTypes.COUNTED)),
          Counting.class,
          PhraseTypes::counted);
      add(
          glue,
          "stays",
          List.of(Phrases.regex(PhraseTypes.STAYS)),
          State.class,
          PhraseTypes::stays);
      add(
          glue,
          "pauses",
          List.of(PhraseTypes.RUNS + Subjects.CONTAINER, PhraseTypes.TIMES + "(?:" + says + ")"),
          Pauses.class,
          PhraseTypes::pauses);
      add(glue, "run", List.of(PhraseTypes.RUN), Orders.Time.class, PhraseTypes::run);
    }

    private <T> void add(
        Glue glue,
        String name,
        List<String> regexes,
        Class<T> type,
        BiFunction<PhraseTypes, String, T> meaning) {
      Transformer<T> transformer =
          text -> meaning.apply(lookup.getInstance(PhraseTypes.class), String.valueOf(text));
      var parameterType = new ParameterType<>(name, regexes, type, transformer, false, false);
      glue.addParameterType(new Defined(parameterType));
    }

    @Override
    public void buildWorld() {
      // The types belong to the session, which the object factory has.
    }

    @Override
    public void disposeWorld() {
      // As above.
    }

    @Override
    public Snippet getSnippet() {
      return new NoSnippet();
    }
  }

  /** One of them. */
  private record Defined(ParameterType<?> parameterType) implements ParameterTypeDefinition {
    @Override
    public boolean isDefinedAt(StackTraceElement stackTraceElement) {
      return false;
    }

    @Override
    public String getLocation() {
      return Phrases.class.getName();
    }
  }

  /** Nobody is asked to write Java for a step that is not defined. */
  private static final class NoSnippet implements Snippet {
    @Override
    public MessageFormat template() {
      return new MessageFormat("");
    }

    @Override
    public String tableHint() {
      return "";
    }

    @Override
    public String arguments(Map<String, java.lang.reflect.Type> arguments) {
      return "";
    }

    @Override
    public String escapePattern(String pattern) {
      return pattern;
    }
  }
}
