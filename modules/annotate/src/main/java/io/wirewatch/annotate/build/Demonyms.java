package io.wirewatch.annotate.build;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The forms of an Arabic adjective of belonging: gender, number, article. */
final class Demonyms {
  private static final List<String> ENDINGS =
      List.of("", "ة", "ون", "ين", "ان", "تين", "تان", "ات", "ا", "اً");
  private static final Pattern ARABIC = Pattern.compile("\\p{IsArabic}[\\p{IsArabic} ]*");

  private Demonyms() {}

  /** عراقي gives عراقية, العراقيين and so on; each word of two takes the article. */
  static Set<String> arabic(String stem) {
    Set<String> forms = new LinkedHashSet<>();
    boolean adjective = stem.endsWith("ي");
    for (String ending : adjective ? ENDINGS : List.of("")) {
      String word = stem + ending;
      forms.add(word);
      forms.add("ال" + word.replace(" ", " ال"));
    }
    if (adjective)
      forms.add("ال" + stem.substring(0, stem.length() - 1).replace(" ", "ية ال") + "ية");
    return forms;
  }

  static boolean isArabicScript(String name) {
    return ARABIC.matcher(name).matches();
  }
}
