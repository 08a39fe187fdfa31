package io.wirewatch.dashboard.picture;

import io.wirewatch.EnrichedArticle;
import io.wirewatch.RawArticle;
import io.wirewatch.Region;
import io.wirewatch.language.Folding;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An article that can be looked for and opened. Immutable.
 *
 * @param folded headline and body as {@link Folding} has them, in UTF-8
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared, and never changed.
record HeldArticle(Line line, Stored stored, byte[] folded) {

  /**
   * What lists show of it.
   *
   * @param eventTime when it was published; when it was read, where that is unknown
   * @param regions codes, the heaviest first
   */
  record Line(
      String id,
      String headline,
      String source,
      @Nullable String url,
      String language,
      Instant eventTime,
      List<String> regions,
      @Nullable String duplicateOf) {}

  static HeldArticle of(EnrichedArticle enriched, Stored stored) {
    RawArticle article = enriched.getArticle();
    Line line =
        new Line(
            article.getId(),
            article.getHeadline(),
            article.getSource(),
            article.getUrl(),
            enriched.getLanguage(),
            Objects.requireNonNullElse(article.getPublishedAt(), article.getObservedAt()),
            enriched.getRegions().stream().map(Region::getCode).toList(),
            enriched.getDuplicateOf());
    String folded = Folding.fold(article.getHeadline() + "\n" + article.getBody());
    return new HeldArticle(line, stored, folded.getBytes(StandardCharsets.UTF_8));
  }

  String id() {
    return line.id();
  }

  /** Whether a folded text is in its headline or its body. */
  boolean says(String text) {
    return new String(folded, StandardCharsets.UTF_8).contains(text);
  }

  int size() {
    return stored.bytes().length + folded.length;
  }
}
