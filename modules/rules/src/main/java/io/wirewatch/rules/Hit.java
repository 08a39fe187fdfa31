package io.wirewatch.rules;

import io.wirewatch.language.Tokens;
import java.util.Comparator;

/** A place where words of a rule were found. */
record Hit(Field field, Tokens tokens, Occurrence at, String term) {
  static final Comparator<Hit> READING_ORDER =
      Comparator.comparing(Hit::field).thenComparing(Hit::at);

  boolean samePlace(Hit other) {
    return field == other.field && at.equals(other.at);
  }

  Span span() {
    int start = tokens.start(at.first());
    int end = tokens.end(at.last());
    return new Span(field, start, end, tokens.text().substring(start, end), term);
  }
}
