package io.wirewatch.rules;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes maps, lists, texts, numbers and truth values as JSON that people read. */
final class JsonText {
  private static final int LONGEST_LINE = 100;

  private JsonText() {}

  /** The JSON with a line break behind it; what fits a line stays on one. */
  static String of(Object value) {
    var json = new StringBuilder();
    append(json, value, "");
    return json.append('\n').toString();
  }

  private static void append(StringBuilder json, Object value, String indent) {
    String line = line(value);
    boolean scalar = !(value instanceof Map<?, ?> || value instanceof List<?>);
    if (scalar || indent.length() + line.length() <= LONGEST_LINE) {
      json.append(line);
    } else if (value instanceof Map<?, ?> map) {
      json.append('{');
      Iterator<? extends Map.Entry<?, ?>> entries = map.entrySet().iterator();
      while (entries.hasNext()) {
        Map.Entry<?, ?> entry = entries.next();
        json.append('\n').append(indent).append("  ").append(line(entry.getKey())).append(": ");
        append(json, entry.getValue(), indent + "  ");
        json.append(entries.hasNext() ? "," : "\n" + indent + "}");
      }
    } else {
      json.append('[');
      Iterator<?> items = ((List<?>) value).iterator();
      while (items.hasNext()) {
        json.append('\n').append(indent).append("  ");
        append(json, items.next(), indent + "  ");
        json.append(items.hasNext() ? "," : "\n" + indent + "]");
      }
    }
  }

  private static String line(Object value) {
    if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .map(entry -> line(entry.getKey()) + ": " + line(entry.getValue()))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    if (value instanceof List<?> list) {
      return list.stream().map(JsonText::line).collect(Collectors.joining(", ", "[", "]"));
    }
    return value instanceof Number || value instanceof Boolean
        ? value.toString()
        : Definition.json(value);
  }
}
