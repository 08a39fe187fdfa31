package io.wirewatch.annotate.tagger;

import io.wirewatch.language.Tokens;
import java.util.Locale;
import java.util.Set;

/** What stands between a word and the one before it. */
enum Gap {
  /** Nothing is before the word. */
  START(0, true),
  LINE(1, true),
  SENTENCE(2, true),
  QUOTE(3, false),
  BRACKET(4, false),
  COMMA(5, false),
  DASH(6, false),
  POSSESSIVE(7, false),
  SLASH(8, false),
  HYPHEN(9, false),
  /** The dot of an abbreviation or initial. */
  DOT(10, false),
  BLANK(11, false),
  OTHER(12, false);

  private static final int FARTHEST = 12;
  private static final Set<String> ABBREVIATIONS =
      Set.of(
          "mr", "mrs", "ms", "dr", "gen", "col", "lt", "sgt", "maj", "brig", "capt", "cmdr", "cpl",
          "pvt", "sen", "rep", "gov", "st", "prof", "jr", "sr", "hon", "rev", "no", "vs", "inc",
          "co", "corp", "ltd", "adm", "amb", "sec", "pres", "messrs", "ft", "mt", "jan", "feb",
          "mar", "apr", "aug", "sept", "sep", "oct", "nov", "dec", "bros", "min");

  private final int code;
  private final boolean breaks;

  Gap(int code, boolean breaks) {
    this.code = code;
    this.breaks = breaks;
  }

  /** The number that features know it by; of two marks in a gap the one with the lower counts. */
  int code() {
    return code;
  }

  /** Whether no name goes on over it. */
  boolean breaks() {
    return breaks;
  }

  /** The gap before a word. */
  static Gap before(Tokens tokens, int word) {
    if (word == 0) {
      return START;
    }
    String text = tokens.text();
    int from = tokens.end(word - 1);
    int to = tokens.start(word);
    if (to == from + 1 && text.charAt(from) == ' ') {
      return BLANK;
    }
    return to - from > FARTHEST ? LINE : between(tokens, word, text, from, to);
  }

  private static Gap between(Tokens tokens, int word, String text, int from, int to) {
    Gap gap = BLANK;
    for (int at = from; at < to; at++) {
      Gap here = of(text.charAt(at));
      if (here == SENTENCE && at == from && isAbbreviation(tokens, word - 1)) {
        here = DOT;
      }
      if (here == QUOTE && isPossessive(text, at, to)) {
        here = POSSESSIVE;
      }
      if (here.code < gap.code || gap == BLANK) {
        gap = here;
      }
    }
    return gap == HYPHEN && to - from > 1 && !TakenApart.isApart(tokens, word - 1) ? DASH : gap;
  }

  private static Gap of(char c) {
    return switch (c) {
      case '\n', '\r' -> LINE;
      case '.', '!', '?', '…', '؟' -> SENTENCE;
      case '"', '“', '”', '«', '»', '\'', '‘', '’', '`' -> QUOTE;
      case '(', ')', '[', ']', '{', '}' -> BRACKET;
      case ',', '،' -> COMMA;
      case ':', ';', '–', '—', '•', '|' -> DASH;
      case '/' -> SLASH;
      case '-', '_', '‐', '‑' -> HYPHEN;
      case ' ', '\t', '\u00a0' -> BLANK;
      case 's' -> POSSESSIVE;
      default -> OTHER;
    };
  }

  private static boolean isPossessive(String text, int at, int to) {
    int next = at + 1;
    while (next < to && text.charAt(next) == ' ') {
      next++;
    }
    return next < to && text.charAt(next) == 's';
  }

  private static boolean isAbbreviation(Tokens tokens, int word) {
    int length = tokens.end(word) - tokens.start(word);
    if (length == 1) {
      return Character.isUpperCase(tokens.text().charAt(tokens.start(word)));
    }
    return length <= 6 && ABBREVIATIONS.contains(tokens.surface(word).toLowerCase(Locale.ROOT));
  }
}
