package io.wirewatch.ingest.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wirewatch.RawArticle;
import io.wirewatch.ingest.article.Direction;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An article as the line of JSON that {@code ingest … --dry-run} writes; JSON lines can be read
 * back.
 */
public final class DryRunLine {
  private DryRunLine() {}

  /**
   * The line, without a line end. Times are ISO 8601 in UTC; fields that the article lacks are left
   * out.
   *
   * @param input the file or address that it was read from
   */
  public static String of(RawArticle article, String input) {
    ObjectNode line = ArticleJson.MAPPER.createObjectNode();
    line.put("input", input).put("id", article.getId()).put("source", article.getSource());
    putPresent(line, "url", article.getUrl());
    line.put("headline", article.getHeadline());
    putPresent(line, "dateline", article.getDateline());
    line.put("body", article.getBody());
    putPresent(line, "language", article.getLanguage());
    line.put("direction", Direction.of(article.getHeadline() + article.getBody()).word());
    putPresent(line, "byline", article.getByline());
    putPresent(line, "category", article.getCategory());
    putPresent(line, "sourceRegion", article.getSourceRegion());
    Instant published = article.getPublishedAt();
    putPresent(line, "publishedAt", published == null ? null : published.toString());
    line.put("publishedPrecision", article.getPublishedPrecision().name());
    line.put("observedAt", article.getObservedAt().toString()).put("feed", article.getFeed());
    return line.toString();
  }

  private static void putPresent(ObjectNode line, String field, @Nullable String value) {
    if (value != null) {
      line.put(field, value);
    }
  }
}
