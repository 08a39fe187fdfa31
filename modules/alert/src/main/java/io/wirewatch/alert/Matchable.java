package io.wirewatch.alert;

import io.wirewatch.EnrichedArticle;
import io.wirewatch.Entity;
import io.wirewatch.Region;
import io.wirewatch.rules.Article;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** An enriched article as rules see it. */
public final class Matchable {
  private Matchable() {}

  /** What rules look at. */
  public static Article of(EnrichedArticle enriched) {
    // Sets that cannot change, since those an article would copy.
    Set<String> regions =
        enriched.getRegions().stream().map(Region::getCode).collect(Collectors.toUnmodifiableSet());
    Set<String> entities =
        enriched.getEntities().stream()
            .map(Entity::getId)
            .filter(Objects::nonNull)
            .collect(Collectors.toUnmodifiableSet());
    return of(enriched, regions, entities);
  }

  /** The same without what it is about. */
  static Article unread(EnrichedArticle enriched) {
    return of(enriched, Set.of(), Set.of());
  }

  private static Article of(EnrichedArticle enriched, Set<String> regions, Set<String> entities) {
    return new Article(
        enriched.getArticle().getId(),
        enriched.getArticle().getHeadline(),
        enriched.getArticle().getBody(),
        enriched.getLanguage(),
        enriched.getArticle().getSource(),
        regions,
        entities);
  }
}
