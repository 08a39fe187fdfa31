package io.wirewatch.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A list or mapping whose end has not been read yet. */
sealed interface NodeBuilder {
  /** Takes the next child; false when it cannot be, which is then a problem of the source. */
  boolean add(Node child);

  Node build();

  record OfSequence(Node.Place place, List<Node> items) implements NodeBuilder {
    OfSequence(Node.Place place) {
      this(place, new ArrayList<>());
    }

    @Override
    public boolean add(Node child) {
      return items.add(child);
    }

    @Override
    public Node build() {
      return new Node.Sequence(place, items);
    }
  }

  final class OfMapping implements NodeBuilder {
    private final Source source;
    private final Node.Place place;
    private final Map<String, Node.Entry> entries = new LinkedHashMap<>();
    private Node.@Nullable Scalar key;

    OfMapping(Source source, Node.Place place) {
      this.source = source;
      this.place = place;
    }

    @Override
    public boolean add(Node child) {
      Node.Scalar waiting = key;
      if (waiting != null) {
        entries.putIfAbsent(waiting.value(), new Node.Entry(waiting.place(), child));
        key = null;
        return true;
      }
      if (!(child instanceof Node.Scalar name)) {
        source.problem(child, "a key that is " + child.kind(), "a word, followed by a colon");
        return false;
      }
      Node.Entry earlier = entries.get(name.value());
      if (earlier != null) {
        source.problem(
            name,
            "key " + Source.quote(name.value()) + " a second time",
            "once; it is in line " + earlier.keyPlace().line() + " already");
      }
      key = name;
      return true;
    }

    @Override
    public Node build() {
      return new Node.Mapping(place, entries);
    }
  }
}
