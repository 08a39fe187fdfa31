package io.wirewatch.benchmarks.copies;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * News without end that nobody copied: each word follows the one before as in a set of articles,
 * drawn anew (a Markov chain). Its frequent phrases are those of the set.
 */
final class ChainText {
  private final List<String> words = new ArrayList<>();
  private final List<int[]> followers = new ArrayList<>();
  private final int characters;

  /** Articles of so many characters. */
  ChainText(List<Text> texts, int characters) {
    this.characters = characters;
    Map<String, Integer> numbers = new HashMap<>();
    List<List<Integer>> after = new ArrayList<>();
    for (Text text : texts) {
      int last = -1;
      for (String word : text.body().strip().split("\\s+", -1)) {
        int number = numbers.computeIfAbsent(word, fresh -> numbers.size());
        if (number == words.size()) {
          words.add(word);
          after.add(new ArrayList<>());
        }
        if (last >= 0) {
          after.get(last).add(number);
        }
        last = number;
      }
    }
    after.forEach(all -> followers.add(all.stream().mapToInt(Integer::intValue).toArray()));
  }

  Text next(Random random) {
    StringBuilder body = new StringBuilder(characters + 20);
    int word = random.nextInt(words.size());
    while (body.length() < characters) {
      body.append(words.get(word)).append(' ');
      int[] next = followers.get(word);
      word = next.length == 0 ? random.nextInt(words.size()) : next[random.nextInt(next.length)];
    }
    return new Text("", body.toString());
  }

  /** So many. */
  List<Text> next(Random random, int count) {
    Text[] texts = new Text[count];
    Arrays.setAll(texts, i -> next(random));
    return Arrays.asList(texts);
  }
}
