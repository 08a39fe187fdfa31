package io.wirewatch.rules;

import io.wirewatch.language.Language;
import io.wirewatch.language.Tokens;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where each form of the rules stands in one article. Used again for the next article, by one
 * thread at a time.
 */
@SuppressWarnings("EnumOrdinal") // an array in the innermost loop, never stored
final class ArticleIndex {
  /* For each form a list of occurrences, linked through arrays; an epoch says whether the list is of this article, so that
   * nothing needs to be cleared. A hyphenated word is its parts, each two neighbours, and the whole. */
  private static final int LONGEST_COMPOUND = 8;
  private static final int NONE = -1;
  private static final int FEW = 1 << 10;
  private static final int MANY = 1 << 16;

  private int epoch;
  private int[] epochs = {};
  private int[] heads = {};
  private int[] tails = {};
  private int[] met = new int[FEW];
  private int metCount;
  private int[] next = new int[FEW];
  private int[] firsts = new int[FEW];
  private int[] lasts = new int[FEW];
  private int count;
  private int[] previous = {};
  private char[] letters = {};
  private final Tokens[] tokens = new Tokens[Field.values().length];
  private final int[] limits = new int[Field.values().length];

  /** Takes the next article. */
  void read(Article article, Surfaces surfaces, int forms) {
    start(forms);
    Language language = Language.of(article.language());
    for (Field field : Field.values()) {
      Tokens words = Tokens.of(article.text(field));
      tokens[field.ordinal()] = words;
      int length = words.text().length();
      letters = letters.length < length ? new char[length * 2] : letters;
      words.text().getChars(0, length, letters, 0);
      for (int i = 0; i < words.size(); i++) {
        add(surfaces.forms(language, letters, words.start(i), words.end(i)), i, i);
        if (words.joined(i)) {
          addCompounds(words, i, surfaces, language);
        }
      }
      limits[field.ordinal()] = count;
    }
  }

  private void start(int forms) {
    if (forms > epochs.length) {
      epochs = Arrays.copyOf(epochs, forms + forms / 4);
      heads = Arrays.copyOf(heads, epochs.length);
      tails = Arrays.copyOf(tails, epochs.length);
    }
    if (next.length > MANY) {
      letters = new char[FEW];
      next = new int[FEW];
      firsts = new int[FEW];
      lasts = new int[FEW];
    }
    epoch++;
    if (epoch == 0) {
      Arrays.fill(epochs, 0);
      epoch = 1;
    }
    metCount = 0;
    previous = new int[0];
    count = 0;
  }

  private void addCompounds(Tokens words, int first, Surfaces surfaces, Language language) {
    addCompound(words, first, first + 1, surfaces, language);
    boolean starts = first == 0 || !words.joined(first - 1);
    int last = first + 1;
    while (starts && words.joined(last) && last - first < LONGEST_COMPOUND) {
      last++;
    }
    if (last > first + 1 && !words.joined(last)) {
      addCompound(words, first, last, surfaces, language);
    }
  }

  private void addCompound(
      Tokens words, int first, int last, Surfaces surfaces, Language language) {
    var surface = new StringBuilder();
    for (int i = first; i <= last; i++) {
      surface.append(words.text(), words.start(i), words.end(i));
    }
    add(
        surfaces.forms(language, surface.toString().toCharArray(), 0, surface.length()),
        first,
        last);
  }

  private void add(int[] forms, int first, int last) {
    for (int form : forms) {
      if (form >= 0) {
        add(form, first, last);
      } else if (forms != previous && epochs[~form] != epoch) {
        heads[~form] = NONE;
        meet(~form);
      }
    }
    previous = forms;
  }

  private void add(int form, int first, int last) {
    if (count == next.length) {
      next = Arrays.copyOf(next, count * 2);
      firsts = Arrays.copyOf(firsts, count * 2);
      lasts = Arrays.copyOf(lasts, count * 2);
    }
    if (epochs[form] == epoch) {
      next[tails[form]] = count;
    } else {
      heads[form] = count;
      meet(form);
    }
    tails[form] = count;
    next[count] = NONE;
    firsts[count] = first;
    lasts[count++] = last;
  }

  private void meet(int form) {
    epochs[form] = epoch;
    met = metCount == met.length ? Arrays.copyOf(met, metCount * 2) : met;
    met[metCount++] = form;
  }

  /** How many different forms the article has. */
  int metCount() {
    return metCount;
  }

  /** One of the forms that the article has. */
  int met(int index) {
    return met[index];
  }

  boolean has(int form) {
    return form < epochs.length && epochs[form] == epoch;
  }

  Tokens tokens(Field field) {
    return tokens[field.ordinal()];
  }

  /** The first occurrence of a form in the article; -1 when there is none. */
  int head(int form) {
    return has(form) ? heads[form] : NONE;
  }

  /** The next occurrence of the same form; -1 after the last. In reading order. */
  int next(int occurrence) {
    return next[occurrence];
  }

  Occurrence occurrence(int occurrence) {
    return new Occurrence(firsts[occurrence], lasts[occurrence]);
  }

  Field field(int occurrence) {
    return occurrence < limits[0] ? Field.HEADLINE : Field.BODY;
  }

  /** Sorted. */
  List<Occurrence> occurrences(Field field, int form) {
    List<Occurrence> found = List.of();
    for (int i = head(form); i != NONE; i = next[i]) {
      if (field(i) == field) {
        found = found.isEmpty() ? new ArrayList<>(4) : found;
        found.add(new Occurrence(firsts[i], lasts[i]));
      }
    }
    return found;
  }

  /** Lets go of the texts. */
  void clear() {
    Arrays.fill(tokens, null);
  }
}
