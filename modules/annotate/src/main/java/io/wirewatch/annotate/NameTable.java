package io.wirewatch.annotate;

/**
 * From keys of word sequences to the meanings of the names that they are; open addressing, at most
 * half full.
 */
final class NameTable {
  static final int ABSENT = -2;

  /** A sequence that longer names begin with and that is no name. */
  static final int PREFIX = -1;

  private final long[] keys;
  private final int[] values;

  NameTable(int size) {
    int capacity = Integer.highestOneBit(Math.max(8, size * 2)) << 1;
    keys = new long[capacity];
    values = new int[capacity];
  }

  void put(long key, int value) {
    int slot = slot(key);
    keys[slot] = key;
    values[slot] = value;
  }

  /** Where the meanings of the name begin, {@link #PREFIX} or {@link #ABSENT}. */
  int get(long key) {
    int slot = slot(key);
    return keys[slot] == 0 ? ABSENT : values[slot];
  }

  private int slot(long key) {
    int mask = keys.length - 1;
    int slot = (int) key & mask;
    while (keys[slot] != 0 && keys[slot] != key) slot = (slot + 1) & mask;
    return slot;
  }
}
