package io.wirewatch.rules;

import io.wirewatch.language.Language;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Remembers which forms the words of texts are, so that a word that has been met is one look-up
 * without an object made. Bounded; safe to be read and filled by several threads as long as the
 * forms do not change meanwhile.
 */
@SuppressWarnings("EnumOrdinal") // an array in the innermost loop, never stored
final class Surfaces {
  /* Each word has two places, and takes the first from the word that was there, which moves to the second. Entries are immutable and so can be put into the
   * arrays without synchronisation: a thread that does not see an entry yet works it out again. */
  private static final int PLACES = 1 << 16;
  private static final int LONGEST = 64;

  private final Forms forms;
  private final @Nullable Entry[][] entries = new Entry[Language.values().length][];

  private static final class Entry {
    final int hash;
    final int known;
    final char[] surface;
    final int[] forms;

    Entry(int hash, int known, char[] surface, int[] forms) {
      this.hash = hash;
      this.known = known;
      this.surface = surface;
      this.forms = forms;
    }

    boolean is(int otherHash, int size, char[] text, int start, int end) {
      return hash == otherHash
          && known == size
          && Arrays.equals(surface, 0, surface.length, text, start, end);
    }
  }

  Surfaces(Forms forms) {
    this.forms = forms;
  }

  /** The forms of a part of a text, in an article of this language. */
  int[] forms(Language article, char[] text, int start, int end) {
    int hash = 0;
    for (int i = start; i < end; i++) {
      hash = hash * 31 + text[i];
    }
    int place = ((hash ^ (hash >>> 15)) * 0x9E3779B9) >>> 16;
    @Nullable Entry[] places = places(article);
    Entry first = places[place];
    if (first != null && first.is(hash, forms.size(), text, start, end)) {
      return first.forms;
    }
    Entry second = places[place ^ 1];
    if (second != null && second.is(hash, forms.size(), text, start, end)) {
      return second.forms;
    }
    char[] surface = Arrays.copyOfRange(text, start, end);
    int[] found = forms.resolve(new String(surface), article);
    if (surface.length <= LONGEST) {
      places[place ^ 1] = first;
      places[place] = new Entry(hash, forms.size(), surface, found);
    }
    return found;
  }

  private @Nullable Entry[] places(Language article) {
    @Nullable Entry[] places = entries[article.ordinal()];
    if (places == null) {
      places = new Entry[PLACES];
      entries[article.ordinal()] = places;
    }
    return places;
  }
}
