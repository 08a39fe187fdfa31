package io.wirewatch.rules;

import java.util.ArrayList;
import java.util.List;

/** Evaluates the code of plain conjunctions over one article. */
final class FlatEvaluation {
  private final FlatCode code;
  private final ArticleIndex index;
  private final ByteCode.Cursor at;

  FlatEvaluation(FlatCode code, ArticleIndex index) {
    this.code = code;
    this.index = index;
    this.at = code.from(0);
  }

  /** Whether everything is there that must be, wherever it stands. */
  boolean isPossible(int position) {
    at.goTo(position);
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
    at.goTo(position);
    at.next();
    List<Span> spans = new ArrayList<>(4);
    int unlisted = 0;
    for (int parts = at.next(); parts > 0; parts--) {
      int more = part(spans);
      if (more < 0) {
        return Finding.NO;
      }
      unlisted += more;
    }
    return new Finding(true, spans, unlisted);
  }

  /** Adds the spans of the next part; how many were left out, or -1 if the part does not hold. */
  private int part(List<Span> spans) {
    int part = at.next();
    int words = part >>> 2;
    return switch (part & 3) {
      case FlatCode.TERM -> term(at.next(), at.next(), spans);
      case FlatCode.PHRASE -> {
        int slop = at.next();
        String term = code.term(at.next());
        yield add(phrase(forms(words), slop, term), spans);
      }
      case FlatCode.NEAR -> add(near(words), spans);
      default -> {
        int slop = at.next();
        yield phrase(forms(words), slop, "").isEmpty() ? 0 : -1;
      }
    };
  }

  private int term(int form, int term, List<Span> spans) {
    String text = code.term(term);
    int count = 0;
    for (int i = index.head(form); i >= 0; i = index.next(i)) {
      if (count < Finding.MOST_SPANS) {
        Field field = index.field(i);
        spans.add(new Hit(field, index.tokens(field), index.occurrence(i), text).span());
      }
      count++;
    }
    return Math.max(count - Finding.MOST_SPANS, 0);
  }

  private static int add(List<Hit> hits, List<Span> spans) {
    if (hits.isEmpty()) {
      return -1;
    }
    Finding finding = Finding.of(hits);
    spans.addAll(finding.spans());
    return finding.unlisted();
  }

  private int[] forms(int words) {
    int[] forms = new int[words];
    for (int i = 0; i < words; i++) {
      forms[i] = at.next();
    }
    return forms;
  }

  private List<Hit> phrase(int[] forms, int slop, String term) {
    if (forms.length == 2 && slop == 0) {
      return pair(forms[0], forms[1], term);
    }
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
            .forEach(found -> hits.add(new Hit(field, index.tokens(field), found, term)));
      }
    }
    return sorted(hits);
  }

  /** What {@link PhraseSearch} finds for two words side by side, which most phrases are. */
  private List<Hit> pair(int first, int second, String term) {
    List<Hit> hits = List.of();
    int from = index.head(second);
    for (int i = index.head(first); i >= 0; i = index.next(i)) {
      Occurrence one = index.occurrence(i);
      while (from >= 0 && from < i) {
        from = index.next(from);
      }
      int last = shortestEnd(one.last() + 1, index.field(i), from);
      if (last >= 0) {
        Field field = index.field(i);
        hits = hits.isEmpty() ? new ArrayList<>(2) : hits;
        hits.add(new Hit(field, index.tokens(field), new Occurrence(one.first(), last), term));
      }
    }
    return sorted(hits);
  }

  /** The first end of those occurrences that start at a token; -1 when none does. */
  private int shortestEnd(int start, Field field, int from) {
    int shortest = -1;
    for (int i = from; i >= 0 && index.field(i) == field; i = index.next(i)) {
      Occurrence at = index.occurrence(i);
      if (at.first() > start) {
        return shortest;
      }
      if (at.first() == start && (shortest < 0 || at.last() < shortest)) {
        shortest = at.last();
      }
    }
    return shortest;
  }

  private List<Hit> near(int words) {
    int width = at.next();
    int[] forms = new int[words];
    int[] terms = new int[words];
    for (int i = 0; i < words; i++) {
      forms[i] = at.next();
      terms[i] = at.next();
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
    return found;
  }

  private List<Hit> hits(Field field, int form, int term) {
    List<Occurrence> occurrences = index.occurrences(field, form);
    if (occurrences.isEmpty()) {
      return List.of();
    }
    String text = code.term(term);
    List<Hit> hits = new ArrayList<>(occurrences.size());
    for (Occurrence found : occurrences) {
      hits.add(new Hit(field, index.tokens(field), found, text));
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
