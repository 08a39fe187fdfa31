package io.wirewatch.annotate.tagger;

import io.wirewatch.language.Tokens;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Words in a row that may be names, with their features; what training learns from. */
public final class Stretch {
  private final int first;
  private final int[][] rows;

  private Stretch(int first, int[][] rows) {
    this.first = first;
    this.rows = rows;
  }

  /** All of a text, in their order. */
  public static List<Stretch> all(Tokens tokens, int[] known, WordClusters clusters, int bits) {
    Words words = new Words(tokens, known, clusters);
    Features features = new Features(words, bits);
    int[] some = new int[Features.MOST];
    List<Stretch> stretches = new ArrayList<>();
    for (int first = 0; first < words.size; first++) {
      if (words.isCandidate(first)) {
        int end = words.end(first);
        int[][] rows = new int[end - first][];
        for (int word = first; word < end; word++) {
          int count = features.of(word, some);
          rows[word - first] = Arrays.copyOf(some, count);
        }
        stretches.add(new Stretch(first, rows));
        first = end - 1;
      }
    }
    return stretches;
  }

  /** The index of its first word. */
  public int first() {
    return first;
  }

  /** How many words it has. */
  public int size() {
    return rows.length;
  }

  /** The rows of the model's table that are the features of its words. Not to be changed. */
  public int[][] rows() {
    return rows;
  }
}
