package io.wirewatch.annotate;

import io.wirewatch.language.Tokens;
import org.jspecify.annotations.Nullable;

/**
 * Finds the longest name that begins at a word. Walks a trie of word keys, so time is linear in the
 * words that a name can have.
 */
final class NameFinder {
  private static final int WIDEST_GAP = 3;

  private final Gazetteer gazetteer;

  NameFinder(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
  }

  /** The longest name whose first word is this one, clitics aside; null when there is none. */
  @Nullable NameMatch longestAt(Tokens tokens, WordForms forms, int word) {
    return longestAt(tokens, forms, word, tokens.size() - 1);
  }

  /** The longest name from this word to that one at most; null when there is none. */
  @Nullable NameMatch longestAt(Tokens tokens, WordForms forms, int word, int last) {
    NameMatch best = null;
    for (WordForm form : forms.first(word)) {
      NameMatch found = walk(tokens, forms, word, last, form);
      if (found != null && (best == null || found.words() > best.words())) best = found;
    }
    return best;
  }

  private @Nullable NameMatch walk(
      Tokens tokens, WordForms forms, int first, int last, WordForm start) {
    NameMatch best = null;
    long before = NameKey.EMPTY;
    for (int word = first; word <= last; word++) {
      if (word > first && !adjacent(tokens, word)) break;
      boolean atStart = word == first;
      if (!atStart || start.start() == tokens.start(word)) {
        for (WordForm stem : forms.last(word)) {
          int position = gazetteer.find(NameKey.then(before, stem.key()));
          if (position >= 0) {
            best = new NameMatch(first, word, start.start(), stem.end(), position, true);
            break;
          }
        }
      }
      before = NameKey.then(before, atStart ? start.key() : forms.key(word));
      int position = gazetteer.find(before);
      if (position == NameTable.ABSENT) break;
      if (position >= 0)
        best = new NameMatch(first, word, start.start(), tokens.end(word), position, false);
    }
    return best;
  }

  /**
   * Whether nothing but blanks, a hyphen or an apostrophe stands between a word and the one before
   * it.
   */
  private static boolean adjacent(Tokens tokens, int word) {
    String text = tokens.text();
    int from = tokens.end(word - 1);
    int to = tokens.start(word);
    if (to - from > WIDEST_GAP) return false;
    for (int at = from; at < to; at++) {
      char c = text.charAt(at);
      boolean abbreviation = c == '.' && to - from > 1 && from - tokens.start(word - 1) <= 2;
      if (c == '\n'
          || !(Character.isWhitespace(c)
              || c == '-'
              || c == '‐'
              || c == '‑'
              || c == '\''
              || c == '’'
              || c == '\u200c'
              || abbreviation)) {
        return false;
      }
    }
    return true;
  }
}
