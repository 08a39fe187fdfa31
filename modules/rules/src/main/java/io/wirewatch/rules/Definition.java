package io.wirewatch.rules;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * The normal form of what a rule file says: JSON, keys sorted, every value a string, no spaces. It
 * does not depend on layout, comments or the order of keys, and is itself a rule file.
 */
final class Definition {
  private static final int HASH_BYTES = 8;

  private final StringBuilder json = new StringBuilder();

  private Definition() {}

  /** The JSON of a value: a {@link Node}, a map, a list, or anything else as a string. */
  static String json(Object value) {
    var definition = new Definition();
    definition.append(value);
    return definition.json.toString();
  }

  /** The first 64 bits of the SHA-256 of a text, in hex. */
  static String hash(String text) {
    return hash(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The same of bytes. */
  static String hash(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private void append(Object value) {
    if (value instanceof Node.Mapping mapping) {
      Map<String, Object> entries = new TreeMap<>();
      mapping.entries().forEach((key, entry) -> entries.put(key, entry.value()));
      appendMap(entries);
    } else if (value instanceof Map<?, ?> map) {
      appendMap(map);
    } else if (value instanceof Node.Sequence sequence) {
      appendList(sequence.items());
    } else if (value instanceof Iterable<?> list) {
      appendList(list);
    } else {
      appendString(value instanceof Node.Scalar scalar ? scalar.value() : value.toString());
    }
  }

  private void appendMap(Map<?, ?> map) {
    json.append('{');
    String separator = "";
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      json.append(separator);
      appendString(entry.getKey().toString());
      json.append(':');
      append(entry.getValue());
      separator = ",";
    }
    json.append('}');
  }

  private void appendList(Iterable<?> list) {
    json.append('[');
    String separator = "";
    for (Object item : list) {
      json.append(separator);
      append(item);
      separator = ",";
    }
    json.append(']');
  }

  private void appendString(String text) {
    json.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (c < ' ' || c == 0x7F || c == '\uFEFF') {
        json.append(String.format("\\u%04x", (int) c));
      } else {
        json.append(c);
      }
    }
    json.append('"');
  }
}
