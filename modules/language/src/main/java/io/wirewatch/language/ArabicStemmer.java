package io.wirewatch.language;

import java.util.ArrayList;
import java.util.List;

/**
 * Arabic without the article, clitics and the common endings of nouns; it does not know roots or
 * broken plurals.
 */
final class ArabicStemmer implements Stemmer {
  /** Longest first; after folding, so ه is also ة, and ا may have been a tanwin. */
  private static final List<String> ENDINGS =
      List.of("هما", "كما", "ها", "هم", "هن", "نا", "كم", "ات", "ان", "ون", "ين", "تين", "وا");

  private static final List<String> SHORT_ENDINGS = List.of("يه", "ه", "ي", "ا");
  private static final int SHORTEST_BEFORE_SHORT_ENDING = 4;

  @Override
  public String stem(String folded) {
    boolean article = folded.startsWith("ال") && folded.length() >= 2 + ArabicClitics.SHORTEST;
    return withoutEnding(article ? folded.substring(2) : folded);
  }

  @Override
  public List<String> readings(String folded) {
    List<String> stems = new ArrayList<>(4);
    stems.add(stem(folded));
    for (String reading : ArabicClitics.readings(folded)) {
      String stem = withoutEnding(reading);
      if (!stems.contains(stem)) {
        stems.add(stem);
      }
    }
    return stems;
  }

  private static String withoutEnding(String word) {
    for (String ending : ENDINGS) {
      if (word.endsWith(ending) && word.length() - ending.length() >= ArabicClitics.SHORTEST) {
        return withoutShortEnding(word.substring(0, word.length() - ending.length()));
      }
    }
    return withoutShortEnding(word);
  }

  private static String withoutShortEnding(String word) {
    for (String ending : SHORT_ENDINGS) {
      if (word.endsWith(ending)
          && word.length() - ending.length() >= SHORTEST_BEFORE_SHORT_ENDING) {
        return word.substring(0, word.length() - ending.length());
      }
    }
    return word;
  }
}
