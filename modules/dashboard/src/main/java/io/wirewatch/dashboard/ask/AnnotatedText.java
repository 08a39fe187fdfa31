package io.wirewatch.dashboard.ask;

import io.wirewatch.annotate.Annotation;
import io.wirewatch.annotate.ArticleText;
import io.wirewatch.annotate.Entity;
import io.wirewatch.annotate.Region;
import io.wirewatch.rules.Article;
import java.util.Objects;
import java.util.stream.Collectors;

/** A text that no topic has, with what was found in it, as rules see it. */
public final class AnnotatedText {
  private AnnotatedText() {}

  /**
   * What rules look at.
   *
   * @param id names it in results
   */
  public static Article matchable(String id, ArticleText text, Annotation found) {
    return new Article(
        id,
        text.headline(),
        text.body(),
        found.language().code(),
        Objects.requireNonNullElse(text.source(), ""),
        found.regions().stream().map(Region::code).collect(Collectors.toSet()),
        found.entities().stream()
            .map(Entity::id)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet()));
  }
}
