package dev.podproof.mutation.edit;

import dev.podproof.lint.workload.YamlValue;
import dev.podproof.mutation.edit.Spans.Span;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.lang3.StringUtils;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Changes of one YAML text, each of which gives the whole changed text and leaves what it does not
 * concern as it was written. Empty where the place cannot be changed so: it is absent, merged from
 * elsewhere, or an alias. Immutable.
 */
public final class Edits {
  private final String text;
  private final Spans spans;

  /** Changes of this text. */
  public Edits(String text) {
    this.text = text;
    this.spans = new Spans(text);
  }

  /** Without a field of an object; an object that had no other is {}. */
  public Optional<String> without(YamlValue holder, String key) {
    return mapping(holder)
        .flatMap(
            mapping ->
                index(mapping, key)
                    .flatMap(at -> isAlias(mapping, at) ? Optional.empty() : cut(mapping, at)));
  }

  private Optional<String> cut(MappingNode mapping, int at) {
    var entries = mapping.getValue().stream().map(spans::of).toList();
    if (mapping.getFlowStyle() == FlowStyle.FLOW) {
      return Optional.of(cutFlow(entries, at));
    }
    var gone = entries.get(at);
    if (entries.size() == 1) {
      return Optional.of(changed(gone, "{}"));
    }
    if (spans.beginsLine(gone.from())) {
      return Optional.of(withoutLines(gone));
    }
    // It stands behind the dash of a list's item, where the next one has to stand then.
    return at + 1 < entries.size()
        ? Optional.of(changed(new Span(gone.from(), entries.get(at + 1).from()), ""))
        : Optional.empty();
  }

  /** Without an item of the list in a field; without the field where it was the only one. */
  public Optional<String> withoutItem(YamlValue holder, String key, int item) {
    var list = list(holder.at(key));
    if (list.isEmpty() || item >= list.get().getValue().size()) {
      return Optional.empty();
    }
    if (list.get().getValue().size() == 1) {
      return without(holder, key);
    }
    var items = items(list.get());
    return list.get().getFlowStyle() == FlowStyle.FLOW
        ? Optional.of(cutFlow(items, item))
        : dash(items.get(item)).map(dash -> withoutLines(new Span(dash, items.get(item).to())));
  }

  /** With two neighbours of a list in each other's place, the second given. */
  public Optional<String> swapped(YamlValue list, int second) {
    return list(list)
        .filter(node -> second < node.getValue().size())
        .map(this::items)
        .map(
            items -> {
              var first = items.get(second - 1);
              var other = items.get(second);
              return text.substring(0, first.from())
                  + text.substring(other.from(), other.to())
                  + text.substring(first.to(), other.from())
                  + text.substring(first.from(), first.to())
                  + text.substring(other.to());
            });
  }

  /**
   * With another value of a field that is there.
   *
   * @param yaml the value in flow style, in one line
   */
  public Optional<String> with(YamlValue holder, String key, String yaml) {
    return mapping(holder)
        .flatMap(
            mapping ->
                index(mapping, key)
                    .filter(at -> !isAlias(mapping, at))
                    .map(at -> mapping.getValue().get(at)))
        .map(
            entry -> {
              var name = spans.of(entry.getKeyNode());
              return changed(spans.of(entry), text.substring(name.from(), name.to()) + ": " + yaml);
            });
  }

  /** With one more field, which is put before one that is there. */
  public Optional<String> plus(YamlValue holder, String key, String yaml, String before) {
    return mapping(holder)
        .flatMap(
            mapping ->
                index(mapping, before)
                    .map(at -> spans.start(mapping.getValue().get(at).getKeyNode()))
                    .map(
                        at ->
                            mapping.getFlowStyle() == FlowStyle.FLOW
                                ? changed(new Span(at, at), '"' + key + "\": " + yaml + ", ")
                                : changed(new Span(at, at), key + ": " + yaml + lineAt(at))));
  }

  private String lineAt(int at) {
    return "\n" + " ".repeat(at - spans.lineStart(at));
  }

  /**
   * With other words within a text.
   *
   * @param from index in the value, not in what is written
   */
  public Optional<String> reworded(YamlValue scalar, int from, int to, String words) {
    return scalar
        .node()
        .filter(ScalarNode.class::isInstance)
        .map(node -> reworded((ScalarNode) node, from, to, words));
  }

  private String reworded(ScalarNode node, int from, int to, String words) {
    var span = spans.of(node);
    var written = text.substring(span.from(), span.to());
    var value = node.getValue();
    var old = value.substring(from, to);
    var times = StringUtils.countMatches(value, old);
    if (times == 0 || times != StringUtils.countMatches(written, old)) {
      // It is written otherwise than it reads: escaped, or over several lines.
      return changed(span, Quoted.of(value.substring(0, from) + words + value.substring(to)));
    }
    var before = StringUtils.countMatches(value.substring(0, from), old);
    var at = span.from() + StringUtils.ordinalIndexOf(written, old, before + 1);
    var gone = new Span(at, at + old.length());
    return words.isEmpty() && isWholeLine(gone) ? withoutLines(gone) : changed(gone, words);
  }

  private boolean isWholeLine(Span span) {
    return spans.beginsLine(span.from())
        && text.substring(span.to(), spans.nextLine(span.to())).isBlank();
  }

  private String cutFlow(List<Span> parts, int at) {
    var part = parts.get(at);
    if (at + 1 < parts.size()) {
      return changed(new Span(part.from(), parts.get(at + 1).from()), "");
    }
    return changed(at == 0 ? part : new Span(parts.get(at - 1).to(), part.to()), "");
  }

  private String withoutLines(Span span) {
    return changed(new Span(spans.lineStart(span.from()), spans.nextLine(span.to())), "");
  }

  private String changed(Span span, String with) {
    return text.substring(0, span.from()) + with + text.substring(span.to());
  }

  // The dash of a list's item, where nothing but spaces is before it.
  private Optional<Integer> dash(Span item) {
    var at = item.from() - 1;
    while (at >= 0 && Character.isWhitespace(text.charAt(at))) {
      at--;
    }
    return at >= 0 && text.charAt(at) == '-' && spans.beginsLine(at)
        ? Optional.of(at)
        : Optional.empty();
  }

  private List<Span> items(SequenceNode list) {
    return list.getValue().stream().map(spans::of).toList();
  }

  private boolean isAlias(MappingNode mapping, int at) {
    var entry = mapping.getValue().get(at);
    return spans.start(entry.getValueNode()) < spans.of(entry.getKeyNode()).to();
  }

  private static Optional<Integer> index(MappingNode mapping, String key) {
    return IntStream.range(0, mapping.getValue().size())
        .filter(at -> isNamed(mapping.getValue().get(at), key))
        .boxed()
        .findFirst();
  }

  private static boolean isNamed(NodeTuple entry, String key) {
    return entry.getKeyNode() instanceof ScalarNode name && name.getValue().equals(key);
  }

  private static Optional<MappingNode> mapping(YamlValue value) {
    return value.node().filter(MappingNode.class::isInstance).map(MappingNode.class::cast);
  }

  // A list of which an item is an alias has no places of its own for it.
  private Optional<SequenceNode> list(YamlValue value) {
    return value
        .node()
        .filter(SequenceNode.class::isInstance)
        .map(SequenceNode.class::cast)
        .filter(list -> list.getValue().stream().allMatch(item -> isWithin(item, list)));
  }

  private boolean isWithin(Node item, SequenceNode list) {
    return spans.of(list).holds(spans.of(item));
  }
}
