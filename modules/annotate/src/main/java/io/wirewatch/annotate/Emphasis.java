package io.wirewatch.annotate;

/** How much a place in an article counts for what the article is about. */
final class Emphasis {
  private static final double HEADLINE = 3;
  private static final double DATELINE = 3;

  /** Of what the first lines name. */
  static final double LEAD = 1.5;

  private final Field field;
  private final TextShape shape;

  Emphasis(Field field, TextShape shape) {
    this.field = field;
    this.shape = shape;
  }

  /** Of a name that stands there. */
  double of(NameMatch match) {
    if (field == Field.HEADLINE) return HEADLINE;
    if (shape.inDateline(match.end())) return DATELINE;
    return shape.inLead(match.start()) ? LEAD : 1;
  }
}
