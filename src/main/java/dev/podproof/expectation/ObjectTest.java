package dev.podproof.expectation;

import dev.podproof.lifecycle.Interval;
import dev.podproof.lifecycle.PodCondition;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What an object must be. */
public sealed interface ObjectTest {
  /** Whether this version of it is. */
  boolean fits(Map<String, Object> content);

  /** The demand after the object's name, such as: has field spec.replicas that is "3". */
  String inWords();

  /** What is the case instead, in this version. */
  String instead(Map<String, Object> content);

  /** One field's value. */
  record Field(FieldPath path, ValueTest test) implements ObjectTest {
    @Override
    public boolean fits(Map<String, Object> content) {
      return test.fits(path.in(content));
    }

    @Override
    public String inWords() {
      return "has field " + path + " that " + test.inWords();
    }

    @Override
    public String instead(Map<String, Object> content) {
      return path.in(content)
          .map(value -> "field " + path + " was \"" + value + "\"")
          .orElse("field " + path + " was absent");
    }
  }

  /** It is there. */
  record There() implements ObjectTest {
    @Override
    public boolean fits(Map<String, Object> content) {
      return true;
    }

    @Override
    public String inWords() {
      return "exists";
    }

    @Override
    public String instead(Map<String, Object> content) {
      return "it was gone";
    }
  }

  /** Its deletion has been asked for, and something still holds it. */
  record Terminating() implements ObjectTest {
    private static final FieldPath DELETION = FieldPath.of("metadata.deletionTimestamp");

    @Override
    public boolean fits(Map<String, Object> content) {
      return DELETION.in(content).isPresent();
    }

    @Override
    public String inWords() {
      return "is terminating";
    }

    @Override
    public String instead(Map<String, Object> content) {
      return "nobody had asked for its deletion";
    }
  }

  /** A condition of its status is so. */
  record Condition(PodFact.Condition wanted) implements ObjectTest {
    private Optional<PodCondition> found(Map<String, Object> content) {
      return FieldPath.of("status.conditions[type=" + wanted.type() + "]")
          .in(content)
          .filter(Map.class::isInstance)
          .map(Map.class::cast)
          .map(
              map ->
                  new PodCondition(
                      wanted.type(),
                      Objects.toString(map.get("status"), ""),
                      Objects.toString(map.get("reason"), ""),
                      Objects.toString(map.get("message"), ""),
                      Interval.UNKNOWN));
    }

    @Override
    public boolean fits(Map<String, Object> content) {
      return found(content).filter(wanted::fits).isPresent();
    }

    @Override
    public String inWords() {
      return wanted.inWords();
    }

    @Override
    public String instead(Map<String, Object> content) {
      return found(content)
          .map(PodFact.Condition::told)
          .orElse("it had no condition " + wanted.type());
    }
  }

  /** Many fields, as a partial object; elements of lists are found by their name or type. */
  record Like(Map<String, Object> partial) implements ObjectTest {
    private static final List<String> KEYS = List.of("name", "type", "containerPort", "ip");

    public Like {
      partial = Map.copyOf(partial);
    }

    @Override
    public boolean fits(Map<String, Object> content) {
      return difference("", partial, Optional.of(content)).isEmpty();
    }

    @Override
    public String inWords() {
      return "matches " + partial;
    }

    @Override
    public String instead(Map<String, Object> content) {
      return difference("", partial, Optional.of(content)).orElse("it matched");
    }

    private static Optional<String> difference(String at, Object wanted, Optional<Object> found) {
      if (found.isEmpty()) {
        return Optional.of("field " + at + " was absent");
      }
      if (wanted instanceof Map<?, ?> map) {
        return found.get() instanceof Map<?, ?> other
            ? map.entrySet().stream()
                .map(
                    entry ->
                        difference(
                            at + (at.isEmpty() ? "" : ".") + entry.getKey(),
                            entry.getValue(),
                            Optional.ofNullable(other.get(entry.getKey()))))
                .flatMap(Optional::stream)
                .findFirst()
            : Optional.of("field " + at + " was \"" + found.get() + "\"");
      }
      if (wanted instanceof List<?> list) {
        return found.get() instanceof List<?> others
            ? listDifference(at, list, others)
            : Optional.of("field " + at + " was \"" + found.get() + "\"");
      }
      return String.valueOf(wanted).equals(String.valueOf(found.get()))
          ? Optional.empty()
          : Optional.of("field " + at + " was \"" + found.get() + "\"");
    }

    private static Optional<String> listDifference(String at, List<?> wanted, List<?> found) {
      for (var i = 0; i < wanted.size(); i++) {
        var element = wanted.get(i);
        var index = i;
        var key = key(element);
        var place = key.map(k -> at + "[" + k + "]").orElse(at + "[" + i + "]");
        var other =
            key.isPresent()
                ? found.stream()
                    .filter(one -> key(one).equals(key))
                    .findFirst()
                    .map(Object.class::cast)
                : index < found.size()
                    ? Optional.<Object>ofNullable(found.get(index))
                    : Optional.<Object>empty();
        var difference = difference(place, element, other);
        if (difference.isPresent()) {
          return difference;
        }
      }
      return Optional.empty();
    }

    private static Optional<String> key(@org.jspecify.annotations.Nullable Object element) {
      return element instanceof Map<?, ?> map
          ? KEYS.stream().filter(map::containsKey).findFirst().map(key -> key + "=" + map.get(key))
          : Optional.empty();
    }
  }
}
