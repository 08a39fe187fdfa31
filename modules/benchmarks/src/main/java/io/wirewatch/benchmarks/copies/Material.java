package io.wirewatch.benchmarks.copies;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * What edits are made with.
 *
 * @param random says where; the same seed makes the same edits
 * @param foreign texts that others would put around a copy
 */
public record Material(Random random, List<String> foreign) {

  /** So many words of other texts, from the beginning of one. */
  List<String> foreign(int words) {
    List<String> found = new ArrayList<>();
    while (found.size() < words) {
      String text = foreign.get(random.nextInt(foreign.size()));
      found.addAll(Arrays.asList(text.strip().split("\\s+", -1)));
    }
    return found.subList(0, words);
  }
}
