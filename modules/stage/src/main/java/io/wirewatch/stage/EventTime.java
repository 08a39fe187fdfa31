package io.wirewatch.stage;

import io.wirewatch.Alert;
import io.wirewatch.EnrichedArticle;
import io.wirewatch.RawArticle;
import java.time.Instant;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.TimestampExtractor;

/**
 * An article's event time: when it was published, or when it was read where that is unknown. An
 * alert's is that of its article.
 *
 * <p>A stream's time is never ahead of when the broker took the record: else one wrong date would
 * move it on by years, and all that is remembered would be forgotten. And brokers take no record of
 * a topic between steps that is dated more than an hour ahead of their clock.
 */
public final class EventTime implements TimestampExtractor {
  /** When the article was published, or else read. */
  public static Instant of(RawArticle article) {
    return Objects.requireNonNullElse(article.getPublishedAt(), article.getObservedAt());
  }

  @Override
  public long extract(ConsumerRecord<Object, Object> record, long partitionTime) {
    if (record.value() instanceof RawArticle article) {
      return millis(article, record.timestamp());
    }
    if (record.value() instanceof Alert alert) {
      return bounded(alert.getEventTime().toEpochMilli(), record.timestamp());
    }
    return record.value() instanceof EnrichedArticle enriched
        ? millis(enriched.getArticle(), record.timestamp())
        : bounded(partitionTime, record.timestamp());
  }

  /**
   * The same of one article, in milliseconds since 1970.
   *
   * @param takenMillis when the broker took its record
   */
  public static long millis(RawArticle article, long takenMillis) {
    return bounded(of(article).toEpochMilli(), takenMillis);
  }

  private static long bounded(long millis, long takenMillis) {
    return Math.max(0, Math.min(millis, takenMillis));
  }
}
