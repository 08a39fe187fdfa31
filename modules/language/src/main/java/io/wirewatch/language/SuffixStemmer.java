package io.wirewatch.language;

import java.util.ArrayList;
import java.util.List;

/**
 * Takes endings off, the longest first, again and again while enough letters stay: definite,
 * indefinite, plural, izafe, possessives and postpositions of Kurdish. Every step is a reading,
 * since a word may end by itself in what looks like an ending.
 */
final class SuffixStemmer implements Stemmer {
  private static final int SHORTEST = 3;
  private static final int SHORTEST_BEFORE_ONE_LETTER = 4;
  private static final int MOST_ENDINGS = 4;

  /** As folded: ه for ە, ي for ی and ێ, ك for ک. */
  static final Stemmer SORANI =
      new SuffixStemmer(
          List.of(
              "ييهكان", "يهكان", "هكان", "كان", "انه", "ييه", "يهك", "يهوه", "هكه", "كه", "هوه",
              "وه", "مان", "تان", "يان", "ان", "يك", "دا", "را", "يش", "ات", "ين", "ي", "ه", "م",
              "ت", "ش"));

  /** As folded: without circumflex and cedilla. */
  static final Stemmer KURMANJI =
      new SuffixStemmer(
          List.of(
              "ekan", "ekin", "eke", "eki", "iyan", "iyen", "iye", "iya", "yan", "yen", "ek", "an",
              "en", "in", "ya", "ye", "yi", "a", "e", "i"));

  private final List<String> endings;

  private SuffixStemmer(List<String> endings) {
    this.endings = endings;
  }

  @Override
  public String stem(String folded) {
    List<String> readings = readings(folded);
    return readings.get(readings.size() - 1);
  }

  @Override
  public List<String> readings(String folded) {
    List<String> readings = new ArrayList<>(2);
    readings.add(folded);
    String shorter = withoutEnding(folded);
    while (shorter.length() < readings.get(readings.size() - 1).length()
        && readings.size() <= MOST_ENDINGS) {
      readings.add(shorter);
      shorter = withoutEnding(shorter);
    }
    return readings;
  }

  private String withoutEnding(String word) {
    for (String ending : endings) {
      if (word.endsWith(ending) && word.length() - ending.length() >= shortest(ending)) {
        return word.substring(0, word.length() - ending.length());
      }
    }
    return word;
  }

  private static int shortest(String ending) {
    return ending.length() > 1 || ending.equals("ي") ? SHORTEST : SHORTEST_BEFORE_ONE_LETTER;
  }
}
