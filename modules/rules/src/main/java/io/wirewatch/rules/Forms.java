package io.wirewatch.rules;

import io.wirewatch.language.ArabicClitics;
import io.wirewatch.language.Folding;
import io.wirewatch.language.Language;
import io.wirewatch.language.PartialFolding;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The forms that words of rules have, numbered: all that decides whether a word of a text is the
 * word of the rule. Says of a word of a text which forms it is.
 */
final class Forms {
  /* A form is kept under a key: a mark for how to compare, then what to compare with. A word of a text has few keys, so it
   * is looked up and never compared with a rule. Most forms are their key; those that need more (another spelling of the
   * surface, a stem that depends on the article's language, a group) hang on it in a list. */
  private static final char EXACT = '=';
  private static final char CLITICS = '+';
  private static final char PREFIX = '^';
  private static final char PREFIX_CLITICS = '~';
  private static final char NAMED_STEM = 'a';
  private static final char ARTICLE_STEM = 'A';
  private static final String MORE = "\u0001";
  private static final int SHORTEST_PREFIX = 4;

  private final Stems stems = new Stems();
  private final Utf8Table canonical = new Utf8Table();
  private final Map<String, IntList> conditional = new HashMap<>();
  private final Map<Integer, Spelling> spellings = new HashMap<>();
  private final Map<Integer, IntList> groups = new HashMap<>();
  private final boolean[] marks = new boolean[128];
  private int longestPrefix;

  /** What the text itself must look like, beside being the right word. */
  private record Spelling(
      boolean upper, @Nullable Set<PartialFolding.Difference> folded, String written) {
    static final Spelling ANY = new Spelling(false, null, "");

    boolean fits(String surface) {
      return (!upper || surface.codePoints().noneMatch(Character::isLowerCase))
          && (folded == null || new PartialFolding(folded).equal(written, surface));
    }
  }

  /** How many there are; their numbers are smaller. */
  int size() {
    return canonical.size();
  }

  /** Gives back what was kept for more. */
  void trim() {
    canonical.trim();
  }

  /** The form of a word of a term, a new one where it is not known yet. */
  int of(Clause.Words words, Clause.Word word) {
    List<String> keys = keys(words, word.folded());
    Spelling spelling = spelling(words, word);
    boolean plain = keys.size() == 1 && spelling.equals(Spelling.ANY) && isPlain(keys.get(0));
    String name = plain ? keys.get(0) : MORE + String.join(MORE, keys) + MORE + spelling;
    int known = canonical.size();
    int form = canonical.add(name);
    if (form == known) {
      keys.forEach(key -> marks[key.charAt(0)] = true);
      longestPrefix =
          words.match() == Clause.Match.PREFIX
              ? Math.max(longestPrefix, word.folded().length())
              : longestPrefix;
      if (!plain) {
        keys.forEach(key -> conditional.computeIfAbsent(key, k -> new IntList(1)).add(form));
      }
      if (!spelling.equals(Spelling.ANY)) {
        spellings.put(form, spelling);
      }
    }
    return form;
  }

  /** A form that every word has that has one of these; sorted ones for the same group each time. */
  int group(int[] members) {
    int known = canonical.size();
    int group = canonical.add(MORE + MORE + Arrays.toString(members));
    if (group == known) {
      for (int member : members) {
        groups.computeIfAbsent(member, m -> new IntList(1)).add(group);
      }
    }
    return group;
  }

  private static boolean isPlain(String key) {
    return key.charAt(0) < 'A' || key.charAt(0) > 'Z';
  }

  private static Spelling spelling(Clause.Words words, Clause.Word word) {
    boolean keeps =
        words.folded() != null && words.match() != Clause.Match.PREFIX && !words.clitics();
    return keeps || words.upper()
        ? new Spelling(words.upper(), keeps ? words.folded() : null, keeps ? word.written() : "")
        : Spelling.ANY;
  }

  private List<String> keys(Clause.Words words, String folded) {
    return switch (words.match()) {
      case EXACT -> List.of((words.clitics() ? CLITICS : EXACT) + folded);
      case PREFIX -> List.of((words.clitics() ? PREFIX_CLITICS : PREFIX) + folded);
      case STEM -> stemKeys(words.language(), folded);
    };
  }

  private List<String> stemKeys(@Nullable Language language, String folded) {
    if (language != null && !Stems.isScriptOf(language, folded)) {
      return List.of(EXACT + folded);
    }
    if (language != null) {
      return List.of(mark(NAMED_STEM, language) + stems.ofTerm(language, folded));
    }
    return Stems.ofArticle(Language.OTHER, folded).stream()
        .map(either -> mark(ARTICLE_STEM, either) + stems.ofTerm(either, folded))
        .toList();
  }

  @SuppressWarnings("EnumOrdinal") // only tells keys apart, never stored
  private static char mark(char first, Language language) {
    return (char) (first + language.ordinal());
  }

  /**
   * The forms of a word of a text in an article of this language; no duplicates. First the groups,
   * with their bits turned over, since it does not matter where a group stands.
   */
  int[] resolve(String surface, Language article) {
    String folded = Folding.fold(surface.indexOf('.') < 0 ? surface : surface.replace(".", ""));
    var found = new Found(surface);
    found.add(EXACT, folded);
    found.addBeginnings(PREFIX, folded);
    if (marks[CLITICS] || marks[PREFIX_CLITICS]) {
      boolean arabic = Stems.isScriptOf(Language.AR, folded);
      for (String reading : arabic ? ArabicClitics.readings(folded) : List.of(folded)) {
        found.add(CLITICS, reading);
        found.addBeginnings(PREFIX_CLITICS, reading);
      }
    }
    List<Language> ofArticle = Stems.ofArticle(article, folded);
    for (Language language : Stems.ofArticle(Language.OTHER, folded)) {
      char named = mark(NAMED_STEM, language);
      char byArticle = mark(ARTICLE_STEM, language);
      boolean read = ofArticle.contains(language) && marks[byArticle];
      if (read || marks[named]) {
        for (String stem : stems.stemmer(language).readings(folded)) {
          found.add(named, stem);
          if (read) {
            found.add(byArticle, stem);
          }
        }
      }
    }
    return found.forms();
  }

  private final class Found {
    private final String surface;
    private final IntList forms = new IntList(4);

    Found(String surface) {
      this.surface = surface;
    }

    void addBeginnings(char mark, String word) {
      if (!marks[mark]) {
        return;
      }
      byte[] key = (mark + word).getBytes(StandardCharsets.UTF_8);
      int bytes = 1;
      int length = 0;
      while (length < Math.min(word.length(), longestPrefix)) {
        int codePoint = word.codePointAt(length);
        length += Character.charCount(codePoint);
        bytes += Utf8Table.bytes(codePoint);
        if (length >= SHORTEST_PREFIX) {
          addPlain(canonical.find(key, bytes));
          addConditional(mark, word, length);
        }
      }
    }

    void add(char mark, String word) {
      if (!marks[mark]) {
        return;
      }
      addPlain(canonical.find(mark + word));
      addConditional(mark, word, word.length());
    }

    private void addConditional(char mark, String word, int length) {
      if (conditional.isEmpty()) {
        return;
      }
      IntList candidates = conditional.get(mark + word.substring(0, length));
      for (int i = 0; candidates != null && i < candidates.size(); i++) {
        if (spellings.getOrDefault(candidates.at(i), Spelling.ANY).fits(surface)) {
          addWithGroups(candidates.at(i));
        }
      }
    }

    private void addPlain(int form) {
      if (form >= 0) {
        addWithGroups(form);
      }
    }

    private void addWithGroups(int form) {
      forms.add(form);
      IntList wider = groups.isEmpty() ? null : groups.get(form);
      for (int i = 0; wider != null && i < wider.size(); i++) {
        forms.add(~wider.at(i));
      }
    }

    int[] forms() {
      return forms.size() < 2
          ? forms.toArray()
          : Arrays.stream(forms.toArray()).sorted().distinct().toArray();
    }
  }
}
