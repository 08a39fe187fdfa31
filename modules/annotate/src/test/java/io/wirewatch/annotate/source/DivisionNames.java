package io.wirewatch.annotate.source;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** When two spellings of a province's name are the same name. */
final class DivisionNames {
  private static final Set<String> GENERIC =
      Set.of(
          ("province region governorate state county department prefecture oblast district municipality parish canton emirate of the al"
                  + " ad an ar as ash at az adh el republic autonomous city capital krai kray division atoll islands island de la le du d l"
                  + " del voblast voblasts raion")
              .split(" "));

  private DivisionNames() {}

  /** The name without marks, case, articles and words such as "province". */
  static String key(String name) {
    String plain =
        Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "");
    String letters =
        plain
            .replace("ı", "i")
            .replace("ł", "l")
            .replace("đ", "d")
            .replace("ø", "o")
            .replace("æ", "ae");
    return Arrays.stream(letters.replaceAll("[’‘'`ʼʻ]", "").split("[^a-z0-9]+"))
        .filter(word -> !word.isEmpty() && !GENERIC.contains(word))
        .collect(Collectors.joining());
  }

  /** At most one letter in five apart. */
  static boolean near(String a, String b) {
    return Math.min(a.length(), b.length()) >= 6 && distance(a, b) <= Math.min(2, b.length() / 5);
  }

  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    Arrays.setAll(row, i -> i);
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
