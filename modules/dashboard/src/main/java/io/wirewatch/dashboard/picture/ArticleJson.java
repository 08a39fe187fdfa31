package io.wirewatch.dashboard.picture;

import io.wirewatch.EnrichedArticle;
import io.wirewatch.Entity;
import io.wirewatch.Place;
import io.wirewatch.RawArticle;
import java.io.IOException;

/** A whole article, as pages get it. */
final class ArticleJson {
  private ArticleJson() {}

  /** Its fields. */
  static void into(Json json, EnrichedArticle enriched) throws IOException {
    RawArticle article = enriched.getArticle();
    json.put("id", article.getId())
        .put("source", article.getSource())
        .put("url", article.getUrl())
        .put("headline", article.getHeadline())
        .put("dateline", article.getDateline())
        .put("body", article.getBody())
        .put("byline", article.getByline())
        .put("category", article.getCategory())
        .put("publishedAt", article.getPublishedAt())
        .put("publishedPrecision", article.getPublishedPrecision().name())
        .put("observedAt", article.getObservedAt())
        .put("feed", article.getFeed())
        .put("revision", enriched.getRevision())
        .put("language", enriched.getLanguage())
        .each("entities", enriched.getEntities(), ArticleJson::entity)
        .each("regions", enriched.getRegions(), AlertLine::region)
        .put("storyId", enriched.getStoryId())
        .put("duplicateOf", enriched.getDuplicateOf());
  }

  private static void entity(Json json, Entity entity) throws IOException {
    json.put("field", AlertLine.lower(entity.getField()))
        .put("start", entity.getStart())
        .put("end", entity.getEnd())
        .put("text", entity.getText())
        .put("type", entity.getType().name())
        .put("id", entity.getId())
        .put("confidence", entity.getConfidence());
    Place place = entity.getPlace();
    if (place != null) {
      json.put("place", fields -> place(fields, place));
    }
  }

  private static void place(Json json, Place place) throws IOException {
    json.put("lat", place.getLat())
        .put("lon", place.getLon())
        .put("country", place.getCountry())
        .put("admin1", place.getAdmin1());
  }
}
