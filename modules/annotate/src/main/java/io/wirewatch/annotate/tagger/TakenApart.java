package io.wirewatch.annotate.tagger;

import io.wirewatch.language.Tokens;
import java.util.Locale;
import java.util.Set;

/**
 * Names as they look after somebody's tools took a text apart into words and put it together again
 * with blanks: {@code al - Sadr}, {@code U. S.}
 */
public final class TakenApart {
  private static final Set<String> ARTICLES =
      Set.of("al", "el", "ul", "as", "ash", "at", "ad", "an", "ar", "az");

  private static final int LONGEST_ARTICLE = 3;

  private TakenApart() {}

  /** Whether a word is glued to the next by a hyphen; after an article there may be blanks too. */
  public static boolean joined(Tokens tokens, int word) {
    return tokens.joined(word) || isApart(tokens, word);
  }

  /** Whether the word is an article, and a hyphen between blanks stands behind it. */
  static boolean isApart(Tokens tokens, int word) {
    return word + 1 < tokens.size()
        && tokens.end(word) - tokens.start(word) <= LONGEST_ARTICLE
        && tokens.start(word + 1) - tokens.end(word) == 3
        && tokens.text().startsWith(" - ", tokens.end(word))
        && ARTICLES.contains(tokens.surface(word).toLowerCase(Locale.ROOT));
  }

  /** Where a name of these words ends, exclusive: the last dot of an acronym belongs to it. */
  public static int end(Tokens tokens, int first, int last) {
    int end = tokens.end(last);
    boolean acronym =
        last > first
            && isInitial(tokens, last)
            && isInitial(tokens, last - 1)
            && tokens.text().startsWith(".", tokens.end(last - 1))
            && tokens.text().startsWith(".", end);
    return acronym ? end + 1 : end;
  }

  private static boolean isInitial(Tokens tokens, int word) {
    return tokens.end(word) - tokens.start(word) == 1
        && Character.isUpperCase(tokens.text().charAt(tokens.start(word)));
  }
}
