package io.wirewatch.app.page;

import io.wirewatch.annotate.Annotation;
import io.wirewatch.annotate.Entity;
import io.wirewatch.annotate.Field;
import java.util.List;

/**
 * An article and what was found in it.
 *
 * @param source may be empty
 * @param dateline where it was written, or empty
 * @param found its offsets point into headline and body
 */
public record PageArticle(
    String id, String source, String dateline, String headline, String body, Annotation found) {

  /** The names in one part of it, as they stand there. */
  List<Entity> entities(Field field) {
    return found.entities().stream().filter(entity -> entity.field() == field).toList();
  }

  /** How much text it has, in UTF-16 code units. */
  int length() {
    return id.length() + source.length() + dateline.length() + headline.length() + body.length();
  }
}
