package io.wirewatch.ingest.article;

import java.util.Collection;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells the names of wires from those of parties, towns and persons. */
final class WireNames {
  private static final int MOST_WORDS = 5;

  private static final Pattern LIKE_ONE =
      Pattern.compile(
          ".*(?:(?:news|agency|press|wire|times|post|today|tv|media|network|herald|tribune)(?!\\p{L})|nûçe|ajans|"
              + "نيوز|وكالة|نیوز|ئاژانس|تيفي|الإخبارية|میدیا|پرێس|اليوم).*",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /** As {@link Fold} leaves them. Those that parties and movements have too are left out. */
  private static final Set<String> SHORT =
      Set.of(
          "ap",
          "afp",
          "reuters",
          "upi",
          "dpa",
          "efe",
          "ansa",
          "tass",
          "xinhua",
          "anadolu",
          "bloomberg",
          "cnn",
          "bbc",
          "sana",
          "ina",
          "nina",
          "irna",
          "kuna",
          "wafa",
          "wam",
          "petra",
          "anha",
          "rudaw",
          "أب",
          "أفب",
          "افب",
          "فرانسبرس",
          "دبأ",
          "دبا",
          "رويترز",
          "الأناضول",
          "شينخوا",
          "تاس",
          "سبوتنيك",
          "واع",
          "واج",
          "واس",
          "وام",
          "وفا",
          "سانا",
          "كونا",
          "قنا",
          "بترا",
          "نينا",
          "إرنا",
          "رووداو",
          "ڕووداو",
          "رۆیتەرز");

  /* American stations have call letters, and put the town in capitals. */
  private static final Pattern STATION = Pattern.compile("[KW]\\p{Lu}{3}(?:-\\p{Lu}{2})?");
  private static final Pattern IN_CAPITALS = Pattern.compile("\\p{Lu}{4}.*");

  private WireNames() {}

  /** Whether it is a publisher, or sounds like one. */
  static boolean isWire(String name, Collection<String> publishers) {
    return publishers.stream().anyMatch(publisher -> Fold.same(publisher, name))
        || (isCapitalised(name) && LIKE_ONE.matcher(name).matches());
  }

  /** The same of a name in brackets behind a place, where wires stand with their short names. */
  static boolean isWireBehind(String place, String name, Collection<String> publishers) {
    return isWire(name, publishers)
        || SHORT.contains(Fold.of(name))
        || (STATION.matcher(name).matches() && IN_CAPITALS.matcher(place).matches());
  }

  /** Few words that begin with capitals, where the script has them. */
  static boolean isCapitalised(String name) {
    String[] words = name.strip().split(" ", -1);
    for (String word : words) {
      if (!word.isEmpty() && Character.isLowerCase(word.charAt(0)) && word.length() > 3) {
        return false;
      }
    }
    return words.length <= MOST_WORDS && !Character.isLowerCase(name.strip().charAt(0));
  }
}
