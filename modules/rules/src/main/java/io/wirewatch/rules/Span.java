package io.wirewatch.rules;

import java.util.Comparator;

/**
 * A place in an article that made a rule match.
 *
 * @param start UTF-16 code units into the field
 * @param end exclusive
 * @param text what the article says there
 * @param term what the rule file says for it
 */
public record Span(Field field, int start, int end, String text, String term)
    implements Comparable<Span> {
  private static final Comparator<Span> READING_ORDER =
      Comparator.comparing(Span::field)
          .thenComparingInt(Span::start)
          .thenComparingInt(Span::end)
          .thenComparing(Span::term);

  @Override
  public int compareTo(Span other) {
    if (field == other.field && start != other.start) {
      return Integer.compare(start, other.start);
    }
    return READING_ORDER.compare(this, other);
  }
}
