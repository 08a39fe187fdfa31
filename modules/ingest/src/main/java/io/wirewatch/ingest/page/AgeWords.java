package io.wirewatch.ingest.page;

import io.wirewatch.Precision;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The words of ages in English, Arabic, Sorani and Kurmanji, in lower case. */
final class AgeWords {

  /**
   * A unit of time as a word names it.
   *
   * @param count how many the bare word means: an Arabic dual means two; 0 where the word needs a
   *     number
   */
  record Unit(Duration length, Precision precision, int count) {}

  /** They stand before the number: "for 3 hours", "before 3 hours". */
  static final Set<String> BEFORE = Set.of("منذ", "قبل", "پێش", "berî", "berya", "beriya");

  /** They stand at the end: "3 hours ago". */
  static final Set<String> AFTER =
      Set.of("ago", "مضت", "لەمەوبەر", "لەمەوپێش", "پێش", "berê", "berî");

  /** Numbers as words, and words that say "about". */
  static final Map<String, Integer> NUMBERS =
      Map.ofEntries(
          Map.entry("a", 1),
          Map.entry("an", 1),
          Map.entry("one", 1),
          Map.entry("two", 2),
          Map.entry("three", 3),
          Map.entry("few", 3),
          Map.entry("several", 3),
          Map.entry("بضع", 3),
          Map.entry("عدة", 3),
          Map.entry("چەند", 3),
          Map.entry("یەک", 1),
          Map.entry("دوو", 2),
          Map.entry("سێ", 3),
          Map.entry("yek", 1),
          Map.entry("du", 2),
          Map.entry("sê", 3),
          Map.entry("çend", 3),
          Map.entry("واحدة", 1),
          Map.entry("واحد", 1));

  static final Set<String> ABOUT =
      Set.of("about", "over", "almost", "around", "nearly", "نحو", "حوالي", "نزیکەی");

  /** Other ways to write what is above. */
  static final Map<String, String> SPELLINGS =
      Map.of(" پێش ئێستا", " پێش", "لەمەو پێش", "لەمەوپێش", "لەمەو بەر", "لەمەوبەر");

  /**
   * Whole ages in one or more words. "Today" and "now" are not among them: they are the ends of
   * names.
   */
  static final Map<String, Age> PHRASES = phrases();

  static final Map<String, Unit> UNITS = units();

  private AgeWords() {}

  private static Map<String, Age> phrases() {
    Map<String, Age> ages = new HashMap<>();
    Age now = new Age.Ago(Duration.ZERO, Precision.MINUTE);
    for (String word :
        List.of(
            "just now",
            "moments ago",
            "a moment ago",
            "الآن",
            "الان",
            "منذ لحظات",
            "قبل لحظات",
            "منذ لحظة",
            "منذ قليل",
            "قبل قليل",
            "ئێستا",
            "هەر ئێستا",
            "niha",
            "aniha")) {
      ages.put(word, now);
    }
    for (String word : List.of("اليوم", "ئەمڕۆ", "ئەمرۆ", "îro")) {
      ages.put(word, new Age.Ago(Duration.ZERO, Precision.DAY));
    }
    for (String word : List.of("yesterday", "أمس", "امس", "البارحة", "دوێنێ", "duh", "duhî")) {
      ages.put(word, new Age.Ago(Duration.ofDays(1), Precision.DAY));
    }
    for (String word : List.of("أول أمس", "اول امس", "أول من أمس", "پێرێ", "pêr")) {
      ages.put(word, new Age.Ago(Duration.ofDays(2), Precision.DAY));
    }
    ages.put("last week", new Age.Ago(Duration.ofDays(7), Precision.WEEK));
    ages.put("last month", new Age.Ago(Duration.ofDays(30), Precision.WEEK));
    return Map.copyOf(ages);
  }

  private static Map<String, Unit> units() {
    Map<String, Unit> units = new HashMap<>();
    putUnitsOfTheClock(units);
    putUnitsOfTheCalendar(units);
    return Map.copyOf(units);
  }

  private static void putUnitsOfTheClock(Map<String, Unit> units) {
    put(
        units,
        Duration.ofSeconds(1),
        Precision.MINUTE,
        "s sec secs second seconds ثوان ثواني ثوانٍ چرکە çirke saniye saniyeyan چرکەیەک",
        "ثانية",
        "ثانيتين ثانيتان");
    put(
        units,
        Duration.ofMinutes(1),
        Precision.MINUTE,
        "m min mins minute minutes دقائق دقايق دەقە خولەک خولەكان deqe deqîqe deqeyan deqîqeyan xulek xulekan",
        "دقيقة دەقەیەک خولەکێک deqeyekê deqîqeyekê xulekekê",
        "دقيقتين دقيقتان");
    put(
        units,
        Duration.ofHours(1),
        Precision.HOUR,
        "h hr hrs hour hours ساعات کاتژمێر كاتژمێر سەعات saet saetan saetên seet demjimêr demjimêran",
        "ساعة ساعه کاتژمێرێک سەعاتێک saetekê saetek demjimêrekê",
        "ساعتين ساعتان");
  }

  private static void putUnitsOfTheCalendar(Map<String, Unit> units) {
    put(
        units,
        Duration.ofDays(1),
        Precision.DAY,
        "d day days أيام ايام يوما يوماً ڕۆژ رۆژ roj rojan rojên",
        "يوم ڕۆژێک رۆژێک rojekê rojek",
        "يومين يومان");
    put(
        units,
        Duration.ofDays(7),
        Precision.WEEK,
        "w wk wks week weeks أسابيع اسابيع هەفتە hefte hefteyan heftiyan",
        "أسبوع اسبوع هەفتەیەک hefteyekê",
        "أسبوعين اسبوعين أسبوعان");
    put(
        units,
        Duration.ofDays(30),
        Precision.WEEK,
        "mo month months أشهر اشهر شهور شهرا شهراً مانگ meh mehan",
        "شهر مانگێک mehekê",
        "شهرين شهران");
    put(
        units,
        Duration.ofDays(365),
        Precision.WEEK,
        "y yr yrs year years سنوات أعوام ساڵ sal salan",
        "سنة عام ساڵێک salekê",
        "سنتين عامين");
  }

  private static void put(
      Map<String, Unit> units, Duration length, Precision precision, String... byCount) {
    for (int count = 0; count < byCount.length; count++) {
      for (String word : byCount[count].split(" ", -1)) {
        units.put(word, new Unit(length, precision, count));
      }
    }
  }
}
