package io.wirewatch.rules;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;

/** The hash of a set of rules, whatever their order. */
final class RuleSetHash {
  private long[] each = new long[16];
  private int size;

  void add(Rule rule) {
    each = size == each.length ? Arrays.copyOf(each, size * 2) : each;
    each[size++] = HexFormat.fromHexDigitsToLong(Definition.hash(rule.id() + " " + rule.version()));
  }

  String value() {
    long[] sorted = Arrays.copyOf(each, size);
    Arrays.sort(sorted);
    ByteBuffer bytes = ByteBuffer.allocate(size * Long.BYTES);
    bytes.asLongBuffer().put(sorted);
    return Definition.hash(bytes.array());
  }
}
