package io.wirewatch.ingest.article;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The place at the beginning of a text, and the text without it. Often nothing parts it from the
 * first sentence: "Al-Anbar The convoy left".
 */
record DatelinePlace(@Nullable String name, String rest) {
  /* Without a list of places, the words tell: a word that opens sentences ends the place; so does the
   * last capital before a small letter, which is the sentence's first word. Beyond that a place is one
   * word, or two where the first never stands alone ("Deir", "Abu") or the second never does ("City"). */

  private static final int MOST_WORDS = 4;

  private static final Pattern SPACE = Pattern.compile(" ");
  private static final String WORD = "[^\\s/–—:.;()\"]{2,24}";
  private static final Pattern DASHED =
      Pattern.compile("(" + WORD + "(?:,? " + WORD + "){0,3})(?: ?[–—/]| -|-)(?: |$)");
  private static final Pattern WITH_COLON =
      Pattern.compile("(" + WORD + "(?: " + WORD + ")?) ?:(?: |$)");

  private static final Set<String> OPENERS =
      Set.of(
          "the",
          "a",
          "an",
          "on",
          "in",
          "at",
          "as",
          "after",
          "before",
          "amid",
          "during",
          "for",
          "from",
          "he",
          "her",
          "his",
          "it",
          "its",
          "more",
          "no",
          "since",
          "some",
          "several",
          "their",
          "they",
          "this",
          "to",
          "two",
          "three",
          "four",
          "five",
          "under",
          "while",
          "when",
          "with",
          "at least",
          "according",
          "around",
          "about",
          "by",
          "dozens",
          "hundreds",
          "thousands",
          "monday",
          "tuesday",
          "wednesday",
          "thursday",
          "friday",
          "saturday",
          "sunday",
          "today",
          "yesterday",
          "that",
          "these",
          "those",
          "there",
          "one",
          "over",
          "nearly",
          "most",
          "many",
          "all",
          "both",
          "if",
          "following",
          "despite");

  private static final Set<String> NEVER_ALONE =
      Set.of(
          "new",
          "deir",
          "dayr",
          "tal",
          "tel",
          "tall",
          "abu",
          "umm",
          "um",
          "ain",
          "ayn",
          "ras",
          "khan",
          "dhi",
          "tuz",
          "salah",
          "wadi",
          "jurf",
          "kafr",
          "mount",
          "port",
          "san",
          "saint",
          "st.",
          "beit",
          "bayt",
          "jabal",
          "los",
          "las",
          "hong",
          "united",
          "north",
          "south",
          "east",
          "west",
          "northern",
          "southern",
          "eastern",
          "western",
          "central",
          "middle",
          "saudi",
          "sheikh",
          "bab",
          "al",
          "el",
          "دير",
          "تل",
          "ابو",
          "أبو",
          "أم",
          "ام",
          "عين",
          "رأس",
          "راس",
          "خان",
          "ذي",
          "صلاح",
          "وادي",
          "جرف",
          "بيت",
          "جبل",
          "باب",
          "طوز",
          "كفر",
          "شمال",
          "جنوب",
          "شرق",
          "غرب",
          "إقليم",
          "اقليم",
          "دێر",
          "تەل",
          "ئەبو",
          "عەین",
          "جەبەل",
          "هەرێمی",
          "پارێزگای",
          "شاری",
          "şarê",
          "bajarê");

  private static final Set<String> SECOND_WORDS =
      Set.of(
          "city",
          "province",
          "governorate",
          "district",
          "region",
          "heights",
          "strip",
          "bank",
          "dc",
          "d.c.",
          "east",
          "countryside",
          "gulf");

  /** A place that a dash or slash ends; the whole text as rest where none does. */
  static DatelinePlace delimited(String text) {
    return endedBy(DASHED, text);
  }

  private static DatelinePlace endedBy(Pattern delimiter, String text) {
    Matcher place = delimiter.matcher(text);
    return place.lookingAt()
            && startsNames(place.group(1))
            && SPACE.splitAsStream(place.group(1)).noneMatch(DatelinePlace::isOpener)
        ? new DatelinePlace(place.group(1).strip(), text.substring(place.end()).strip())
        : new DatelinePlace(null, text);
  }

  /** A place that the text begins with, parted from the first sentence or not. */
  static DatelinePlace leading(String text) {
    for (Pattern delimiter : new Pattern[] {DASHED, WITH_COLON}) {
      DatelinePlace delimited = endedBy(delimiter, text);
      if (delimited.name != null) {
        return delimited;
      }
    }
    int newline = text.indexOf('\n');
    String line = newline < 0 ? text : text.substring(0, newline);
    String[] words = line.split(" ", MOST_WORDS + 2);
    int count = line.isEmpty() ? 0 : words(words);
    int end = 0;
    for (int at = 0; at < count; at++) {
      end += words[at].length() + (at > 0 ? 1 : 0);
    }
    String name = strip(text.substring(0, end));
    return name.isEmpty()
        ? new DatelinePlace(null, text)
        : new DatelinePlace(name, text.substring(end).strip());
  }

  private static int words(String[] words) {
    if (words.length <= MOST_WORDS && !words[words.length - 1].endsWith(".")) {
      return words.length;
    }
    int run = 0;
    while (run < Math.min(words.length, MOST_WORDS)
        && startsNames(words[run])
        && !isOpener(words[run])) {
      run++;
    }
    if (run == 0) {
      return 0;
    }
    boolean openerEndsIt =
        run < words.length && isOpener(words[run]) && startsNames(words[run]) && isLatin(words[0]);
    return openerEndsIt && run < MOST_WORDS ? run : Math.min(run, alone(words));
  }

  private static int alone(String[] words) {
    if (words.length < 2) {
      return 1;
    }
    String first = words[0].toLowerCase(Locale.ROOT);
    String second = words[1].toLowerCase(Locale.ROOT);
    boolean particle = words[1].matches("(?:al|ez|el|ad|as|ed|az|ar|an|es)-\\p{Lu}.*");
    boolean two =
        NEVER_ALONE.contains(first)
            || SECOND_WORDS.contains(second)
            || particle
            || first.endsWith(",");
    return two ? 2 : 1;
  }

  private static boolean isOpener(String word) {
    return OPENERS.contains(word.toLowerCase(Locale.ROOT).replaceFirst("[,:]$", ""));
  }

  private static boolean startsNames(String word) {
    return !word.isEmpty()
        && (!Character.isLowerCase(word.charAt(0)) || word.indexOf('-') > 0)
        && Character.isLetter(word.charAt(0));
  }

  private static boolean isLatin(String word) {
    return word.charAt(0) < 0x250;
  }

  private static String strip(String name) {
    String stripped = name.strip();
    return stripped.endsWith(",") ? stripped.substring(0, stripped.length() - 1) : stripped;
  }
}
