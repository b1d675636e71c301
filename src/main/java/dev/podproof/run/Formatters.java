package dev.podproof.run;

import io.cucumber.core.options.RuntimeOptions;
import io.cucumber.core.plugin.PluginFactory;
import io.cucumber.core.plugin.Plugins;
import io.cucumber.messages.types.Envelope;
import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.EventHandler;
import io.cucumber.plugin.event.EventPublisher;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Cucumber's own formatters, which are told nothing that nobody may be shown: what each of them
 * writes it is told as messages, and every text of a message goes through the redaction.
 */
final class Formatters implements ConcurrentEventListener {
  private static final String MESSAGES = Envelope.class.getPackageName();

  private final Plugins plugins;
  private final boolean several;
  private final Supplier<UnaryOperator<String>> redaction;

  /**
   * The formatters that these options name; their files are opened.
   *
   * @param redaction what hides texts on the thread that asks
   */
  Formatters(RuntimeOptions options, Supplier<UnaryOperator<String>> redaction) {
    this.plugins = new Plugins(new PluginFactory(), options);
    this.several = options.isMultiThreaded();
    this.redaction = redaction;
  }

  @Override
  public void setEventPublisher(EventPublisher publisher) {
    var hiding = new Hiding(publisher);
    if (several) {
      plugins.setSerialEventBusOnEventListenerPlugins(hiding);
    } else {
      plugins.setEventBusOnEventListenerPlugins(hiding);
    }
  }

  /** Passes everything on, messages without what is hidden. */
  private final class Hiding implements EventPublisher {
    private final EventPublisher publisher;

    Hiding(EventPublisher publisher) {
      this.publisher = publisher;
    }

    @Override
    public <T> void registerHandlerFor(Class<T> type, EventHandler<T> handler) {
      publisher.registerHandlerFor(type, event -> handler.receive(type.cast(hidden(event))));
    }

    @Override
    public <T> void removeHandlerFor(Class<T> type, EventHandler<T> handler) {
      publisher.removeHandlerFor(type, handler);
    }
  }

  private Object hidden(Object event) {
    return event instanceof Envelope ? copied(event, redaction.get()) : event;
  }

  private static Object copy(Object part, UnaryOperator<String> hide) {
    if (part instanceof String text) {
      return hide.apply(text);
    }
    if (part instanceof List<?> list) {
      return list.stream().<Object>map(one -> copy(one, hide)).toList();
    }
    var type = part.getClass();
    var message = type.getPackageName().equals(MESSAGES) && !type.isEnum();
    return message ? copied(part, hide) : part;
  }

  // Messages are final, without a copy of their own, and generated: the constructor takes the
  // fields in their order.
  private static Object copied(Object message, UnaryOperator<String> hide) {
    var type = message.getClass();
    var fields = type.getDeclaredFields();
    var values = new @Nullable Object[fields.length];
    try {
      for (int i = 0; i < fields.length; i++) {
        fields[i].setAccessible(true);
        values[i] =
            Optional.ofNullable(fields[i].get(message)).map(part -> copy(part, hide)).orElse(null);
      }
      return type.getConstructors()[0].newInstance(values);
    } catch (IllegalAccessException | InstantiationException | InvocationTargetException e) {
      throw new IllegalStateException("a message of Cucumber's is no longer as it was: " + type, e);
    }
  }
}
