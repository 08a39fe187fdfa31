package io.wirewatch.annotate.tagger;

import io.wirewatch.language.Tokens;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Words in a row that may be names.
 *
 * @param first index of the first
 * @param end one past the last
 * @param rows the features of each
 */
public record Stretch(int first, int end, int[][] rows) {

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
          rows[word - first] = Arrays.copyOf(some, features.of(word, some));
        }
        stretches.add(new Stretch(first, end, rows));
        first = end - 1;
      }
    }
    return stretches;
  }
}
