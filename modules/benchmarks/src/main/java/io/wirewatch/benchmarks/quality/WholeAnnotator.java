package io.wirewatch.benchmarks.quality;

import io.wirewatch.annotate.Annotation;
import io.wirewatch.annotate.Annotator;
import io.wirewatch.annotate.ArticleText;
import io.wirewatch.annotate.Entity;
import io.wirewatch.annotate.Field;
import java.util.List;

/** All that {@code wirewatch annotate} does. */
public final class WholeAnnotator implements EntityTagger {
  private final Annotator annotator;

  /** One that asks this annotator. */
  public WholeAnnotator(Annotator annotator) {
    this.annotator = annotator;
  }

  @Override
  public List<Span> tag(ArticleText article) {
    return spans(annotator.annotate(article));
  }

  /** What it says of the body. */
  static List<Span> spans(Annotation annotation) {
    return annotation.entities().stream()
        .filter(entity -> entity.field() == Field.BODY)
        .map(WholeAnnotator::span)
        .toList();
  }

  private static Span span(Entity entity) {
    Point point =
        entity.place() == null ? null : new Point(entity.place().lat(), entity.place().lon());
    return new Span(entity.start(), entity.end(), entity.type(), point);
  }
}
