package io.wirewatch.annotate;

import io.wirewatch.annotate.tagger.TaggedName;
import io.wirewatch.language.Folding;
import io.wirewatch.language.Language;
import io.wirewatch.language.Tokens;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds persons without a tagger: a name after a title ("Minister Layla Hassan", "النائب سعد كريم
 * الموسوي"), a name that begins with a known given name, and the family name of such a person where
 * it stands alone later. Other persons are not found.
 */
final class PersonFinder {
  private static final int MOST_WORDS = 6;
  private static final int SHORTEST_FAMILY_NAME = 5;
  private static final Set<String> TITLES =
      folded(
          "president minister premier mr mrs ms dr sen senator gen general col colonel lt maj brig brigadier capt captain sgt king queen"
              + " prince princess ayatollah spokesman spokeswoman spokesperson commander judge chancellor ambassador lawmaker rep gov"
              + " governor mayor sir speaker leader analyst journalist activist");
  private static final Set<String> PARTICLES =
      folded("al el bin ibn abu abd ben van von de del der da di");
  private static final Set<String> NO_NAME =
      folded(
          "electric motors assembly staff council secretariat league office command hospital minister president general secretary of the"
              + " prime deputy foreign defense defence interior and for in on at to commission directorate union federation street"
              + " monday tuesday wednesday thursday friday saturday sunday");
  private static final Set<String> ARABIC_TITLES =
      folded(
          "النائب النائبة العميد العقيد اللواء الرائد المقدم النقيب الدكتور الدكتورة السيد السيدة المدرب الناشط الناشطة القاضي المهندس الصحفي الشاعر المخرج المحامي");

  private final Tokens tokens;
  private final TextShape shape;
  private final Gazetteer gazetteer;
  private final Language language;
  private final NamedPersons named;

  PersonFinder(WordForms forms, Field field, Gazetteer gazetteer, Language language) {
    this.tokens = forms.tokens();
    this.shape = new TextShape(tokens, field);
    this.gazetteer = gazetteer;
    this.language = language;
    this.named = new NamedPersons(forms, shape, gazetteer, language);
  }

  /** The persons in their order; {@code taken} is set for their words. */
  List<TaggedName> find(BitSet taken) {
    List<TaggedName> persons = new ArrayList<>();
    Set<String> families = new HashSet<>();
    for (int word = 0; word < tokens.size(); word++) {
      if (taken.get(word)) continue;
      String folded = tokens.folded(word);
      int last = -1;
      int first = word + 1;
      if (language == Language.AR && ARABIC_TITLES.contains(folded)) last = afterArabicTitle(first);
      else if (!shape.titled()
          && TITLES.contains(folded)
          && first < tokens.size()
          && afterTitle(first)) last = latinEnd(first);
      else if (families.contains(folded) && shape.capital(word)) last = first = word;
      if (last < 0) {
        first = word;
        last = named.end(word);
      }
      if (last < 0) continue;
      if (last == word) first = startOfName(word, taken);
      families.add(tokens.folded(last).length() >= SHORTEST_FAMILY_NAME ? tokens.folded(last) : "");
      persons.add(new TaggedName(first, last, EntityType.PERSON));
      taken.set(first, last + 1);
    }
    return persons;
  }

  /**
   * Where the name begins that ends with this family name: at its article, or one capitalised word
   * before.
   */
  private int startOfName(int family, BitSet taken) {
    int first = family > 0 && tokens.joined(family - 1) ? family - 1 : family;
    int given = first - 1;
    boolean named =
        given >= 0
            && !taken.get(given)
            && shape.follows(first)
            && shape.capital(given)
            && !NO_NAME.contains(tokens.folded(given))
            && !ContextWords.NEUTRAL.contains(tokens.folded(given))
            && !TITLES.contains(tokens.folded(given))
            && !isCountryOrPeople(given);
    return named ? given : first;
  }

  /** An initial: one capital letter and its dot. */
  private boolean afterInitial(int word) {
    int before = word - 1;
    return tokens.end(before) - tokens.start(before) == 1
        && shape.capital(before)
        && tokens.text().startsWith(". ", tokens.end(before));
  }

  private boolean afterTitle(int word) {
    return shape.capital(word)
        && (shape.follows(word) || tokens.text().startsWith(". ", tokens.end(word - 1)));
  }

  /** The last of two to six capitalised words that may be a name; -1 when there are none. */
  private int latinEnd(int first) {
    int names = 0;
    int last = -1;
    for (int word = first; word < Math.min(tokens.size(), first + MOST_WORDS); word++) {
      if (word > first && !(shape.follows(word) || tokens.joined(word - 1) || afterInitial(word)))
        break;
      String folded = tokens.folded(word);
      if (PARTICLES.contains(folded)) continue;
      if (!shape.capital(word) || NO_NAME.contains(folded) || isCountryOrPeople(word)) break;
      names++;
      last = word;
    }
    return names >= 2 ? last : -1;
  }

  private int afterArabicTitle(int first) {
    int last = first < tokens.size() && shape.follows(first) ? named.end(first) : -1;
    return last < 0 ? arabicEnd(first) : last;
  }

  /**
   * The word with which a name of two to four ends: a family name of origin, or the last before a
   * mark.
   */
  private int arabicEnd(int first) {
    for (int word = first; word < Math.min(tokens.size(), first + 4); word++) {
      if (!shape.follows(word) || isCountryOrPeople(word)) return -1;
      String folded = tokens.folded(word);
      boolean origin = folded.startsWith("ال") && folded.endsWith("ي");
      if (word == first && folded.startsWith("ال")) return -1;
      boolean ends = word + 1 >= tokens.size() || !shape.follows(word + 1);
      if (word > first && (origin || ends)) return word;
    }
    return -1;
  }

  private boolean isCountryOrPeople(int word) {
    return gazetteer.isCountryOrPeople(NameKey.of(tokens.folded(word)));
  }

  private static Set<String> folded(String words) {
    return Arrays.stream(words.split(" ", -1))
        .map(Folding::fold)
        .collect(Collectors.toUnmodifiableSet());
  }
}
