package io.wirewatch.rules;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Numbers of variable length, small ones in one byte. */
final class ByteCode {
  private byte[] bytes = new byte[1 << 8];
  private int size;

  /** Where the next number will be. */
  int size() {
    return size;
  }

  /** Adds a number that is not negative. */
  void add(int number) {
    if (size + 5 > bytes.length) {
      bytes = Arrays.copyOf(bytes, bytes.length + bytes.length / 2 + 8);
    }
    int rest = number;
    while (rest > 0x7F) {
      bytes[size++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    bytes[size++] = (byte) rest;
  }

  /** Adds bytes as they are. */
  void add(byte[] more) {
    if (size + more.length > bytes.length) {
      bytes = Arrays.copyOf(bytes, bytes.length + bytes.length / 2 + more.length);
    }
    System.arraycopy(more, 0, bytes, size, more.length);
    size += more.length;
  }

  /**
   * Moves what was added last to an earlier place, if it fits there.
   *
   * @param start of the earlier place
   * @param end of the earlier place
   * @param from where what was added last starts
   */
  boolean moveTo(int start, int end, int from) {
    if (size - from > end - start) {
      return false;
    }
    System.arraycopy(bytes, from, bytes, start, size - from);
    size = from;
    return true;
  }

  /** Gives back what was kept for more. */
  void trim() {
    bytes = Arrays.copyOf(bytes, Math.max(size, 8));
  }

  /** Reads from a place on, as long as nothing is added. */
  Cursor from(int position) {
    var cursor = new Cursor(bytes);
    cursor.goTo(position);
    return cursor;
  }

  /** Reads one number after the other. */
  static final class Cursor {
    private final byte[] bytes;
    private int position;

    private Cursor(byte[] bytes) {
      this.bytes = bytes;
    }

    void goTo(int place) {
      position = place;
    }

    int position() {
      return position;
    }

    /** The text that so many bytes are in UTF-8. */
    String text(int length) {
      position += length;
      return new String(bytes, position - length, length, StandardCharsets.UTF_8);
    }

    int next() {
      int b = bytes[position++];
      int number = b & 0x7F;
      for (int shift = 7; b < 0; shift += 7) {
        b = bytes[position++];
        number |= (b & 0x7F) << shift;
      }
      return number;
    }
  }
}
