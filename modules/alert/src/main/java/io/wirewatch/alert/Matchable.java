package io.wirewatch.alert;

import io.wirewatch.EnrichedArticle;
import io.wirewatch.Entity;
import io.wirewatch.Region;
import io.wirewatch.rules.Article;
import java.util.HashSet;
import java.util.Set;

/** An enriched article as rules see it. */
public final class Matchable {
  private Matchable() {}

  /** What rules look at. */
  public static Article of(EnrichedArticle enriched) {
    Set<String> regions = new HashSet<>();
    for (Region region : enriched.getRegions()) {
      regions.add(region.getCode());
    }
    Set<String> entities = new HashSet<>();
    for (Entity entity : enriched.getEntities()) {
      if (entity.getId() != null) {
        entities.add(entity.getId());
      }
    }
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
