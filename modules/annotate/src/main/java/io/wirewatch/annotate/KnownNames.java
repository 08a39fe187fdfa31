package io.wirewatch.annotate;

import io.wirewatch.annotate.tagger.TakenApart;
import io.wirewatch.language.Language;
import io.wirewatch.language.Tokens;

/**
 * What the gazetteer says of each word of an English text, as numbers for the tagger: the place of
 * the word in the longest name that is known there, the kinds of things that the name can mean, how
 * big the biggest of them is; and whether the word is a name of persons.
 */
public final class KnownNames {
  private static final int KINDS = 3;
  private static final int WORD = 10;
  private static final int PERSON = 11;
  private static final int WEIGHT = 12;

  /** From this bit on stand the bits of {@link PersonName}. */
  public static final int PERSON_NAME = 16;

  private static final int ONLY = 4;

  private KnownNames() {}

  /** For each word a number; 0 where no name is known. */
  public static int[] of(Tokens tokens, Gazetteer gazetteer) {
    return of(new WordForms(tokens, Language.EN), gazetteer);
  }

  static int[] of(WordForms forms, Gazetteer gazetteer) {
    Tokens tokens = forms.tokens();
    int[] known = new int[tokens.size()];
    NameFinder finder = new NameFinder(gazetteer);
    for (int word = 0; word < known.length; word++) {
      if (isCapital(tokens, word)) {
        known[word] |= gazetteer.personName(forms.key(word)) << PERSON_NAME;
      }
    }
    for (int word = 0; word < known.length; word++) {
      NameMatch match = startsName(tokens, word) ? finder.longestAt(tokens, forms, word) : null;
      if (match != null) {
        int meaning = meaning(match, tokens, gazetteer);
        if (meaning != 0) {
          mark(match, meaning, known);
          word = match.last();
        }
      }
    }
    return known;
  }

  /** Whether such a number says that the word is a nationality and nothing else. */
  public static boolean isNationality(int known) {
    return (known >>> KINDS & 0x7F) == 1 << Meaning.Kind.NATIONALITY.code();
  }

  /** Whether the word has a capital, or is glued to one that has. */
  private static boolean startsName(Tokens tokens, int word) {
    return isCapital(tokens, word)
        || (TakenApart.joined(tokens, word) && isCapital(tokens, word + 1));
  }

  private static boolean isCapital(Tokens tokens, int word) {
    return Character.isUpperCase(tokens.text().charAt(tokens.start(word)));
  }

  private static void mark(NameMatch match, int meaning, int[] known) {
    for (int word = match.first(); word <= match.last(); word++) {
      int place = word == match.first() ? 1 : word == match.last() ? 3 : 2;
      known[word] |= meaning | (match.words() == 1 ? ONLY : place);
    }
  }

  private static int meaning(NameMatch match, Tokens tokens, Gazetteer gazetteer) {
    int kinds = 0;
    int conditions = 0;
    float most = 0;
    for (int use = 0; use < gazetteer.uses(match.position()); use++) {
      int bits = gazetteer.bits(match.position(), use);
      if ((bits & (NameUse.SORANI | NameUse.KURMANJI | NameUse.TAGGED)) != 0
          || ((bits & NameUse.CAPITALS) != 0 && !capitals(match, tokens))) {
        continue;
      }
      int meaning = gazetteer.meaning(match.position(), use);
      kinds |= 1 << gazetteer.kind(meaning).code();
      conditions |= (bits & NameUse.WORD) != 0 ? 1 << WORD : 0;
      conditions |= (bits & NameUse.PERSON) != 0 ? 1 << PERSON : 0;
      most = Math.max(most, gazetteer.weight(meaning));
    }
    return kinds == 0 ? 0 : kinds << KINDS | conditions | (int) most << WEIGHT;
  }

  private static boolean capitals(NameMatch match, Tokens tokens) {
    for (int at = match.start(); at < match.end(); at++) {
      if (Character.isLowerCase(tokens.text().charAt(at))) {
        return false;
      }
    }
    return true;
  }
}
