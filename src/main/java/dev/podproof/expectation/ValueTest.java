package dev.podproof.expectation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What a field's value must be. To add one, add one record. */
public sealed interface ValueTest {
  /** Whether it is; empty stands for a field that is absent. */
  boolean fits(Optional<Object> value);

  /** Such as: is "Burstable". */
  String inWords();

  /** One of some values, as text. */
  record OneOf(List<String> values) implements ValueTest {
    public OneOf {
      values = List.copyOf(values);
    }

    @Override
    public boolean fits(Optional<Object> value) {
      return value.map(String::valueOf).filter(values::contains).isPresent();
    }

    @Override
    public String inWords() {
      return (values.size() == 1 ? "is " : "is one of ") + "\"" + String.join(", ", values) + "\"";
    }
  }

  /** A list of exactly these, or an object with exactly these keys, in any order. */
  record Exactly(List<String> names) implements ValueTest {
    public Exactly {
      names = List.copyOf(names);
    }

    @Override
    public boolean fits(Optional<Object> value) {
      return value.filter(one -> elements(one).sorted().toList().equals(sorted())).isPresent();
    }

    private List<String> sorted() {
      return names.stream().filter(name -> !name.isEmpty()).sorted().toList();
    }

    private static Stream<String> elements(Object value) {
      return value instanceof List<?> list
          ? list.stream().map(String::valueOf)
          : value instanceof Map<?, ?> map
              ? map.keySet().stream().map(String::valueOf)
              : Stream.of(String.valueOf(value));
    }

    @Override
    public String inWords() {
      return "is exactly \"" + String.join(", ", names) + "\"";
    }
  }

  /** A list, or an object, of so many elements; one that is absent has none. */
  record Elements(Amount amount) implements ValueTest {
    @Override
    public boolean fits(Optional<Object> value) {
      return amount.fits(value.map(Elements::size).orElse(0));
    }

    private static int size(Object value) {
      return value instanceof Collection<?> list
          ? list.size()
          : value instanceof Map<?, ?> map ? map.size() : 1;
    }

    @Override
    public String inWords() {
      return "has " + amount.inWords() + (amount.number() == 1 ? " element" : " elements");
    }
  }

  /** A text in which another is found. */
  record Text(TextMatch match) implements ValueTest {
    @Override
    public boolean fits(Optional<Object> value) {
      return value.map(String::valueOf).filter(match::matches).isPresent();
    }

    @Override
    public String inWords() {
      return (match.isPattern() ? "matches \"" : "contains \"") + match.text() + "\"";
    }
  }

  /** A number, quantity or time within a bound, the bound included. */
  record Bound(boolean lower, Quantity bound) implements ValueTest {
    @Override
    public boolean fits(Optional<Object> value) {
      return Quantity.compare(bound.text(), value)
          .filter(order -> lower ? order <= 0 : order >= 0)
          .isPresent();
    }

    @Override
    public String inWords() {
      return (lower ? "is at least " : "is at most ") + bound.text();
    }
  }

  /** A number, quantity or time, however it is written: 64Mi and 67108864 are the same. */
  record Same(Quantity as) implements ValueTest {
    @Override
    public boolean fits(Optional<Object> value) {
      return Quantity.compare(as.text(), value).filter(order -> order == 0).isPresent();
    }

    @Override
    public String inWords() {
      return "is " + as.text();
    }
  }

  /** A value that passes both tests. */
  record Both(ValueTest one, ValueTest other) implements ValueTest {
    @Override
    public boolean fits(Optional<Object> value) {
      return one.fits(value) && other.fits(value);
    }

    @Override
    public String inWords() {
      return one.inWords() + " and " + other.inWords();
    }
  }

  /** A value that is there and fails the test. */
  record Not(ValueTest test) implements ValueTest {
    @Override
    public boolean fits(Optional<Object> value) {
      return value.isPresent() && !test.fits(value);
    }

    @Override
    public String inWords() {
      return test.inWords().replaceFirst("^is ", "is not ");
    }
  }

  /** There or not there. */
  record Present(boolean wanted) implements ValueTest {
    @Override
    public boolean fits(Optional<Object> value) {
      return value.isPresent() == wanted;
    }

    @Override
    public String inWords() {
      return wanted ? "exists" : "is absent";
    }
  }
}
