package dev.podproof.run;

import io.cucumber.core.options.PluginOption;
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
 * One of Cucumber's own formatters, which is told nothing that nobody may be shown: what it writes
 * it is told as messages, and every text of a message goes through the redaction. What it cannot
 * write is a loss.
 */
final class Formatter implements ConcurrentEventListener {
  private static final String MESSAGES = Envelope.class.getPackageName();

  private final String name;
  private final Plugins plugin;
  private final boolean ofCucumber;
  private final Supplier<UnaryOperator<String>> redaction;
  private final Losses losses;

  /**
   * A formatter whose files are open.
   *
   * @param name as the user named it, such as html:out.html
   * @param redaction what hides texts on the thread that asks
   */
  Formatter(String name, Plugins plugin, Supplier<UnaryOperator<String>> redaction, Losses losses) {
    this.name = "--plugin " + name;
    this.plugin = plugin;
    this.ofCucumber = PluginOption.parse(name).pluginClass().getName().startsWith("io.cucumber.");
    this.redaction = redaction;
    this.losses = losses;
  }

  @Override
  public void setEventPublisher(EventPublisher publisher) {
    var hiding = new Hiding(publisher);
    if (ofCucumber) {
      // Messages name what they belong to. In the order of the features, which Cucumber's runtime
      // gives to what cannot be told of several scenarios at once, none would arrive at all.
      plugin.setEventBusOnEventListenerPlugins(hiding);
    } else {
      plugin.setSerialEventBusOnEventListenerPlugins(hiding);
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
      publisher.registerHandlerFor(type, event -> tell(handler, type.cast(hidden(event))));
    }

    @Override
    public <T> void removeHandlerFor(Class<T> type, EventHandler<T> handler) {
      publisher.removeHandlerFor(type, handler);
    }
  }

  private synchronized <T> void tell(EventHandler<T> handler, T event) {
    if (losses.isLost(name)) {
      return;
    }
    try {
      handler.receive(event);
    } catch (RuntimeException e) {
      losses.add(name, e);
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
