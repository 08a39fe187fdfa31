package io.wirewatch.rules;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@link Node}s in few bytes: some 25 for a rule of a bulk set. Places are cut down to the line.
 */
final class NodeCode {
  private static final int REFERENCE = 0;
  private static final int INLINE = 1;
  private static final int SEQUENCE = 2;
  private static final int MAPPING = 3;
  private static final String ID = "id";

  private final Utf8Table texts = new Utf8Table();
  private final ByteCode code = new ByteCode();

  /** The texts in all documents. */
  Utf8Table texts() {
    return texts;
  }

  /** Adds a document; where it is. */
  int add(Node node) {
    int start = code.size();
    code.add(node.place().line());
    put(node);
    return start;
  }

  private void put(Node node) {
    if (node instanceof Node.Scalar scalar) {
      code.add(REFERENCE | texts.add(scalar.value()) << 2);
    } else if (node instanceof Node.Sequence sequence) {
      code.add(SEQUENCE | sequence.items().size() << 2);
      sequence.items().forEach(this::put);
    } else if (node instanceof Node.Mapping mapping) {
      code.add(MAPPING | mapping.entries().size() << 2);
      mapping.entries().forEach(this::put);
    }
  }

  private void put(String key, Node.Entry entry) {
    code.add(texts.add(key));
    if (key.equals(ID) && entry.value() instanceof Node.Scalar id) {
      byte[] utf8 = id.value().getBytes(StandardCharsets.UTF_8);
      code.add(INLINE | utf8.length << 2);
      code.add(utf8);
    } else {
      put(entry.value());
    }
  }

  /** The document at a place. */
  Node node(int start) {
    ByteCode.Cursor at = code.from(start);
    return node(at, new Node.Place(at.next(), 1));
  }

  private Node node(ByteCode.Cursor at, Node.Place place) {
    int head = at.next();
    int count = head >>> 2;
    return switch (head & 3) {
      case REFERENCE -> new Node.Scalar(place, texts.text(count));
      case INLINE -> new Node.Scalar(place, at.text(count));
      case SEQUENCE -> {
        List<Node> items = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
          items.add(node(at, place));
        }
        yield new Node.Sequence(place, items);
      }
      default -> {
        Map<String, Node.Entry> entries = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
          entries.put(texts.text(at.next()), new Node.Entry(place, node(at, place)));
        }
        yield new Node.Mapping(place, entries);
      }
    };
  }

  /** The id of the mapping at a place, without the rest where it comes first. */
  String id(int start) {
    ByteCode.Cursor at = code.from(start);
    at.next();
    at.next();
    at.next();
    int head = at.next();
    if ((head & 3) == INLINE) {
      return at.text(head >>> 2);
    }
    if (node(start) instanceof Node.Mapping rule) {
      Node.Entry id = rule.entries().get(ID);
      return id != null && id.value() instanceof Node.Scalar text ? text.value() : "";
    }
    return "";
  }

  /** Gives back what was kept for more. */
  void trim() {
    code.trim();
    texts.trim();
  }
}
