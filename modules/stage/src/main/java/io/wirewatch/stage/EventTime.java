package io.wirewatch.stage;

import io.wirewatch.EnrichedArticle;
import io.wirewatch.RawArticle;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.TimestampExtractor;

/**
 * An article's event time: when it was published, or when it was read where that is unknown.
 *
 * <p>A stream's time is never more than a day ahead of when the broker took the record: else one
 * wrong date would move it on by years, and all that is remembered would be forgotten.
 */
public final class EventTime implements TimestampExtractor {
  private static final long MOST_AHEAD_MILLIS = Duration.ofDays(1).toMillis();

  /** When the article was published, or else read. */
  public static Instant of(RawArticle article) {
    return Objects.requireNonNullElse(article.getPublishedAt(), article.getObservedAt());
  }

  @Override
  public long extract(ConsumerRecord<Object, Object> record, long partitionTime) {
    long millis = partitionTime;
    if (record.value() instanceof RawArticle article) {
      millis = of(article).toEpochMilli();
    } else if (record.value() instanceof EnrichedArticle enriched) {
      millis = of(enriched.getArticle()).toEpochMilli();
    }
    return Math.max(0, Math.min(millis, record.timestamp() + MOST_AHEAD_MILLIS));
  }
}
