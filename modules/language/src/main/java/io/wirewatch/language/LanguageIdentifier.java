package io.wirewatch.language;

import java.util.HashMap;
import java.util.Map;

/**
 * Tells English, Arabic, Sorani and Kurmanji from one another and from the rest, by script, by
 * letters that only one of them writes, and by frequent words. Made for news: a headline is mostly
 * enough. Reads at most the first {@value #LONGEST} characters.
 */
public final class LanguageIdentifier {
  static final int LONGEST = 8_000;

  /**
   * A single foreign word (Los Angeles, Rio de Janeiro) does not make an English headline foreign.
   */
  private static final double ONE_FOREIGN_WORD = 1.0;

  private static final FunctionWords FUNCTION_WORDS = new FunctionWords();

  private LanguageIdentifier() {}

  /**
   * The language that most of the text is in; {@link Language#OTHER} for none of the four or for no
   * letters at all.
   */
  public static Language identify(String text) {
    int limit = Math.min(text.length(), LONGEST);
    LetterProfile letters = LetterProfile.of(text, limit);
    int most = Math.max(letters.arabic(), Math.max(letters.latin(), letters.other()));
    if (most == 0 || most == letters.other()) {
      return Language.OTHER;
    }
    Map<String, Double> scores = wordScores(text.substring(0, limit));
    return most == letters.arabic() ? arabicScript(letters, scores) : latinScript(letters, scores);
  }

  private static Language arabicScript(LetterProfile letters, Map<String, Double> scores) {
    LetterProfile.Marks marks = letters.marks();
    scores.merge("ckb", 1.0 * marks.sorani(), Double::sum);
    scores.merge("fa", 0.3 * marks.persian(), Double::sum);
    scores.merge("ur", 1.5 * marks.eastern(), Double::sum);
    scores.merge("ar", 0.5 * marks.arabicOnly(), Double::sum);
    return best(scores, "ar", Language.AR);
  }

  private static Language latinScript(LetterProfile letters, Map<String, Double> scores) {
    LetterProfile.Marks marks = letters.marks();
    scores.merge("kmr", 0.5 * marks.kurmanji(), Double::sum);
    scores.merge("other", 0.75 * marks.foreignLatin(), Double::sum);
    if (marks.kurmanji() + marks.foreignLatin() == 0) {
      scores.merge("en", ONE_FOREIGN_WORD, Double::sum);
    }
    Language unknown = marks.kurmanji() + marks.foreignLatin() == 0 ? Language.EN : Language.OTHER;
    return best(scores, "en", unknown);
  }

  /** The language with the highest score; the favourite wins a tie. */
  private static Language best(Map<String, Double> scores, String favourite, Language unknown) {
    String best = favourite;
    for (Map.Entry<String, Double> score : scores.entrySet()) {
      if (score.getValue() > scores.getOrDefault(best, 0.0)) {
        best = score.getKey();
      }
    }
    return scores.getOrDefault(best, 0.0) == 0 ? unknown : Language.of(best);
  }

  private static Map<String, Double> wordScores(String text) {
    Tokens words = Tokens.of(text);
    int[] counts = new int[FUNCTION_WORDS.codes().size()];
    int definite = 0;
    for (int i = 0; i < words.size(); i++) {
      for (int rest = FUNCTION_WORDS.languages(words, i); rest != 0; rest &= rest - 1) {
        counts[Integer.numberOfTrailingZeros(rest)]++;
      }
      if (!words.isAscii(i) && isDefinite(words.folded(i))) {
        definite++;
      }
    }
    Map<String, Double> scores = new HashMap<>();
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] > 0) {
        scores.put(FUNCTION_WORDS.codes().get(i), 1.0 * counts[i]);
      }
    }
    if (definite > 0) {
      scores.merge("ar", 0.5 * definite, Double::sum);
    }
    return scores;
  }

  /** Whether a word in Arabic script has the article. */
  private static boolean isDefinite(String word) {
    return word.length() > 4 && word.startsWith("ال");
  }
}
