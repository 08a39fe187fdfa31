package io.wirewatch.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Arabic without the article, clitics and the common endings of nouns, but for the words of {@code
 * arabic-stems.txt}; it does not know roots or broken plurals.
 */
final class ArabicStemmer implements Stemmer {
  /** Longest first; after folding, so ه is also ة, and ا may have been a tanwin. */
  private static final List<String> ENDINGS =
      List.of("هما", "كما", "ها", "هم", "هن", "نا", "كم", "ات", "ان", "ون", "ين", "تين", "وا");

  private static final List<String> POSSESSIVES =
      List.of("هما", "كما", "ها", "هم", "هن", "نا", "كم", "ه", "ي");

  private static final List<String> SHORT_ENDINGS = List.of("يه", "ه", "ي", "ا");
  private static final int SHORTEST_BEFORE_SHORT_ENDING = 4;

  /** Stems of the words whose ending is none. */
  private static final Map<String, String> KNOWN =
      StemList.read("arabic-stems.txt").entrySet().stream()
          .collect(
              Collectors.toUnmodifiableMap(
                  word -> withoutArticle(Folding.fold(word.getKey())),
                  word -> withoutArticle(Folding.fold(word.getValue()))));

  @Override
  public String stem(String folded) {
    return withoutEnding(withoutArticle(folded));
  }

  @Override
  public List<String> readings(String folded) {
    List<String> stems = new ArrayList<>(4);
    stems.add(stem(folded));
    for (String reading : ArabicClitics.readings(folded)) {
      add(stems, withoutEnding(reading));
      withoutPossessive(reading).ifPresent(noun -> add(stems, withoutEnding(noun)));
    }
    return stems;
  }

  private static void add(List<String> stems, String stem) {
    if (!stems.contains(stem)) {
      stems.add(stem);
    }
  }

  /** Before a possessive a plural keeps its ending, and ة is written ت. */
  private static Optional<String> withoutPossessive(String word) {
    return POSSESSIVES.stream()
        .filter(ending -> word.endsWith("ت" + ending))
        .map(ending -> word.substring(0, word.length() - ending.length()))
        .map(noun -> noun.endsWith("ات") ? noun : noun.substring(0, noun.length() - 1) + "ه")
        .filter(noun -> noun.length() > ArabicClitics.SHORTEST)
        .findFirst();
  }

  private static String withoutArticle(String word) {
    boolean article = word.startsWith("ال") && word.length() >= 2 + ArabicClitics.SHORTEST;
    return article ? word.substring(2) : word;
  }

  private static String withoutEnding(String word) {
    String known = KNOWN.get(word);
    if (known != null) {
      return known;
    }
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
