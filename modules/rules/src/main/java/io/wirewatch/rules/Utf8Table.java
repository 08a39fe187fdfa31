package io.wirewatch.rules;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Distinct texts, each with a number counted from 0. Packed into a few arrays, about 20 bytes a
 * short text, where a map of strings would need more than 100. Not thread-safe for writers.
 */
final class Utf8Table {
  private static final int EMPTY = 0;

  private byte[] texts = new byte[1 << 10];
  private int[] ends = new int[1 << 6];
  private int[] slots = new int[1 << 7];
  private int size;

  int size() {
    return size;
  }

  /** The number of the text; -1 when it has none. */
  int find(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    return find(utf8, utf8.length);
  }

  /** The number of the text that the first bytes are; -1 when it has none. */
  int find(byte[] utf8, int length) {
    return slots[slot(utf8, length)] - 1;
  }

  /** How many bytes a code point takes. */
  static int bytes(int codePoint) {
    if (codePoint < 0x800) {
      return codePoint < 0x80 ? 1 : 2;
    }
    return codePoint < 0x1_0000 ? 3 : 4;
  }

  /** The number of the text, a new one if it has none yet. */
  int add(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    int slot = slot(utf8, utf8.length);
    if (slots[slot] != EMPTY) {
      return slots[slot] - 1;
    }
    if (size + 1 > slots.length / 4 * 3) {
      hash(slots.length * 2);
      slot = slot(utf8, utf8.length);
    }
    append(utf8);
    slots[slot] = size;
    return size - 1;
  }

  String text(int number) {
    int start = start(number);
    return new String(texts, start, ends[number] - start, StandardCharsets.UTF_8);
  }

  /** Gives back what was kept for more. */
  void trim() {
    texts = Arrays.copyOf(texts, Math.max(8, size == 0 ? 0 : ends[size - 1]));
    ends = Arrays.copyOf(ends, Math.max(4, size));
    hash(size + size / 2 + 4);
  }

  private int start(int number) {
    return number == 0 ? 0 : ends[number - 1];
  }

  private void append(byte[] utf8) {
    int start = size == 0 ? 0 : ends[size - 1];
    int end = start + utf8.length;
    texts = end > texts.length ? Arrays.copyOf(texts, Math.max(end, texts.length * 3 / 2)) : texts;
    ends = size == ends.length ? Arrays.copyOf(ends, size + size / 2 + 2) : ends;
    System.arraycopy(utf8, 0, texts, start, utf8.length);
    ends[size++] = end;
  }

  /** Where the text is, or the empty slot where it would be. */
  private int slot(byte[] utf8, int length) {
    int hash = 0;
    for (int i = 0; i < length; i++) {
      hash = 31 * hash + utf8[i];
    }
    // The upper half of the product: spreads over any number of slots, without a division.
    int slot = (int) (((mix(hash) & 0xFFFF_FFFFL) * slots.length) >>> Integer.SIZE);
    while (slots[slot] != EMPTY && !isText(slots[slot] - 1, utf8, length)) {
      slot = slot + 1 == slots.length ? 0 : slot + 1;
    }
    return slot;
  }

  private boolean isText(int number, byte[] utf8, int length) {
    return Arrays.equals(texts, start(number), ends[number], utf8, 0, length);
  }

  private void hash(int count) {
    slots = new int[count];
    for (int number = 0; number < size; number++) {
      byte[] utf8 = Arrays.copyOfRange(texts, start(number), ends[number]);
      slots[slot(utf8, utf8.length)] = number + 1;
    }
  }

  private static int mix(int hash) {
    int mixed = hash * 0x9E3779B9;
    return mixed ^ (mixed >>> 16);
  }
}
