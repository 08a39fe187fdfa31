package io.wirewatch.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a line of plain JSON into {@link Node}s, many times faster than as YAML. Whatever is not
 * quite plain (a problem, an escape, another key twice) it leaves to {@link YamlReader}, which also
 * says what is wrong.
 */
final class JsonLine {
  private final String line;
  private final int number;
  private int position;
  private int depth;
  private boolean odd;

  private JsonLine(int number, String line) {
    this.number = number;
    this.line = line;
  }

  /** The document; empty when it is not quite plain. */
  static Optional<Node> read(int number, String line) {
    var reader = new JsonLine(number, line);
    Node node = reader.value();
    reader.skipSpaces();
    return reader.odd || reader.position < line.length()
        ? Optional.empty()
        : Optional.ofNullable(node);
  }

  private @Nullable Node value() {
    skipSpaces();
    return switch (peek()) {
      case '{' -> mapping();
      case '[' -> sequence();
      case '"' -> text();
      default -> bare();
    };
  }

  private @Nullable Node mapping() {
    Node.Place place = open();
    Map<String, Node.Entry> entries = new LinkedHashMap<>();
    while (!odd && !takes('}')) {
      odd |= !entries.isEmpty() && !takes(',');
      skipSpaces();
      Node.Scalar key = peek() == '"' ? text() : null;
      odd |= key == null || !takes(':');
      Node value = odd ? null : value();
      if (key == null || value == null) {
        odd = true;
      } else {
        odd |= entries.put(key.value(), new Node.Entry(key.place(), value)) != null;
      }
    }
    depth--;
    return odd ? null : new Node.Mapping(place, entries);
  }

  private @Nullable Node sequence() {
    Node.Place place = open();
    List<Node> items = new ArrayList<>();
    while (!odd && !takes(']')) {
      odd |= !items.isEmpty() && !takes(',');
      Node item = odd ? null : value();
      if (item == null) {
        odd = true;
      } else {
        items.add(item);
      }
    }
    depth--;
    return odd ? null : new Node.Sequence(place, items);
  }

  private Node.Place open() {
    Node.Place place = place();
    position++;
    odd |= ++depth > YamlReader.DEEPEST;
    return place;
  }

  private Node.@Nullable Scalar text() {
    Node.Place place = place();
    int end = ++position;
    while (end < line.length() && isPlain(line.charAt(end))) {
      end++;
    }
    if (end == line.length() || line.charAt(end) != '"') {
      odd = true;
      return null;
    }
    String text = line.substring(position, end);
    position = end + 1;
    return new Node.Scalar(place, text);
  }

  /** Columns count characters, so that those outside of the basic plane are left to YAML too. */
  private static boolean isPlain(char c) {
    return c >= ' '
        && c != '"'
        && c != '\\'
        && c != 0x7F
        && c < 0xD800
        && (c < 0x80 || c > 0x9F)
        && c != '\u2028'
        && c != '\u2029';
  }

  private @Nullable Node bare() {
    Node.Place place = place();
    int end = position;
    while (end < line.length() && isBare(line.charAt(end))) {
      end++;
    }
    if (end == position) {
      odd = true;
      return null;
    }
    String text = line.substring(position, end);
    position = end;
    return new Node.Scalar(place, text);
  }

  private static boolean isBare(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || c == '.';
  }

  private Node.Place place() {
    return new Node.Place(number, position + 1);
  }

  private char peek() {
    return position < line.length() ? line.charAt(position) : '\0';
  }

  private boolean takes(char c) {
    skipSpaces();
    boolean there = peek() == c;
    position += there ? 1 : 0;
    return there;
  }

  private void skipSpaces() {
    while (peek() == ' ') {
      position++;
    }
  }
}
