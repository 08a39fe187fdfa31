package io.wirewatch.annotate.build;

import io.wirewatch.language.Tokens;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The ways in which English writes an Arabic place name: al-/el-/ar-, with and without,
 * tall/tell/tal, -ah/-a.
 */
final class NameForms {
  private static final int MOST = 48;
  private static final Set<String> ARTICLES =
      Set.of(
          "al", "el", "ar", "er", "as", "es", "ash", "esh", "an", "en", "ad", "ed", "adh", "at",
          "et", "ath", "az", "ez");
  private static final Map<String, List<String>> SPELLINGS =
      Map.ofEntries(
          Map.entry("tall", List.of("tell", "tal", "tel")),
          Map.entry("tell", List.of("tall", "tal", "tel")),
          Map.entry("ayn", List.of("ain")),
          Map.entry("ain", List.of("ayn")),
          Map.entry("dayr", List.of("deir")),
          Map.entry("deir", List.of("dayr")),
          Map.entry("shaykh", List.of("sheikh")),
          Map.entry("umm", List.of("um")),
          Map.entry("abu", List.of("abou")),
          Map.entry("kafr", List.of("kfar", "kafar")),
          Map.entry("bayt", List.of("beit")),
          Map.entry("jabal", List.of("jebel")),
          Map.entry("khan", List.of()),
          Map.entry("suq", List.of("souq")),
          Map.entry("qasr", List.of("qasr")));

  private NameForms() {}

  /**
   * The forms besides the name itself, folded words with blanks between; without the article only
   * where it is a long word.
   */
  static Set<String> of(String name) {
    Tokens tokens = Tokens.of(name);
    List<List<String>> forms = new ArrayList<>(List.of(List.of()));
    for (int i = 0; i < tokens.size(); i++) {
      List<List<String>> longer = new ArrayList<>();
      for (String word : words(tokens.folded(i), i + 1 < tokens.size())) {
        for (List<String> form : forms) {
          List<String> next = new ArrayList<>(form);
          if (!word.isEmpty()) next.add(word);
          longer.add(next);
        }
      }
      forms = longer.subList(0, Math.min(MOST, longer.size()));
    }
    Set<String> all = new LinkedHashSet<>();
    for (List<String> form : forms) if (!bare(form, tokens.size())) all.add(String.join(" ", form));
    return all;
  }

  private static boolean bare(List<String> form, int words) {
    return form.isEmpty() || (form.size() < words && form.size() == 1 && form.get(0).length() < 5);
  }

  private static Set<String> words(String word, boolean more) {
    Set<String> words = new LinkedHashSet<>(Set.of(word));
    if (more && ARTICLES.contains(word)) words.addAll(List.of("al", "el", ""));
    words.addAll(SPELLINGS.getOrDefault(word, List.of()));
    if (word.length() >= 5 && word.endsWith("ah")) words.add(word.substring(0, word.length() - 1));
    if (word.length() >= 6 && word.endsWith("iyah"))
      words.add(word.substring(0, word.length() - 2) + "eh");
    return words;
  }
}
