package io.wirewatch.annotate;

import java.util.List;

/** An article of a test and what the bundled annotator makes of it. */
final class Annotated {
  private static final Annotator ANNOTATOR = Annotator.bundled();

  private final Annotation annotation;

  private Annotated(ArticleText article) {
    annotation = ANNOTATOR.annotate(article);
  }

  static Annotated body(String body) {
    return new Annotated(new ArticleText("", body, null, null));
  }

  static Annotated article(String headline, String body) {
    return new Annotated(new ArticleText(headline, body, null, null));
  }

  static Annotated writtenFrom(String dateline, String body) {
    return new Annotated(new ArticleText("", body, dateline, null));
  }

  static Annotated publishedBy(String source, String body) {
    return new Annotated(new ArticleText("", body, null, null, source));
  }

  Annotation annotation() {
    return annotation;
  }

  /** Each entity as "text TYPE id". */
  List<String> entities() {
    return annotation.entities().stream()
        .map(e -> e.text() + " " + e.type() + " " + e.id())
        .toList();
  }

  List<String> texts(EntityType type) {
    return annotation.entities().stream().filter(e -> e.type() == type).map(Entity::text).toList();
  }

  List<String> regions() {
    return annotation.regions().stream().map(Region::code).toList();
  }

  List<String> countries() {
    return annotation.regions().stream()
        .filter(r -> r.level() == Level.COUNTRY)
        .map(Region::code)
        .toList();
  }

  /** The entity with this text. */
  Entity entity(String text) {
    return annotation.entities().stream()
        .filter(e -> e.text().equals(text))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + text + " in " + entities()));
  }
}
