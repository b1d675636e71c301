package dev.podproof.mutation.edit;

import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.CollectionNode;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Where nodes stand in a text, as indices of its characters.
 *
 * <p>The parser's own end of a block collection is the beginning of what comes after it, comments
 * and empty lines included; here it is the end of the last value in it.
 */
record Spans(String text) {
  /** From the first character on, up to but without the last. */
  record Span(int from, int to) {
    boolean holds(Span other) {
      return from <= other.from && other.to <= to;
    }
  }

  Span of(Node node) {
    return new Span(start(node), end(node));
  }

  Span of(NodeTuple entry) {
    return new Span(start(entry.getKeyNode()), end(entry));
  }

  int start(Node node) {
    return node.getStartMark().map(this::index).orElse(0);
  }

  private int end(NodeTuple entry) {
    var key = end(entry.getKeyNode());
    // An alias answers with the place of its anchor, which is elsewhere.
    return start(entry.getValueNode()) < key ? key : Math.max(key, end(entry.getValueNode()));
  }

  private int end(Node node) {
    var marked = node.getEndMark().map(this::index).orElse(text.length());
    if (node instanceof CollectionNode<?> block && block.getFlowStyle() != FlowStyle.FLOW) {
      return lastOf(block, start(node), marked);
    }
    var end = marked;
    while (end > start(node) && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  private int lastOf(CollectionNode<?> block, int from, int to) {
    var ends =
        block instanceof MappingNode mapping
            ? mapping.getValue().stream().mapToInt(this::end)
            : ((SequenceNode) block).getValue().stream().mapToInt(this::end);
    return ends.filter(end -> end > from && end <= to).max().orElse(to);
  }

  // The parser counts code points.
  private int index(Mark mark) {
    return text.offsetByCodePoints(0, mark.getIndex());
  }

  /** Where the line begins that holds this place. */
  int lineStart(int at) {
    return text.lastIndexOf('\n', at - 1) + 1;
  }

  /** Where the line after the one that holds this place begins. */
  int nextLine(int at) {
    var end = text.indexOf('\n', at);
    return end < 0 ? text.length() : end + 1;
  }

  /** Whether nothing but spaces stands on its line before this place. */
  boolean beginsLine(int at) {
    return text.substring(lineStart(at), at).isBlank();
  }
}
