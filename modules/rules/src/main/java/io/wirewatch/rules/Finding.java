package io.wirewatch.rules;

import java.util.ArrayList;
import java.util.List;

/**
 * What a clause came to.
 *
 * @param holds whether it holds
 * @param spans why; at most {@value #MOST_SPANS} of each term or concept
 * @param unlisted how many more there are
 */
record Finding(boolean holds, List<Span> spans, int unlisted) {
  static final int MOST_SPANS = 5;

  static final Finding NO = new Finding(false, List.of(), 0);

  static Finding without(boolean holds) {
    return new Finding(holds, List.of(), 0);
  }

  /** Holds if there are hits; the same place is listed once. */
  static Finding of(List<Hit> hits) {
    List<Span> spans = new ArrayList<>();
    int unlisted = 0;
    Hit before = null;
    for (Hit hit : hits) {
      if (before == null || !hit.samePlace(before)) {
        if (spans.size() < MOST_SPANS) {
          spans.add(hit.span());
        } else {
          unlisted++;
        }
      }
      before = hit;
    }
    return new Finding(!hits.isEmpty(), spans, unlisted);
  }

  /** What holds of both together. */
  Finding and(Finding other) {
    List<Span> both = new ArrayList<>(spans.size() + other.spans.size());
    both.addAll(spans);
    both.addAll(other.spans);
    return new Finding(holds && other.holds, both, unlisted + other.unlisted);
  }

  /** In reading order, each place once, under the first of its terms. */
  List<Span> distinctSpans() {
    if (spans.size() == 1) {
      return List.of(spans.get(0));
    }
    List<Span> distinct = new ArrayList<>(spans.size());
    for (Span span : sorted()) {
      Span before = distinct.isEmpty() ? null : distinct.get(distinct.size() - 1);
      boolean same =
          before != null
              && before.field() == span.field()
              && before.start() == span.start()
              && before.end() == span.end();
      if (!same) {
        distinct.add(span);
      }
    }
    return List.copyOf(distinct);
  }

  private List<Span> sorted() {
    List<Span> sorted = new ArrayList<>(spans);
    sorted.sort(null);
    return sorted;
  }
}
