package dev.podproof.run;

import dev.podproof.session.PodSession;
import dev.podproof.steps.Manifests;
import dev.podproof.steps.Turn;
import io.cucumber.core.backend.ObjectFactory;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes the step classes of one scenario after the other, each with that scenario's session.
 *
 * <p>One for each thread that runs scenarios; used by that thread alone.
 */
final class SessionFactory implements ObjectFactory {
  private final Map<Class<?>, Object> made = new HashMap<>();
  private final Map<Class<?>, Object> given = new HashMap<>();
  private @Nullable PodSession session;

  /** From now on steps belong to this scenario, which waits for its turn before the first. */
  void begin(PodSession session, Manifests manifests, Turn turn) {
    this.session = session;
    made.clear();
    given.put(PodSession.class, session);
    given.put(Manifests.class, manifests);
    given.put(Turn.class, turn);
  }

  /** The session of the scenario that runs; empty between scenarios. */
  Optional<PodSession> session() {
    return Optional.ofNullable(session);
  }

  @Override
  public boolean addClass(Class<?> glue) {
    return true;
  }

  @Override
  public <T> T getInstance(Class<T> type) {
    return type.cast(made.computeIfAbsent(type, this::make));
  }

  private Object make(Class<?> type) {
    var constructor = type.getConstructors()[0];
    try {
      return constructor.newInstance(
          Arrays.stream(constructor.getParameterTypes()).map(p -> argument(type, p)).toArray());
    } catch (InvocationTargetException | InstantiationException | IllegalAccessException e) {
      throw new IllegalStateException("the step class " + type.getName() + " cannot be made", e);
    }
  }

  private Object argument(Class<?> type, Class<?> parameter) {
    return Optional.ofNullable(given.get(parameter))
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "the step class "
                        + type.getName()
                        + " wants a "
                        + parameter.getSimpleName()
                        + " in its constructor; it can have a PodSession, Manifests and a Turn"));
  }

  @Override
  public void start() {
    // Instances are made when a step first needs them, after begin.
  }

  @Override
  public void stop() {
    made.clear();
    given.clear();
    session = null;
  }
}
