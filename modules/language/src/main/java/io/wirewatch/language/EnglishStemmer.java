package io.wirewatch.language;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import opennlp.tools.stemmer.snowball.SnowballStemmer;

/**
 * Snowball's English stemmer, corrected by {@code english-stems.txt} and for plurals such as
 * gunmen.
 */
final class EnglishStemmer implements Stemmer {
  private static final int LONGEST = 40;
  private static final int LARGEST_CACHE = 1 << 16;
  private static final Set<String> NOT_PLURAL =
      Set.of("yemen", "omen", "specimen", "regimen", "abdomen", "acumen", "semen", "bitumen");

  /** One for all: its list is read once, and who has stemmed a word has done so for the others. */
  static final EnglishStemmer SHARED = new EnglishStemmer();

  /* A word is first brought to its base by the list, then the base is stemmed, so that irregular forms meet regular ones
   * (withdrew, withdrawing). A base marked with = keeps its mark, so that no stem of another word can equal it. */
  private final Map<String, String> bases = StemList.read("english-stems.txt");
  private final Map<String, String> cache = new ConcurrentHashMap<>();
  private final ThreadLocal<SnowballStemmer> snowball =
      ThreadLocal.withInitial(() -> new SnowballStemmer(SnowballStemmer.ALGORITHM.ENGLISH));

  private EnglishStemmer() {}

  @Override
  public String stem(String folded) {
    if (folded.length() > LONGEST) {
      return folded;
    }
    String known = cache.get(folded);
    if (known == null) {
      known = compute(folded);
      if (cache.size() < LARGEST_CACHE) {
        cache.put(folded, known);
      }
    }
    return known;
  }

  private String compute(String folded) {
    String base = bases.getOrDefault(folded, folded);
    return base.startsWith("=") ? base : snowball.get().stem(singular(base)).toString();
  }

  private static String singular(String word) {
    boolean men = word.endsWith("men") && word.length() > 4 && !NOT_PLURAL.contains(word);
    return men ? word.substring(0, word.length() - 2) + "an" : word;
  }
}
