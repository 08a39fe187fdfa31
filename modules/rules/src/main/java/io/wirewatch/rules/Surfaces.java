package io.wirewatch.rules;

import io.wirewatch.language.Language;
import io.wirewatch.language.Tokens;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Remembers which forms the words of texts are, so that a word that has been met is one look-up
 * without an object made. Bounded; for one thread at a time.
 */
@SuppressWarnings("EnumOrdinal") // a few bits of a key in memory, never stored
final class Surfaces {
  /* What a look-up costs is how many places of memory it touches. So a word of up to 15 letters, all ASCII or all Arabic,
   * stands in the table itself, as two numbers beside its forms. It has four places, and takes the first from the word that
   * was there, which moves to the second, and so on. All words of a text are looked up in a loop that does nothing else, so that the
   * memory is asked for several at once. Longer words are rare, and are in a map. The table grows with the words met: most
   * matchers are a rule or two that look at a few articles, to explain them. */
  static final int NONE = -1;

  private static final int UNKNOWN = Integer.MIN_VALUE;
  private static final int FEW = 1 << 10;
  private static final int MANY = 1 << 16;
  private static final int LEAST_PLACES = 1 << 10;
  private static final int MOST_PLACES = 1 << 17;
  private static final int WAYS = 4;
  private static final int RECORD = 3;
  private static final int LONGEST = 15;
  private static final int ARABIC = 0x0600;
  private static final long NOT_ASCII = 0x8080_8080_8080_8080L;

  private final Forms forms;
  private long[] table = new long[LEAST_PLACES * RECORD];
  private final Map<Language, Map<String, Integer>> others = new EnumMap<>(Language.class);
  private final List<int[]> several = new ArrayList<>();
  private int[] found = {};
  private long[] lows = {};
  private long[] highs = {};
  private int generation;
  private int shift = Long.SIZE - Integer.numberOfTrailingZeros(LEAST_PLACES);
  private int taken;
  private int kept;
  private long low;
  private long high;

  Surfaces(Forms forms) {
    this.forms = forms;
  }

  /**
   * The forms of every word of a text, in an article of this language: for each its form, or {@link
   * #NONE}, or, less than that, the number of several.
   *
   * @return longer than there are words; used again for the next text
   */
  int[] forms(Language article, Tokens words) {
    prepare(words.size());
    for (int i = 0; i < words.size(); i++) {
      pack(article, words, i);
      lows[i] = low;
      highs[i] = high;
      found[i] = place();
    }
    for (int i = 0; i < words.size(); i++) {
      found[i] = isAt(found[i], lows[i], highs[i]) ? (int) table[found[i] + 2] : UNKNOWN;
    }
    for (int i = 0; i < words.size(); i++) {
      if (found[i] == UNKNOWN) {
        low = lows[i];
        high = highs[i];
        found[i] = packedForm(article, words.text(), words.start(i), words.end(i));
      }
    }
    return found;
  }

  private void prepare(int words) {
    if (taken * RECORD > table.length / 2 && table.length < MOST_PLACES * RECORD) {
      table = new long[table.length * 2];
      shift--;
      forget();
    }
    if (generation != forms.size() + 1 || kept > MOST_PLACES) {
      forget();
    }
    if (found.length < words || found.length > MANY) {
      found = new int[Math.max(words, FEW)];
      lows = new long[found.length];
      highs = new long[found.length];
    }
  }

  /** The form of one word, as {@link #forms} has it. */
  int form(Language article, String text, int start, int end) {
    pack(article, text, start, end);
    return packedForm(article, text, start, end);
  }

  /** The same of a word that was packed. */
  private int packedForm(Language article, String text, int start, int end) {
    if (high == 0) {
      return others
          .computeIfAbsent(article, a -> new HashMap<>())
          .computeIfAbsent(text.substring(start, end), word -> form(word, article));
    }
    int first = place();
    if (isAt(first, low, high)) {
      return (int) table[first + 2];
    }
    for (int other = 1; other < WAYS; other++) {
      int place = other(first, other);
      if (isAt(place, low, high)) {
        exchange(first, place);
        return (int) table[first + 2];
      }
    }
    int form = form(text.substring(start, end), article);
    makeRoom(first);
    taken++;
    table[first] = low;
    table[first + 1] = high;
    table[first + 2] = (long) generation << Integer.SIZE | (form & 0xFFFF_FFFFL);
    return form;
  }

  /** A word that comes again comes more often than the one that had displaced it. */
  private void exchange(int first, int place) {
    for (int i = 0; i < RECORD; i++) {
      long other = table[first + i];
      table[first + i] = table[place + i];
      table[place + i] = other;
    }
  }

  /** Moves each word to its next place until one is free; the last of all may be lost. */
  private void makeRoom(int first) {
    int free = 0;
    while (free < WAYS - 1 && table[other(first, free) + 2] >> Integer.SIZE == generation) {
      free++;
    }
    for (int i = free; i > 0; i--) {
      System.arraycopy(table, other(first, i - 1), table, other(first, i), RECORD);
    }
  }

  private boolean isAt(int place, long first, long second) {
    return table[place] == first
        && table[place + 1] == second
        && table[place + 2] >> Integer.SIZE == generation;
  }

  /**
   * The forms of a word that has several, sorted; first the groups, with their bits turned over.
   */
  int[] several(int number) {
    return several.get(NONE - 1 - number);
  }

  private int form(String word, Language article) {
    int[] found = forms.resolve(word, article);
    kept += word.length() > LONGEST || found.length > 1 ? 1 : 0;
    if (found.length < 2) {
      return found.length == 0 ? NONE : found[0];
    }
    several.add(found);
    return NONE - several.size();
  }

  /** New forms may be forms of any word; what stands in the table tells by its generation. */
  private void forget() {
    generation = forms.size() + 1;
    taken = 0;
    kept = 0;
    others.clear();
    several.clear();
  }

  /** As the other, from eight letters at once: most words are ASCII, and most texts have many. */
  private void pack(Language article, Tokens words, int i) {
    int start = words.start(i);
    int length = words.end(i) - start;
    long first = words.eight(start);
    long rest = 0;
    if (length <= Long.BYTES) {
      first &= -1L >>> (Long.SIZE - length * Byte.SIZE);
    } else if (length <= LONGEST) {
      rest = words.eight(start + Long.BYTES) & ~(-1L << ((length - Long.BYTES) * Byte.SIZE));
    }
    if (length > LONGEST || ((first | rest) & NOT_ASCII) != 0) {
      pack(article, words.text(), start, words.end(i));
    } else {
      low = first;
      high = rest << 8 | article.ordinal() << 5 | length << 1;
    }
  }

  /**
   * Whether the word fits into the two numbers, where it then is; else the second is 0, as in no
   * word.
   */
  private void pack(Language article, String text, int start, int end) {
    int length = end - start;
    int page = text.charAt(start) & 0xFF00;
    if (length > LONGEST || (page != 0 && page != ARABIC)) {
      high = 0;
      return;
    }
    int strange = 0;
    long first = 0;
    long rest = 0;
    for (int i = end - 1; i >= start; i--) {
      char letter = text.charAt(i);
      strange |= letter ^ page;
      rest = rest << 8 | first >>> 56;
      first = first << 8 | (letter & 0xFF);
    }
    low = first;
    high = rest << 8 | article.ordinal() << 5 | length << 1 | (page == 0 ? 0 : 1);
    high = (strange & 0xFF00) == 0 ? high : 0;
  }

  private int place() {
    long mixed = low * 0xC2B2AE3D27D4EB4FL ^ high * 0x9E3779B97F4A7C15L;
    mixed = (mixed ^ mixed >>> 32) * 0x9E3779B97F4A7C15L;
    return (int) (mixed >>> shift) * RECORD;
  }

  private static int other(int first, int number) {
    return (first / RECORD ^ number) * RECORD;
  }
}
