package io.wirewatch.replay;

import java.util.SortedMap;
import java.util.TreeMap;

/** Says of most keys that are not there on a day that they are not, without a look at the disk. */
final class DayFilter {
  /* A memory of seven days is asked for each article under eight days, and mostly in vain: those questions to RocksDB took
   * longer than all else that is done in order. This is a Bloom filter a day, 128 KiB, in which the two bits of a key lie in one
   * word [1], so that a day is one place of memory: with 100,000 keys one question of 30 goes to the disk.
   * [1] Putze, Sanders, Singler: Cache-, hash- and space-efficient Bloom filters, JEA 14, 2010 */
  private static final int WORDS = 1 << 14;
  private static final int GOLDEN = 0x9E3779B9;

  private final SortedMap<Long, long[]> days = new TreeMap<>();

  /** A key that is there from now on. */
  void add(long day, String key) {
    int hash = hash(key);
    days.computeIfAbsent(day, none -> new long[WORDS])[word(hash)] |= bits(hash);
  }

  /** Whether a key may be there; false where it is not for certain. */
  boolean mayHave(long day, String key) {
    long[] words = days.get(day);
    int hash = hash(key);
    return words != null && (words[word(hash)] & bits(hash)) == bits(hash);
  }

  /** Drops all days before that one. */
  void dropBefore(long day) {
    days.headMap(day).clear();
  }

  /** The string keeps its own, so that the question of eight days hashes it once. */
  private static int hash(String key) {
    int mixed = key.hashCode() * GOLDEN;
    return (mixed ^ mixed >>> 15) * 0x85EBCA6B;
  }

  private static int word(int hash) {
    return hash >>> (Integer.SIZE - 14);
  }

  /** Two of 64, from bits that do not choose the word. */
  private static long bits(int hash) {
    return 1L << hash | 1L << (hash >>> 6);
  }
}
