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
  /* Only what the article has is kept, so that all of it stays in the nearest memory however many forms the rules have: a
   * small hash table of the forms met, and for each a list of occurrences, linked through arrays. A hyphenated word is its
   * parts, each two neighbours, and the whole. */
  private static final int LONGEST_COMPOUND = 8;
  private static final int NONE = -1;
  private static final int FEW = 1 << 10;
  private static final int MANY = 1 << 16;

  private final Surfaces surfaces;
  private int[] slots = new int[FEW];
  private int[] met = new int[FEW / 2];
  private int[] heads = new int[FEW / 2];
  private int[] tails = new int[FEW / 2];
  private int metCount;
  private int[] next = new int[FEW];
  private int[] firsts = new int[FEW];
  private int[] lasts = new int[FEW];
  private int count;
  private final Tokens[] tokens = new Tokens[Field.values().length];
  private final int[] limits = new int[Field.values().length];

  ArticleIndex(Surfaces surfaces) {
    this.surfaces = surfaces;
  }

  /** Takes the next article. */
  void read(Article article) {
    clear();
    Language language = Language.of(article.language());
    for (Field field : Field.values()) {
      Tokens words = Tokens.of(article.text(field));
      tokens[field.ordinal()] = words;
      int[] forms = surfaces.forms(language, words);
      for (int i = 0; i < words.size(); i++) {
        add(forms[i], i, i);
        if (words.joined(i)) {
          addCompounds(words, i, language);
        }
      }
      limits[field.ordinal()] = count;
    }
  }

  /** Lets go of the article, and of what only a long one needs. */
  void clear() {
    Arrays.fill(tokens, null);
    metCount = 0;
    count = 0;
    if (next.length > MANY) {
      slots = new int[FEW];
      met = new int[FEW / 2];
      heads = new int[FEW / 2];
      tails = new int[FEW / 2];
      next = new int[FEW];
      firsts = new int[FEW];
      lasts = new int[FEW];
    } else {
      Arrays.fill(slots, 0);
    }
  }

  private void addCompounds(Tokens words, int first, Language language) {
    addCompound(words, first, first + 1, language);
    boolean starts = first == 0 || !words.joined(first - 1);
    int last = first + 1;
    while (starts && words.joined(last) && last - first < LONGEST_COMPOUND) {
      last++;
    }
    if (last > first + 1 && !words.joined(last)) {
      addCompound(words, first, last, language);
    }
  }

  private void addCompound(Tokens words, int first, int last, Language language) {
    var surface = new StringBuilder();
    for (int i = first; i <= last; i++) {
      surface.append(words.text(), words.start(i), words.end(i));
    }
    String compound = surface.toString();
    add(surfaces.form(language, compound, 0, compound.length()), first, last);
  }

  private void add(int form, int first, int last) {
    if (form >= 0) {
      addOccurrence(form, first, last);
    } else if (form != Surfaces.NONE) {
      int[] several = surfaces.several(form);
      int before = metCount;
      int i = several.length - 1;
      for (; i >= 0 && several[i] >= 0; i--) {
        addOccurrence(several[i], first, last);
      }
      for (; metCount > before && i >= 0; i--) {
        meet(~several[i]);
      }
    }
  }

  private void addOccurrence(int form, int first, int last) {
    if (count == next.length) {
      next = Arrays.copyOf(next, count * 2);
      firsts = Arrays.copyOf(firsts, count * 2);
      lasts = Arrays.copyOf(lasts, count * 2);
    }
    int place = meet(form);
    if (heads[place] == NONE) {
      heads[place] = count;
    } else {
      next[tails[place]] = count;
    }
    tails[place] = count;
    next[count] = NONE;
    firsts[count] = first;
    lasts[count++] = last;
  }

  /** The place of a form among those met; a new one if it has none yet. */
  private int meet(int form) {
    int slot = slot(form);
    if (slots[slot] != 0) {
      return slots[slot] - 1;
    }
    if (metCount == met.length) {
      grow();
      slot = slot(form);
    }
    met[metCount] = form;
    heads[metCount] = NONE;
    slots[slot] = ++metCount;
    return metCount - 1;
  }

  /** Where the form is, or the empty slot where it would be. */
  private int slot(int form) {
    int mask = slots.length - 1;
    int slot = ((form * 0x9E3779B9) >>> 8) & mask;
    while (slots[slot] != 0 && met[slots[slot] - 1] != form) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    met = Arrays.copyOf(met, metCount * 2);
    heads = Arrays.copyOf(heads, metCount * 2);
    tails = Arrays.copyOf(tails, metCount * 2);
    slots = new int[slots.length * 2];
    for (int place = 0; place < metCount; place++) {
      slots[slot(met[place])] = place + 1;
    }
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
    return slots[slot(form)] != 0;
  }

  Tokens tokens(Field field) {
    return tokens[field.ordinal()];
  }

  /** The first occurrence of a form in the article; -1 when there is none. */
  int head(int form) {
    int place = slots[slot(form)];
    return place == 0 ? NONE : heads[place - 1];
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
}
