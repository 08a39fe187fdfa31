package io.wirewatch.benchmarks;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How much of a text's words was found, in any order: precision, recall and F1. */
record WordScore(double precision, double recall, double f1) {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_]+");

  static WordScore of(String wanted, String found) {
    Map<String, Integer> in = words(wanted);
    Map<String, Integer> out = words(found);
    double both = 0;
    for (Map.Entry<String, Integer> word : in.entrySet()) {
      both += Math.min(word.getValue(), out.getOrDefault(word.getKey(), 0));
    }
    double precision = both / Math.max(1, sum(out));
    double recall = both / Math.max(1, sum(in));
    return new WordScore(
        precision, recall, both == 0 ? 0 : 2 * precision * recall / (precision + recall));
  }

  private static int sum(Map<String, Integer> words) {
    return words.values().stream().mapToInt(Integer::intValue).sum();
  }

  private static Map<String, Integer> words(String text) {
    Map<String, Integer> words = new HashMap<>();
    Matcher word = WORD.matcher(text.toLowerCase(Locale.ROOT));
    while (word.find()) {
      words.merge(word.group(), 1, Integer::sum);
    }
    return words;
  }
}
