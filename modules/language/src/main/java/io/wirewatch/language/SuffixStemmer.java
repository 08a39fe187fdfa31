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
  private static final int SHORTEST_AFTER_PREPOSITION = 4;
  private static final int LONGEST = 40;

  /** As folded: ه for ە, ي for ی and ێ, ك for ک. */
  static final Stemmer SORANI =
      new SuffixStemmer(
          List.of(
              "ييهكان", "يهكان", "هكان", "كان", "انه", "ييه", "يهك", "يهوه", "هكه", "كه", "هوه",
              "وه", "مان", "تان", "يان", "ان", "يك", "دا", "را", "يش", "ات", "ين", "ي", "ه", "م",
              "ت", "ش"),
          List.of("له", "به"));

  /** As folded: without circumflex and cedilla. */
  static final Stemmer KURMANJI =
      new SuffixStemmer(
          List.of(
              "ekan", "ekin", "eke", "eki", "iyan", "iyen", "iye", "iya", "yan", "yen", "ek", "an",
              "en", "in", "ya", "ye", "yi", "a", "e", "i"),
          List.of());

  private final List<String> endings;
  private final List<String> prepositions;

  private SuffixStemmer(List<String> endings, List<String> prepositions) {
    this.endings = endings;
    this.prepositions = prepositions;
  }

  /** What is left when the longest endings are taken off. */
  @Override
  public String stem(String folded) {
    return withoutEachEnding(folded).findFirst().map(this::stem).orElse(folded);
  }

  /**
   * What may be left, whichever endings are taken off: a noun may itself end in the first letter of
   * an ending. Many write the prepositions of Sorani together with the noun, so that the word is
   * also read without them.
   */
  @Override
  public List<String> readings(String folded) {
    List<String> words = Stream.concat(Stream.of(folded), withoutEachPreposition(folded)).toList();
    Set<String> readings = new LinkedHashSet<>(words);
    while (!words.isEmpty()) {
      words = words.stream().flatMap(this::withoutEachEnding).filter(readings::add).toList();
    }
    return List.copyOf(readings);
  }

  private Stream<String> withoutEachEnding(String word) {
    return word.length() > LONGEST
        ? Stream.empty()
        : endings.stream()
            .filter(ending -> canLose(word, ending))
            .map(ending -> word.substring(0, word.length() - ending.length()));
  }

  private Stream<String> withoutEachPreposition(String word) {
    return prepositions.stream()
        .filter(word::startsWith)
        .map(preposition -> word.substring(preposition.length()))
        .filter(rest -> rest.length() >= SHORTEST_AFTER_PREPOSITION);
  }

  private static boolean canLose(String word, String ending) {
    boolean twoLetters = ending.length() > 1 || ending.equals("ي");
    return word.endsWith(ending)
        && word.length() - ending.length() >= (twoLetters ? SHORTEST : SHORTEST_BEFORE_ONE_LETTER);
  }
}
