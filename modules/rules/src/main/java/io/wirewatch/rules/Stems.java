package io.wirewatch.rules;

import io.wirewatch.language.Language;
import io.wirewatch.language.Stemmer;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The stemmers, and the stems of the words that rules look for. Thread-safe; grows with the rules,
 * not with the articles.
 */
final class Stems {
  private static final List<Language> ARABIC_SCRIPT = List.of(Language.AR, Language.CKB);
  private static final List<Language> LATIN_SCRIPT = List.of(Language.EN, Language.KMR);

  private final Map<Language, Stemmer> stemmers = new EnumMap<>(Language.class);
  private final Map<Language, Map<String, String>> stems = new EnumMap<>(Language.class);

  Stems() {
    for (Language language : Language.values()) {
      stemmers.put(language, Stemmer.forLanguage(language));
      stems.put(language, new ConcurrentHashMap<>());
    }
  }

  String ofTerm(Language language, String folded) {
    return stems
        .getOrDefault(language, Map.of())
        .computeIfAbsent(folded, word -> stemmer(language).stem(word));
  }

  Stemmer stemmer(Language language) {
    return stemmers.getOrDefault(language, folded -> folded);
  }

  /**
   * How a word of a rule that names no language is stemmed: as the article's language, if it is
   * written in the word's script; else as English or as either of the languages in Arabic script;
   * as every language of the script where the article's was not told.
   */
  static List<Language> ofArticle(Language article, String folded) {
    if (isArabic(folded)) {
      return ARABIC_SCRIPT.contains(article) ? List.of(article) : ARABIC_SCRIPT;
    }
    return switch (article) {
      case KMR -> List.of(Language.KMR);
      case OTHER -> LATIN_SCRIPT;
      default -> List.of(Language.EN);
    };
  }

  /**
   * Whether the word is in the script of the language; a word of another script stands for itself
   * only.
   */
  static boolean isScriptOf(Language language, String folded) {
    return language != Language.OTHER && ARABIC_SCRIPT.contains(language) == isArabic(folded);
  }

  private static boolean isArabic(String folded) {
    char first = folded.charAt(0);
    return first >= 0x600 && first < 0x780;
  }
}
