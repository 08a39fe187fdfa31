package io.wirewatch.annotate.build;

import io.wirewatch.annotate.Meaning;
import io.wirewatch.annotate.Meaning.Kind;
import io.wirewatch.annotate.NameUse;
import io.wirewatch.language.Folding;
import io.wirewatch.language.Tokens;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Which forms a name of a place has and under which conditions each of them means it. */
final class NameRules {
  private static final Pattern ACRONYM = Pattern.compile("(?:\\p{Lu}\\.?){2,}");
  /* Below this a place is seldom meant outside its own country's press, and short names are mostly something else. */
  private static final float WELL_KNOWN = 5.7f;
  private static final float KNOWN = 5f;
  /* Below this, 15,000 inhabitants, the names of places are mostly those of other things. */
  private static final float SMALL = 4.176f;
  private static final int NEVER = -1;

  private final Map<String, Integer> words = new HashMap<>();

  private NameRules() {}

  static NameRules read(Path file) throws IOException {
    NameRules rules = new NameRules();
    for (Table.Row row : Table.read(file, 2, true)) {
      int bits =
          switch (row.text(0)) {
            case "never" -> NEVER;
            case "word" -> NameUse.WORD;
            case "person" -> NameUse.PERSON;
            default -> throw new IOException(row.where() + ": never, word or person wanted");
          };
      for (String word : row.text(1).split(" ", -1))
        rules.words.merge(Folding.fold(word), bits, (a, b) -> a | b);
    }
    return rules;
  }

  /** The forms of the name with their bits; empty when the name is better not known. */
  Map<String, Integer> uses(String name, String language, Meaning meaning, String country) {
    Map<String, Integer> uses = new LinkedHashMap<>();
    boolean home = Weights.MIDDLE_EAST.contains(country);
    boolean any = language.equals(GazetteerSource.ANY);
    int bits = bits(name, language);
    if (Demonyms.isArabicScript(name)) {
      if (!any || home || meaning.weight() >= KNOWN)
        put(uses, name, meaning, any ? bits | NameUse.EXACT : bits);
      return uses;
    }
    put(uses, name, meaning, bits | (isSmall(meaning, home) ? NameUse.TAGGED : 0));
    if (home && meaning.kind() != Kind.COUNTRY && (bits & NameUse.KURMANJI) == 0) {
      int words = Tokens.of(name).size();
      for (String form : NameForms.of(name)) {
        boolean shorter = Tokens.of(form).size() < words;
        put(uses, form, meaning, shorter ? NameUse.WORD : 0);
      }
    }
    return uses;
  }

  private static boolean isSmall(Meaning meaning, boolean home) {
    return meaning.kind() == Kind.PLACE && !home && meaning.weight() < SMALL;
  }

  /**
   * What writing and language ask for: an acronym stands in capitals, a Kurdish name in a Kurdish
   * text.
   */
  static int bits(String name, String language) {
    return switch (language) {
      case "ckb" -> NameUse.SORANI;
      case "kmr" -> NameUse.KURMANJI | (acronym(name) ? NameUse.CAPITALS : 0);
      default -> acronym(name) ? NameUse.CAPITALS : 0;
    };
  }

  /**
   * The bits of an actor's name; an actor stays known under a common word, but only as that writing
   * allows.
   */
  int actor(String name, String language) {
    Tokens tokens = Tokens.of(name);
    int listed = tokens.size() == 1 ? words.getOrDefault(tokens.folded(0), 0) : 0;
    return bits(name, language) | (listed == NEVER ? NameUse.WORD : listed);
  }

  static boolean acronym(String name) {
    return ACRONYM.matcher(name).matches();
  }

  private void put(Map<String, Integer> uses, String form, Meaning meaning, int bits) {
    Tokens tokens = Tokens.of(form);
    if (tokens.size() == 0) return;
    int more = 0;
    if (tokens.size() == 1) {
      String word = tokens.folded(0);
      more = words.getOrDefault(word, 0);
      if (meaning.kind() == Kind.COUNTRY && more != NEVER) more &= ~NameUse.WORD;
      int shortest = meaning.kind() == Kind.COUNTRY ? 2 : meaning.weight() >= WELL_KNOWN ? 3 : 4;
      if (more == NEVER || word.length() < shortest) {
        if (meaning.kind() == Kind.COUNTRY || Demonyms.isArabicScript(form)) return;
        more = NameUse.TAGGED;
      }
    }
    uses.merge(form, bits | more, (a, b) -> a & b);
  }
}
