package io.wirewatch.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Finds words that follow one another. */
final class PhraseSearch {
  private PhraseSearch() {}

  /**
   * Where a phrase occurs, sorted: for each place where its first word stands, the shortest stretch
   * that holds all its words in order with at most {@code slop} other words between them.
   *
   * @param words the sorted occurrences of each word of the phrase, none empty
   */
  static List<Occurrence> find(List<List<Occurrence>> words, int slop) {
    if (words.size() == 1) {
      return words.get(0);
    }
    List<Occurrence> found = new ArrayList<>();
    for (Occurrence first : words.get(0)) {
      int last = shortestEnd(first, words, slop);
      if (last >= 0) {
        found.add(new Occurrence(first.first(), last));
      }
    }
    return found;
  }

  /** The last token of the shortest stretch; -1 when there is none. */
  private static int shortestEnd(Occurrence start, List<List<Occurrence>> words, int slop) {
    var reached = new TreeMap<Integer, Integer>(Map.of(start.last(), 0));
    for (List<Occurrence> word : words.subList(1, words.size())) {
      var next = new TreeMap<Integer, Integer>();
      reached.forEach(
          (last, gaps) -> {
            for (int i = firstFrom(word, last + 1);
                i < word.size() && word.get(i).first() - last - 1 <= slop - gaps;
                i++) {
              next.merge(word.get(i).last(), gaps + word.get(i).first() - last - 1, Math::min);
            }
          });
      reached = next;
    }
    return reached.isEmpty() ? -1 : reached.firstKey();
  }

  /** The index of the first occurrence that starts at a token or behind it. */
  static int firstFrom(List<Occurrence> occurrences, int token) {
    int low = 0;
    int high = occurrences.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (occurrences.get(middle).first() < token) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
