package io.wirewatch.language;

import java.util.List;

/**
 * Joins the inflections of a word. Works on words as {@link Folding} has them. Thread-safe.
 *
 * <p>A term and a word of a text have the same stem when {@code stem(term)} is one of {@code
 * readings(word)}: in Arabic and Kurdish a word of a text can be read in more than one way, since a
 * first letter may be a clitic or belong to the word.
 */
public interface Stemmer {
  /** The stem of a word that stands by itself, as the author of a rule writes it. */
  String stem(String folded);

  /**
   * Every stem that a word of a text may stand for; its own stem among them, no duplicates, at most
   * 64.
   */
  default List<String> readings(String folded) {
    return List.of(stem(folded));
  }

  /** The stemmer of a language; for {@link Language#OTHER} one that leaves every word as it is. */
  static Stemmer forLanguage(Language language) {
    return switch (language) {
      case EN -> EnglishStemmer.SHARED;
      case AR -> new ArabicStemmer();
      case CKB -> SuffixStemmer.SORANI;
      case KMR -> SuffixStemmer.KURMANJI;
      case OTHER -> folded -> folded;
    };
  }
}
