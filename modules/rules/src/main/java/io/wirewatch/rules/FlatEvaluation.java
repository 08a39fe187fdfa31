package io.wirewatch.rules;

import java.util.ArrayList;
import java.util.List;

/** Evaluates the code of plain conjunctions over one article. */
final class FlatEvaluation {
  private final FlatCode code;
  private final ArticleIndex index;

  FlatEvaluation(FlatCode code, ArticleIndex index) {
    this.code = code;
    this.index = index;
  }

  /** Whether everything is there that must be, wherever it stands. */
  boolean isPossible(int position) {
    ByteCode.Cursor at = code.from(position);
    at.next();
    for (int parts = at.next(); parts > 0; parts--) {
      int part = at.next();
      int kind = part & 3;
      if (kind != FlatCode.TERM) {
        at.next();
      }
      if (kind == FlatCode.PHRASE) {
        at.next();
      }
      boolean unwanted = kind == FlatCode.NOT;
      boolean holds = true;
      for (int i = part >>> 2; i > 0; i--) {
        holds &= index.has(at.next());
        if (kind == FlatCode.TERM || kind == FlatCode.NEAR) {
          at.next();
        }
      }
      if (holds == unwanted && (!unwanted || part >>> 2 == 1)) {
        return false;
      }
    }
    return true;
  }

  /** What the rule comes to, without its filters. */
  Finding finding(int position) {
    ByteCode.Cursor at = code.from(position);
    at.next();
    Finding together = Finding.without(true);
    for (int parts = at.next(); parts > 0; parts--) {
      Finding finding = part(at);
      if (!finding.holds()) {
        return Finding.NO;
      }
      together = finding.spans().isEmpty() ? together : together.and(finding);
    }
    return together;
  }

  private Finding part(ByteCode.Cursor at) {
    int part = at.next();
    int words = part >>> 2;
    return switch (part & 3) {
      case FlatCode.TERM -> term(at.next(), at.next());
      case FlatCode.PHRASE -> {
        int slop = at.next();
        String term = code.term(at.next());
        yield Finding.of(phrase(forms(at, words), slop, term));
      }
      case FlatCode.NEAR -> near(at, words);
      default -> {
        int slop = at.next();
        yield Finding.without(phrase(forms(at, words), slop, "").isEmpty());
      }
    };
  }

  private Finding term(int form, int term) {
    List<Span> spans = new ArrayList<>(2);
    int unlisted = 0;
    String text = code.term(term);
    for (int i = index.head(form); i >= 0; i = index.next(i)) {
      if (spans.size() < Finding.MOST_SPANS) {
        Field field = index.field(i);
        spans.add(new Hit(field, index.tokens(field), index.occurrence(i), text).span());
      } else {
        unlisted++;
      }
    }
    return new Finding(!spans.isEmpty(), spans, unlisted);
  }

  private static int[] forms(ByteCode.Cursor at, int words) {
    int[] forms = new int[words];
    for (int i = 0; i < words; i++) {
      forms[i] = at.next();
    }
    return forms;
  }

  private List<Hit> phrase(int[] forms, int slop, String term) {
    List<Hit> hits = new ArrayList<>(2);
    for (Field field : Field.values()) {
      List<List<Occurrence>> words = new ArrayList<>(forms.length);
      boolean each = true;
      for (int i = 0; each && i < forms.length; i++) {
        words.add(index.occurrences(field, forms[i]));
        each = !words.get(i).isEmpty();
      }
      if (each) {
        PhraseSearch.find(words, slop)
            .forEach(at -> hits.add(new Hit(field, index.tokens(field), at, term)));
      }
    }
    return sorted(hits);
  }

  private Finding near(ByteCode.Cursor at, int words) {
    int width = at.next();
    int[] forms = new int[words];
    String[] terms = new String[words];
    for (int i = 0; i < words; i++) {
      forms[i] = at.next();
      terms[i] = code.term(at.next());
    }
    List<Hit> found = new ArrayList<>(2);
    for (Field field : Field.values()) {
      List<List<Hit>> parts = new ArrayList<>(words);
      boolean each = true;
      for (int i = 0; each && i < words; i++) {
        parts.add(hits(field, forms[i], terms[i]));
        each = !parts.get(i).isEmpty();
      }
      if (each) {
        var search = new NearSearch(width >>> 1, parts);
        found.addAll((width & 1) == 1 ? search.ordered() : search.unordered());
      }
    }
    return Finding.of(found);
  }

  private List<Hit> hits(Field field, int form, String term) {
    List<Hit> hits = new ArrayList<>(2);
    for (Occurrence at : index.occurrences(field, form)) {
      hits.add(new Hit(field, index.tokens(field), at, term));
    }
    return hits;
  }

  private static List<Hit> sorted(List<Hit> hits) {
    if (hits.size() > 1) {
      hits.sort(Hit.READING_ORDER);
    }
    return hits;
  }
}
