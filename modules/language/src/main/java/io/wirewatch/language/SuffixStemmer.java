package io.wirewatch.language;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

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

  /** What is left when the longest endings are taken off. */
  @Override
  public String stem(String folded) {
    String stem = folded;
    for (int i = 0; i < MOST_ENDINGS; i++) {
      stem = withoutLongestEnding(stem);
    }
    return stem;
  }

  /**
   * What may be left, whichever endings are taken off: a noun may itself end in the first letter of
   * an ending.
   */
  @Override
  public List<String> readings(String folded) {
    Set<String> readings = new LinkedHashSet<>(List.of(stem(folded), folded));
    List<String> words = List.of(folded);
    for (int i = 0; i < MOST_ENDINGS && !words.isEmpty(); i++) {
      words = words.stream().flatMap(this::withoutEachEnding).filter(readings::add).toList();
    }
    return List.copyOf(readings);
  }

  private String withoutLongestEnding(String word) {
    return withoutEachEnding(word).findFirst().orElse(word);
  }

  private Stream<String> withoutEachEnding(String word) {
    return endings.stream()
        .filter(
            ending -> word.endsWith(ending) && word.length() - ending.length() >= shortest(ending))
        .map(ending -> word.substring(0, word.length() - ending.length()));
  }

  private static int shortest(String ending) {
    return ending.length() > 1 || ending.equals("ي") ? SHORTEST : SHORTEST_BEFORE_ONE_LETTER;
  }
}
