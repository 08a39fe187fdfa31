package io.wirewatch.rules;

import java.util.List;
import java.util.Map;

/** A piece of a rule file with its place; the same for YAML and JSON. */
sealed interface Node {
  Place place();

  /** Line and column, both counted from 1. */
  record Place(int line, int column) {}

  /** A text, number or word. */
  record Scalar(Place place, String value) implements Node {}

  record Sequence(Place place, List<Node> items) implements Node {}

  /** Entries in the order of the file; keys are unique. */
  record Mapping(Place place, Map<String, Entry> entries) implements Node {}

  record Entry(Place keyPlace, Node value) {}

  /** What a reader of the file would call it. */
  default String kind() {
    if (this instanceof Scalar) {
      return "a single value";
    }
    return this instanceof Sequence ? "a list" : "a mapping";
  }
}
