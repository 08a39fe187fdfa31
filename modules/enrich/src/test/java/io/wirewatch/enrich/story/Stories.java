package io.wirewatch.enrich.story;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Texts of a seed, of words that nobody has, and what others make of them. */
final class Stories {
  private static final List<String> SYLLABLES =
      List.of("ba", "dor", "ke", "lim", "na", "per", "qua", "ri", "sol", "tu", "ve", "zin");
  private static final List<String> SMALL = List.of("the", "of", "and", "in", "that", "near");

  private final Random random;

  Stories(long seed) {
    this.random = new Random(seed);
  }

  /** A text of so many sentences. */
  String text(int sentences) {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < sentences; i++) {
      all.add(sentence());
    }
    return String.join(" ", all);
  }

  private String sentence() {
    StringBuilder sentence = new StringBuilder("The " + word());
    int words = 8 + random.nextInt(12);
    for (int i = 0; i < words; i++) {
      sentence.append(' ').append(any());
    }
    return sentence.append('.').toString();
  }

  private String any() {
    int kind = random.nextInt(20);
    if (kind < 6) {
      return SMALL.get(kind);
    }
    if (kind == 6) {
      return Integer.toString(random.nextInt(900));
    }
    String word = word();
    return kind == 7 ? Character.toUpperCase(word.charAt(0)) + word.substring(1) : word;
  }

  private String word() {
    return syllable() + syllable() + syllable();
  }

  private String syllable() {
    return SYLLABLES.get(random.nextInt(SYLLABLES.size()));
  }

  /** So much of a text, without its end. */
  static String cut(String text, double share) {
    List<String> words = words(text);
    return String.join(" ", words.subList(0, (int) (words.size() * share)));
  }

  /** Other text before and behind it, so that it is that share of the whole. */
  String wrapped(String text, double share) {
    int more = (int) (words(text).size() * (1 - share) / share);
    List<String> other = words(text(more / 9 + 1)).subList(0, more);
    return String.join(
        " ",
        String.join(" ", other.subList(0, more / 2)),
        text,
        String.join(" ", other.subList(more / 2, more)));
  }

  /** Another beginning, so that the share stays. */
  String introduced(String text, double share) {
    List<String> words = words(text);
    int other = (int) (words.size() * (1 - share));
    return String.join(" ", words(text(other / 9 + 1)).subList(0, other))
        + " "
        + String.join(" ", words.subList(other, words.size()));
  }

  /** Its sentences in another order. */
  String reordered(String text) {
    List<String> sentences = new ArrayList<>(Arrays.asList(text.split("(?<=\\.) ", -1)));
    Collections.shuffle(sentences, random);
    return String.join(" ", sentences);
  }

  private static List<String> words(String text) {
    return Arrays.asList(text.split(" ", -1));
  }
}
