package io.wirewatch.ingest.page;

import io.wirewatch.ingest.date.PlainLetters;
import io.wirewatch.ingest.date.WrittenDate;
import io.wirewatch.ingest.page.AgeWords.Unit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads ages: "2 hours ago", "an hour ago", "yesterday", "24-06-2025" (the day first), and the same
 * in Arabic, Sorani and Kurmanji, with any digits.
 */
final class AgeReader {
  private static final int MOST_CHARS = 48;
  private static final int MOST_NUMBER = 10_000;
  private static final Set<String> LOOSE_PHRASES =
      Set.of("yesterday", "just now", "a moment ago", "moments ago");

  private AgeReader() {}

  /** The age that a whole line says; empty where it is anything else. */
  static Optional<Age> read(String text) {
    String plain = plain(text);
    Age phrase = AgeWords.PHRASES.get(plain);
    return phrase != null ? Optional.of(phrase) : dateOrSpan(plain, true);
  }

  /**
   * The age that stands behind a publisher's name in the same line. Stricter than {@link #read}:
   * "Baghdad Today" and "F-16s" are names.
   */
  static Optional<Age> readBehindName(String text) {
    String plain = plain(text);
    return LOOSE_PHRASES.contains(text)
        ? Optional.ofNullable(AgeWords.PHRASES.get(plain))
        : dateOrSpan(plain, false);
  }

  /** Whether it is worth the time to look for an age at the end of a line. */
  static boolean mayEndIn(String line) {
    String lower = line.toLowerCase(Locale.ROOT);
    return Character.isDigit(lower.charAt(lower.length() - 1))
        || AgeWords.AFTER.stream().anyMatch(lower::endsWith)
        || AgeWords.SPELLINGS.keySet().stream().anyMatch(lower::endsWith)
        || LOOSE_PHRASES.stream().anyMatch(lower::endsWith)
        || AgeWords.BEFORE.stream().anyMatch(lower::contains);
  }

  /** Whether an age could begin so: with a number, a word for one, a marker or a month. */
  static boolean mayBegin(String text) {
    if (Character.isDigit(text.charAt(0))) {
      return true;
    }
    int end = 1;
    while (end < text.length() && Character.isLetter(text.charAt(end))) {
      end++;
    }
    String word = text.substring(0, end).toLowerCase(Locale.ROOT);
    return AgeWords.BEFORE.contains(word)
        || AgeWords.NUMBERS.containsKey(word)
        || AgeWords.ABOUT.contains(word)
        || WrittenDate.isMonth(PlainLetters.of(word))
        || LOOSE_PHRASES.stream().anyMatch(phrase -> phrase.startsWith(word));
  }

  private static String plain(String text) {
    if (text.length() > MOST_CHARS) {
      return "";
    }
    String plain = asciiDigits(text).toLowerCase(Locale.ROOT).strip();
    for (Map.Entry<String, String> spelling : AgeWords.SPELLINGS.entrySet()) {
      plain = plain.replace(spelling.getKey(), spelling.getValue());
    }
    return plain;
  }

  private static Optional<Age> dateOrSpan(String plain, boolean bare) {
    return WrittenDate.whole(PlainLetters.of(plain))
        .map(WrittenDate::published)
        .<Age>map(Age.On::new)
        .or(() -> relative(plain, bare));
  }

  /** Marker, number and unit; a bare "3h" needs no marker. */
  private static Optional<Age> relative(String plain, boolean bare) {
    List<String> words = words(plain);
    boolean marked = false;
    if (!words.isEmpty() && AgeWords.BEFORE.contains(words.get(0))) {
      words.remove(0);
      marked = true;
    }
    int last = words.size() - 1;
    if (last > 0 && AgeWords.AFTER.contains(words.get(last))) {
      words.remove(last);
      marked = true;
    }
    if (!words.isEmpty() && AgeWords.ABOUT.contains(words.get(0))) {
      words.remove(0);
    }
    boolean abbreviated = bare && words.size() == 2 && plain.length() <= 3;
    return marked || abbreviated ? counted(words) : Optional.empty();
  }

  private static Optional<Age> counted(List<String> words) {
    if (words.size() == 3 && words.get(0).equals("a") && words.get(1).equals("few")) {
      words.remove(0);
    }
    if (words.isEmpty() || words.size() > 2) {
      return Optional.empty();
    }
    Unit unit = AgeWords.UNITS.get(words.get(words.size() - 1));
    if (unit == null && words.size() == 2) {
      // Some say the unit first: "one hour" is ساعة واحدة.
      unit = AgeWords.UNITS.get(words.get(0));
      words = List.of(words.get(1), words.get(0));
    }
    if (unit == null) {
      return Optional.empty();
    }
    int count = words.size() == 1 ? unit.count() : number(words.get(0));
    return count <= 0 && !isZero(words.get(0))
        ? Optional.empty()
        : Optional.of(new Age.Ago(unit.length().multipliedBy(count), unit.precision()));
  }

  private static boolean isZero(String word) {
    return word.equals("0");
  }

  private static int number(String word) {
    if (!word.isEmpty() && word.length() <= 5 && word.chars().allMatch(c -> c >= '0' && c <= '9')) {
      int number = Integer.parseInt(word);
      return number < MOST_NUMBER ? number : -1;
    }
    return AgeWords.NUMBERS.getOrDefault(word, -1);
  }

  /** Parted at spaces, and between a digit and a letter: "2h" is two words. */
  private static List<String> words(String plain) {
    StringBuilder parted = new StringBuilder();
    for (int at = 0; at < plain.length(); at++) {
      char c = plain.charAt(at);
      if (at > 0 && Character.isLetter(c) && Character.isDigit(plain.charAt(at - 1))) {
        parted.append(' ');
      }
      parted.append(c);
    }
    return new ArrayList<>(Arrays.asList(parted.toString().split(" +", -1)));
  }

  /** Every decimal digit of Unicode as its ASCII one. */
  static String asciiDigits(String text) {
    StringBuilder ascii = new StringBuilder(text.length());
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      ascii.append(Character.isDigit(c) ? (char) ('0' + Character.digit(c, 10)) : c);
    }
    return ascii.toString();
  }
}
