package io.wirewatch.replay;

import java.util.SortedMap;
import java.util.TreeMap;

/** Says of most keys that are not there on a day that they are not, without a look at the disk. */
final class DayFilter {
  /* A memory of seven days is asked for each article under eight days, and mostly in vain: those questions to RocksDB took
   * longer than all else that is done in order. This is a Bloom filter of two hashes a day, 128 KiB: with 100,000 keys one
   * question of 30 goes to the disk. A key keeps its hash, so that the eight questions cost it once. */
  private static final int BITS = 1 << 20;
  private static final int WORD_BITS = 6;
  private static final int GOLDEN = 0x9E3779B9;

  private final SortedMap<Long, long[]> days = new TreeMap<>();

  /** A key that is there from now on. */
  void add(long day, String key) {
    long[] bits = days.computeIfAbsent(day, none -> new long[BITS >> WORD_BITS]);
    int hash = key.hashCode();
    set(bits, first(hash));
    set(bits, second(hash));
  }

  /** Whether a key may be there; false where it is not for certain. */
  boolean mayHave(long day, String key) {
    long[] bits = days.get(day);
    int hash = key.hashCode();
    return bits != null && isSet(bits, first(hash)) && isSet(bits, second(hash));
  }

  /** Drops all days before that one. */
  void dropBefore(long day) {
    days.headMap(day).clear();
  }

  private static int first(int hash) {
    return (hash * GOLDEN) >>> (Integer.SIZE - 20);
  }

  private static int second(int hash) {
    return (Integer.rotateLeft(hash, 15) * 0x85EBCA6B) >>> (Integer.SIZE - 20);
  }

  private static void set(long[] bits, int at) {
    bits[at >> WORD_BITS] |= 1L << at;
  }

  private static boolean isSet(long[] bits, int at) {
    return (bits[at >> WORD_BITS] & 1L << at) != 0;
  }
}
