package dev.podproof.manifest;

import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.ConstructNode;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;
import org.snakeyaml.engine.v2.schema.Schema;

/**
 * Plain words as kubectl reads them: those of YAML 1.1, where 0644 is a number and yes is true, but
 * without dates and numbers to the base of sixty (go.yaml.in/yaml/v2: resolve.go, which
 * sigs.k8s.io/yaml reads manifests with).
 */
final class KubectlSchema implements Schema {
  private static final Set<String> TRUE =
      Set.of("y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON");
  private static final Set<String> FALSE =
      Set.of("n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF");
  private static final Set<String> NULL = Set.of("", "~", "null", "Null", "NULL");
  private static final Pattern INTEGER =
      Pattern.compile("([-+]?)(?:0[xX]([0-9a-fA-F]+)|0[bB]([01]+)|0[oO]?([0-7]+)|(0|[1-9]\\d*))");
  private static final Pattern FLOAT =
      Pattern.compile("[-+]?(?:\\.\\d+|\\d+(?:\\.\\d*)?)(?:[eE][-+]?\\d+)?");

  @Override
  public ScalarResolver getScalarResolver() {
    return (value, plain) -> plain ? tag(value) : Tag.STR;
  }

  private static Tag tag(String value) {
    if (TRUE.contains(value) || FALSE.contains(value)) {
      return Tag.BOOL;
    }
    if (NULL.contains(value)) {
      return Tag.NULL;
    }
    return number(value).map(n -> n instanceof Double ? Tag.FLOAT : Tag.INT).orElse(Tag.STR);
  }

  // Values are made by value alone.
  @Override
  public Map<Tag, ConstructNode> getSchemaTagConstructors() {
    return Map.of();
  }

  /**
   * What a word says: a text, a number, true or false, or null. A tag that does not fit changes
   * nothing: the API server refuses such a value.
   */
  static @Nullable Object value(ScalarNode node) {
    var text = node.getValue();
    var tag = node.getTag();
    if (tag.equals(Tag.NULL)) {
      return null;
    }
    if (tag.equals(Tag.BOOL) && (TRUE.contains(text) || FALSE.contains(text))) {
      return TRUE.contains(text);
    }
    return tag.equals(Tag.INT) || tag.equals(Tag.FLOAT)
        ? number(text).map(Object.class::cast).orElse(text)
        : text;
  }

  // Infinity is no value of JSON, in which the API server is told.
  private static Optional<Number> number(String value) {
    var plain = value.replace("_", "");
    var integer = INTEGER.matcher(plain);
    if (value.startsWith("_")) {
      return Optional.empty();
    }
    if (integer.matches()) {
      for (var form = 2; form <= 5; form++) {
        if (integer.group(form) != null) {
          return Optional.of(whole(integer.group(1) + integer.group(form), RADIX[form]));
        }
      }
    }
    return FLOAT.matcher(plain).matches() ? Optional.of(fraction(plain)) : Optional.empty();
  }

  private static final int[] RADIX = {0, 0, 16, 2, 8, 10};

  private static Number whole(String digits, int radix) {
    var number = new BigInteger(digits, radix);
    return number.bitLength() < 32
        ? (Number) number.intValueExact()
        : number.bitLength() < 64 ? (Number) number.longValueExact() : number;
  }

  // JSON writes a float without a fraction as a whole number (Go: encoding/json).
  private static Number fraction(String digits) {
    var number = Double.parseDouble(digits);
    return number == (long) number ? (Number) (long) number : (Number) number;
  }
}
