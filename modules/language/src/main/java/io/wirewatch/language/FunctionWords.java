package io.wirewatch.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * In which languages a word is one of the most frequent; from {@code function-words.txt}.
 * Immutable.
 */
final class FunctionWords {
  /* Every word of every article is asked for. Those of a few ASCII letters, which most are, stand in a table as the number that
   * their letters make, so that nothing is made of a word of a text to look it up. */
  private static final String RESOURCE = "function-words.txt";
  private static final int PLACE_BITS = 10;
  private static final int PLACES = 1 << PLACE_BITS;
  private static final long SMALL = 0x2020_2020_2020_2020L;

  private final long[] shortWords = new long[PLACES];
  private final int[] languagesOfShort = new int[PLACES];
  private final List<String> codes = new ArrayList<>();
  private final Map<String, Integer> languagesByWord = new HashMap<>();

  FunctionWords() {
    lines().forEach(this::add);
    languagesByWord.forEach(this::addShort);
  }

  /** Codes of all languages, as in the file; also of some that {@link Language} does not have. */
  List<String> codes() {
    return codes;
  }

  /** Bit i is set where a word of a text is one of the language {@code codes().get(i)}. */
  int languages(Tokens words, int word) {
    int length = words.end(word) - words.start(word);
    if (length > Long.BYTES || !words.isAscii(word)) {
      return languagesByWord.getOrDefault(words.folded(word), 0);
    }
    // Capitals become small letters by it, and digits stay.
    long small = words.eight(words.start(word)) | SMALL;
    return languagesOfShort[place(small & (-1L >>> (Long.SIZE - length * Byte.SIZE)))];
  }

  private void addShort(String folded, int languages) {
    Tokens word = Tokens.of(folded);
    if (folded.length() <= Long.BYTES && word.size() == 1 && word.isAscii(0)) {
      int place = place(word.eight(0));
      shortWords[place] = word.eight(0);
      languagesOfShort[place] = languages;
    }
  }

  /** Where the word is, or the empty place where it would be. */
  private int place(long word) {
    long mixed = word * 0x9E37_79B9_7F4A_7C15L;
    int place = (int) (mixed >>> (Long.SIZE - PLACE_BITS));
    while (shortWords[place] != 0 && shortWords[place] != word) {
      place = (place + 1) & (PLACES - 1);
    }
    return place;
  }

  private void add(String line) {
    if (line.startsWith("#")) {
      return;
    }
    int colon = line.indexOf(':');
    int language = 1 << codes.size();
    codes.add(line.substring(0, colon));
    Tokens words = Tokens.of(line.substring(colon + 1));
    for (int i = 0; i < words.size(); i++) {
      languagesByWord.merge(words.folded(i), language, (some, more) -> some | more);
    }
  }

  private static List<String> lines() {
    try (InputStream in = FunctionWords.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(
            RESOURCE + " is missing beside " + FunctionWords.class.getName());
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
