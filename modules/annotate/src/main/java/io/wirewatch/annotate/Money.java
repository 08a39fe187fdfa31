package io.wirewatch.annotate;

import io.wirewatch.language.Tokens;
import java.util.BitSet;

/** Letters that say whose money a sum is: {@code US$460}, {@code HK$2}, {@code $US 15}. */
final class Money {
  private static final char SIGN = '$';
  private static final int MOST_LETTERS = 3;

  private Money() {}

  /** The words that are such letters: no names of countries. */
  static BitSet words(Tokens tokens) {
    BitSet words = new BitSet(tokens.size());
    if (tokens.text().indexOf(SIGN) >= 0) {
      for (int word = 0; word < tokens.size(); word++) {
        if (isMoney(tokens, word)) words.set(word);
      }
    }
    return words;
  }

  private static boolean isMoney(Tokens tokens, int word) {
    String text = tokens.text();
    int start = tokens.start(word);
    int end = tokens.end(word);
    boolean touches =
        (end < text.length() && text.charAt(end) == SIGN)
            || (start > 0 && text.charAt(start - 1) == SIGN);
    return touches && end - start <= MOST_LETTERS && Character.isUpperCase(text.charAt(start));
  }
}
