package dev.podproof.expectation;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

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

  /** A number within a bound, the bound included. */
  record Bound(boolean lower, BigDecimal bound) implements ValueTest {
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}(?:\\.\\d{1,18})?");

    @Override
    public boolean fits(Optional<Object> value) {
      return value
          .map(String::valueOf)
          .filter(text -> NUMBER.matcher(text).matches())
          .map(text -> new BigDecimal(text).compareTo(bound))
          .filter(order -> lower ? order >= 0 : order <= 0)
          .isPresent();
    }

    @Override
    public String inWords() {
      return (lower ? "is at least " : "is at most ") + bound;
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
