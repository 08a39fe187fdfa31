package io.wirewatch.language;

import java.util.ArrayList;
import java.util.List;

/** The words that Arabic writes together with the next one: and, so, in, to, as, will, the. */
public final class ArabicClitics {
  static final int SHORTEST = 3;
  private static final int SHORTEST_AFTER_ARTICLE = 2;

  private static final List<String> CONJUNCTIONS = List.of("", "و", "ف");
  private static final List<String> PREPOSITIONS = List.of("", "ب", "ل", "ك", "س");
  private static final List<String> WITH_ARTICLE = List.of("ال", "بال", "كال", "لل");

  private ArabicClitics() {}

  /**
   * What may be left of a folded word when its clitics are taken off: the word itself first, then
   * every reading that leaves at least three letters, or two after the article; at most 30. So
   * لداعش gives لداعش and داعش, للدولة gives دولة and الدولة, and السد gives سد.
   */
  public static List<String> readings(String folded) {
    List<String> readings = new ArrayList<>(4);
    readings.add(folded);
    for (String conjunction : CONJUNCTIONS) {
      if (folded.startsWith(conjunction)) {
        addWithoutPrepositions(readings, folded.substring(conjunction.length()));
      }
    }
    return readings;
  }

  private static void addWithoutPrepositions(List<String> readings, String word) {
    for (String preposition : PREPOSITIONS) {
      addWithout(readings, preposition, word, SHORTEST);
    }
    for (String preposition : WITH_ARTICLE) {
      addWithout(readings, preposition, word, SHORTEST_AFTER_ARTICLE);
    }
    if (word.startsWith("لل")) {
      add(readings, "ال" + word.substring(2), SHORTEST);
    }
  }

  private static void addWithout(
      List<String> readings, String preposition, String word, int shortest) {
    if (word.startsWith(preposition)) {
      add(readings, word.substring(preposition.length()), shortest);
    }
  }

  private static void add(List<String> readings, String rest, int shortest) {
    if (rest.length() >= shortest && !readings.contains(rest)) {
      readings.add(rest);
    }
  }
}
