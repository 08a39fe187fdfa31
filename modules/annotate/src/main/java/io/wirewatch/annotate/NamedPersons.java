package io.wirewatch.annotate;

import io.wirewatch.language.Folding;
import io.wirewatch.language.Language;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds persons in Arabic and Kurdish by their given names: one that is known, then one or two
 * words that can be a father's or family name ("علاء حسن الربيعي", "Zelal Bozkurt"); and by names
 * of the form "ابو يقين العزاوي".
 */
final class NamedPersons {
  private static final int MOST_WORDS = 4;
  private static final int SHORTEST = 3;
  private static final int SHORTEST_ORIGIN = 5;
  private static final Set<String> JOINING = folded("بن ابن بنت ابو ابي عبد ال");
  private static final Set<String> KUNYA = folded("ابو ئەبو");

  /** Kurmanji prepositions that are given names elsewhere; at the start of a sentence capitals. */
  private static final Set<String> PREPOSITIONS = Set.of("li", "ji", "di", "bi", "bo", "ku");

  private static final String SERVANT = Folding.fold("عبد");

  /** Words that often stand behind a single given name and are no name. */
  private static final Set<String> NO_NAME =
      folded(
          "في من الى عن مع ان انه انها اننا ذلك هذا هذه الذي التي الذين قال قالت اكد اكدت بعد قبل خلال بين عند منذ حتى كان كانت"
              + " قد لم لن لا ما هو هي ثم او كما حيث عبر ضد نحو لدى غير كل بعض امس اليوم غدا رئيس وزير نائب عضو مدير كبير"
              + " لە بە بۆ و کە ئەو ئەم گوتی وتی لەگەڵ دوای پێش بەڵام هەروەها یان تا ڕایگەیاند ڕاگەیاند سەرۆکی ئەندامی بۆی لەو");

  private final WordForms forms;
  private final TextShape shape;
  private final Gazetteer gazetteer;
  private final NameFinder finder;
  private final Language language;

  NamedPersons(WordForms forms, TextShape shape, Gazetteer gazetteer, Language language) {
    this.forms = forms;
    this.shape = shape;
    this.gazetteer = gazetteer;
    this.finder = new NameFinder(gazetteer);
    this.language = language;
  }

  /** The last word of the person's name that begins at this word; -1 where none does. */
  int end(int first) {
    if (isPartOfKnownName(first)) return -1;
    if (KUNYA.contains(folded(first))) return kunya(first);
    if (SERVANT.equals(folded(first)) && isJoined(first + 1)) return afterGiven(first + 1);
    boolean begins = isGiven(first) && (!isWord(first) || isSureBehind(first));
    return begins ? afterGiven(first) : -1;
  }

  private int afterGiven(int given) {
    int names = 1;
    int last = -1;
    for (int word = given + 1; isJoined(word) && names < MOST_WORDS; word++) {
      if (JOINING.contains(folded(word))) continue;
      if (!isGiven(word) && !isFamily(word) && !isPlausible(word)) break;
      names++;
      last = word;
    }
    return last;
  }

  private int kunya(int first) {
    int origin = first + 2;
    boolean named =
        isJoined(first + 1)
            && isJoined(origin)
            && folded(origin).startsWith("ال")
            && isOrigin(origin);
    return named ? origin : -1;
  }

  /** Whether an unknown word behind a name can be a name too: by what comes next. */
  private boolean isPlausible(int word) {
    String folded = folded(word);
    boolean can =
        language != Language.KMR
            && folded.length() >= SHORTEST
            && !folded.startsWith("ال")
            && !NO_NAME.contains(folded)
            && !isKnown(word);
    return can && (!isJoined(word + 1) || isBeforeOther(word + 1));
  }

  /** Whether a name can end before this word, or go on with it. */
  private boolean isBeforeOther(int next) {
    return NO_NAME.contains(folded(next))
        || JOINING.contains(folded(next))
        || isGiven(next)
        || isFamily(next);
  }

  /**
   * What can be a family name behind a given one: in Arabic also what is a nationality elsewhere,
   * "خالد ضياء السوداني".
   */
  private boolean isFamily(int word) {
    String folded = folded(word);
    boolean nationality =
        language == Language.AR
            && folded.startsWith("ال")
            && folded.endsWith("ي")
            && folded.length() >= SHORTEST_ORIGIN;
    return nationality || isOrigin(word);
  }

  /** A family name by its form: "of" a tribe or town; in Kurdish only at the end of a phrase. */
  private boolean isOrigin(int word) {
    String folded = folded(word);
    if (language == Language.KMR) {
      return shape.capital(word) && !isCountryOrPeople(word);
    }
    if (!folded.endsWith("ي") || folded.length() < SHORTEST_ORIGIN || isCountryOrPeople(word)) {
      return false;
    }
    return language == Language.AR ? folded.startsWith("ال") : !isJoined(word + 1);
  }

  /** Whether the word is there and follows the one before it. */
  private boolean isJoined(int word) {
    return word < forms.tokens().size() && shape.follows(word);
  }

  /** Whether what stands behind a word makes it a name: "رمضان خليل", "حسن الربيعي". */
  private boolean isSureBehind(int first) {
    int next = first + 1;
    if (!isJoined(next)) return false;
    if (isOrigin(next)) return true;
    return isGiven(next) && (!isWord(next) || (isJoined(next + 1) && isOrigin(next + 1)));
  }

  private boolean isGiven(int word) {
    boolean given = (gazetteer.personName(forms.key(word)) & PersonName.GIVEN) != 0;
    if (language == Language.KMR) {
      return given && shape.capital(word) && !PREPOSITIONS.contains(folded(word));
    }
    // "On" and "Ali" are the same once folded.
    return given && !forms.tokens().surface(word).equals("على");
  }

  private boolean isWord(int word) {
    return (gazetteer.personName(forms.key(word)) & PersonName.WORD) != 0;
  }

  private boolean isKnown(int word) {
    return finder.longestAt(forms.tokens(), forms, word, word) != null;
  }

  private boolean isCountryOrPeople(int word) {
    return gazetteer.isCountryOrPeople(forms.key(word));
  }

  private boolean isPartOfKnownName(int first) {
    NameMatch match = finder.longestAt(forms.tokens(), forms, first);
    return match != null && match.words() > 1;
  }

  private String folded(int word) {
    return forms.tokens().folded(word);
  }

  private static Set<String> folded(String words) {
    return Arrays.stream(words.split(" ", -1))
        .map(Folding::fold)
        .collect(Collectors.toUnmodifiableSet());
  }
}
