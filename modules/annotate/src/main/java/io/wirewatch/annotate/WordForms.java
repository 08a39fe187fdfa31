package io.wirewatch.annotate;

import io.wirewatch.language.Language;
import io.wirewatch.language.Tokens;
import java.util.ArrayList;
import java.util.List;

/**
 * The readings of the words of a text. Arabic writes "and", "in", "for" and the article onto the
 * name: the name alone is meant. Kurdish writes case and number after it, and there the whole word
 * is meant.
 */
final class WordForms {
  private static final int SHORTEST = 3;

  /** "Tall", with which many a name of several words begins, has two letters. */
  private static final int SHORTEST_ARABIC = 2;

  /** "Like" is seldom said of a place, and many a word begins with its letter. */
  private static final int SHORTEST_COMPARED = 4;

  private static final String LIKE = "ك";

  private static final List<String> ARABIC_BEFORE =
      List.of("و", "ف", "ب", "ل", "ك", "وب", "ول", "وك", "فب", "فل");
  private static final List<String> SORANI_BEFORE = List.of("له", "به");
  private static final String SORANI_AND = "و";

  /** Folded, the longest first. */
  private static final List<String> SORANI_AFTER =
      List.of(
          "هكانيان", "هكاندا", "هكانه", "هكاني", "هكان", "هكهي", "يهوه", "هوه", "يدا", "هكه", "ييه",
          "وه", "دا", "يش", "يي", "ان", "ي", "ش", "ه");

  private static final List<String> KURMANJI_AFTER =
      List.of("yan", "ye", "ya", "yi", "an", "en", "e", "a", "i", "o");

  private final Tokens tokens;
  private final Language language;
  private final long[] keys;

  WordForms(Tokens tokens, Language language) {
    this.tokens = tokens;
    this.language = language;
    this.keys = new long[tokens.size()];
    for (int i = 0; i < keys.length; i++) keys[i] = NameKey.of(tokens.folded(i));
  }

  /** The words that are read. */
  Tokens tokens() {
    return tokens;
  }

  /** The key of a word as it is. */
  long key(int word) {
    return keys[word];
  }

  /** The word as it is, and without what may stand before a name. */
  List<WordForm> first(int word) {
    String folded = tokens.folded(word);
    WordForm whole = new WordForm(keys[word], tokens.start(word), tokens.end(word));
    if (!isArabicScript(folded)) return List.of(whole);
    List<WordForm> forms = new ArrayList<>(4);
    forms.add(whole);
    if (language == Language.AR) addArabic(word, forms);
    if (language == Language.CKB)
      for (String clitic : SORANI_BEFORE) addSorani(word, folded, clitic, forms);
    return forms;
  }

  /** The word without endings, at most one reading an ending; the word as it is not among them. */
  List<WordForm> last(int word) {
    String folded = tokens.folded(word);
    WordForm whole = new WordForm(keys[word], tokens.start(word), tokens.end(word));
    List<WordForm> forms = new ArrayList<>(2);
    if (language == Language.CKB && isArabicScript(folded)) {
      addStems(folded, whole, SORANI_AFTER, forms);
      if (folded.endsWith(SORANI_AND) && folded.length() > SHORTEST) {
        String rest = folded.substring(0, folded.length() - 1);
        WordForm before = new WordForm(NameKey.of(rest), whole.start(), whole.end() - 1);
        forms.add(before);
        addStems(rest, before, SORANI_AFTER, forms);
      }
    } else if (language == Language.KMR) {
      addStems(folded, whole, KURMANJI_AFTER, forms);
    }
    return forms;
  }

  private static void addStems(
      String folded, WordForm span, List<String> endings, List<WordForm> forms) {
    for (String ending : endings) {
      int stem = folded.length() - ending.length();
      if (stem >= SHORTEST && folded.endsWith(ending)) {
        long key = NameKey.of(folded.substring(0, stem));
        forms.add(new WordForm(key, span.start(), span.end()));
      }
    }
  }

  private void addSorani(int word, String folded, String clitic, List<WordForm> forms) {
    addRest(word, clitic, "", forms);
    if (folded.endsWith(SORANI_AND) && folded.startsWith(clitic)) {
      String rest = folded.substring(clitic.length(), folded.length() - 1);
      if (rest.length() >= SHORTEST)
        forms.add(
            new WordForm(NameKey.of(rest), after(word, clitic.length()), tokens.end(word) - 1));
    }
  }

  private void addArabic(int word, List<WordForm> forms) {
    for (String clitic : ARABIC_BEFORE) addRest(word, clitic, "", forms);
    addRest(word, "لل", "ال", forms);
    addRest(word, "ولل", "ال", forms);
    addRest(word, "لل", "", forms);
  }

  private void addRest(int word, String clitic, String instead, List<WordForm> forms) {
    String folded = tokens.folded(word);
    int shortest = language == Language.AR ? SHORTEST_ARABIC : SHORTEST;
    if (clitic.endsWith(LIKE)) shortest = SHORTEST_COMPARED;
    if (!folded.startsWith(clitic) || folded.length() - clitic.length() < shortest) return;
    String rest = instead + folded.substring(clitic.length());
    forms.add(new WordForm(NameKey.of(rest), after(word, clitic.length()), tokens.end(word)));
  }

  /**
   * Where the rest of a word begins whose first letters are taken off, with their vowel signs and
   * tatweel.
   */
  private int after(int word, int letters) {
    int at = tokens.start(word);
    int last = tokens.end(word) - 1;
    for (int left = letters; left > 0 && at < last; at++) if (isLetter(at)) left--;
    while (at < last && !isLetter(at)) at++;
    return at;
  }

  private boolean isLetter(int at) {
    char c = tokens.text().charAt(at);
    return Character.isLetter(c) && c != 'ـ';
  }

  static boolean isArabicScript(String word) {
    return !word.isEmpty()
        && Character.UnicodeScript.of(word.codePointAt(0)) == Character.UnicodeScript.ARABIC;
  }
}
