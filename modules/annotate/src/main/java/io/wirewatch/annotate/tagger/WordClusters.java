package io.wirewatch.annotate.tagger;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Words that occur in like surroundings: each word's path in a binary tree, its bits after a
 * leading one. Words are known by 32-bit hashes of their lower-case forms; a word that is not in it
 * is taken for another with a probability of about 1 in 7,000.
 */
public final class WordClusters {
  /** The path of a word that is in no cluster. */
  public static final int NONE = 0;

  private final int[] hashes;
  private final int[] paths;

  private WordClusters(Map<Integer, Integer> pathByHash) {
    int capacity = Integer.highestOneBit(Math.max(4, pathByHash.size() * 2)) << 1;
    hashes = new int[capacity];
    paths = new int[capacity];
    pathByHash.forEach(
        (hash, path) -> {
          int slot = slot(hash);
          hashes[slot] = hash;
          paths[slot] = path;
        });
  }

  /** Clusters of these words: paths, with a leading one, by {@link Words#hash}. */
  public static WordClusters of(Map<Integer, Integer> pathByHash) {
    return new WordClusters(pathByHash);
  }

  /** The path of a word, or {@link #NONE}. */
  int path(int hash) {
    return paths[slot(hash)];
  }

  /** The first so many bits of a path, or all of them where it is shorter. */
  static int prefix(int path, int bits) {
    int length = 31 - Integer.numberOfLeadingZeros(path | 1);
    return length <= bits ? path : path >>> (length - bits);
  }

  private int slot(int hash) {
    int mask = hashes.length - 1;
    int slot = Words.mix(hash) & mask;
    while (paths[slot] != NONE && hashes[slot] != hash) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  void write(DataOutputStream out) throws IOException {
    TreeMap<Integer, Integer> sorted = new TreeMap<>();
    for (int i = 0; i < hashes.length; i++) {
      if (paths[i] != NONE) {
        sorted.put(hashes[i], paths[i]);
      }
    }
    Integer[] distinct = new TreeSet<>(sorted.values()).toArray(new Integer[0]);
    Map<Integer, Integer> numbers = new TreeMap<>();
    out.writeInt(distinct.length);
    for (int path : distinct) {
      numbers.put(path, numbers.size());
      out.writeInt(path);
    }
    out.writeInt(sorted.size());
    for (int hash : sorted.keySet()) {
      out.writeInt(hash);
    }
    for (int path : sorted.values()) {
      out.writeShort(numbers.getOrDefault(path, 0));
    }
  }

  static WordClusters read(DataInputStream in) throws IOException {
    int[] distinct = TaggerModel.ints(in, in.readInt());
    int[] hashes = TaggerModel.ints(in, in.readInt());
    short[] numbers = TaggerModel.shorts(in, hashes.length);
    Map<Integer, Integer> pathByHash = new HashMap<>(hashes.length * 2);
    for (int i = 0; i < hashes.length; i++) {
      pathByHash.put(hashes[i], distinct[numbers[i] & 0xFFFF]);
    }
    return new WordClusters(pathByHash);
  }
}
