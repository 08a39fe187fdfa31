package io.wirewatch.app;

import io.wirewatch.EnrichedArticle;
import io.wirewatch.RawArticle;
import io.wirewatch.Rejection;
import io.wirewatch.contract.RecordSerdes;
import io.wirewatch.contract.Topic;
import io.wirewatch.contract.Topics;
import java.time.Instant;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * Reads what lies on {@code news.dead-letter} and {@code news.articles.rejected}. Whatever stands
 * there is read as something: anybody may write to a topic.
 */
final class SetAsideReading {
  private final RecordSerdes serdes;

  SetAsideReading(RecordSerdes serdes) {
    this.serdes = serdes;
  }

  /** A record of either topic; {@code topicId} is that of the topic on which it lies. */
  SetAside of(ConsumerRecord<byte[], byte[]> record, Uuid topicId) {
    SetAside.Position at =
        new SetAside.Position(record.topic(), topicId, record.partition(), record.offset());
    return record.topic().equals(Topics.DEAD_LETTER.name())
        ? deadLetter(record, at)
        : rejected(record, at);
  }

  private SetAside deadLetter(ConsumerRecord<byte[], byte[]> record, SetAside.Position at) {
    String from = Objects.requireNonNullElse(RedriveHeaders.error(record.headers(), "topic"), "");
    String message = RedriveHeaders.error(record.headers(), "message");
    String exception = RedriveHeaders.error(record.headers(), "exception");
    SetAside.Why why =
        new SetAside.Why(
            stage(from),
            message != null && !message.equals("null")
                ? message
                : Objects.requireNonNullElse(exception, "unknown"));
    return aside(record, at, why, back(from, record));
  }

  private SetAside rejected(ConsumerRecord<byte[], byte[]> record, SetAside.Position at) {
    Rejection rejection;
    try {
      rejection =
          Objects.requireNonNull(
              serdes.of(Rejection.class).deserializer().deserialize(record.topic(), record.value()),
              "a rejection without a value");
    } catch (SerializationException | NullPointerException broken) {
      return aside(record, at, new SetAside.Why("unknown", reason(broken)), null);
    }
    RawArticle article = rejection.getArticle();
    boolean published = article != null && Topics.RAW_ARTICLES.name().equals(rejection.getTopic());
    return aside(
        record,
        at,
        new SetAside.Why(rejection.getStep(), rejection.getReason()),
        published ? new SetAside.Back(Topics.RAW_ARTICLES, null, article, null) : null);
  }

  private static SetAside aside(
      ConsumerRecord<byte[], byte[]> record,
      SetAside.Position at,
      SetAside.Why why,
      SetAside.@Nullable Back back) {
    return new SetAside(
        at,
        Instant.ofEpochMilli(record.timestamp()),
        Bytes.wrap(record.key()),
        why,
        RedriveHeaders.withoutErrors(record.headers()),
        back);
  }

  private SetAside.@Nullable Back back(String from, ConsumerRecord<byte[], byte[]> record) {
    if (from.equals(Topics.RAW_ARTICLES.name())) {
      return back(Topics.RAW_ARTICLES, RawArticle.class, record);
    }
    return from.equals(Topics.ENRICHED_ARTICLES.name())
        ? back(Topics.ENRICHED_ARTICLES, EnrichedArticle.class, record)
        : null;
  }

  private <V> SetAside.Back back(
      Topic<V> topic, Class<V> type, ConsumerRecord<byte[], byte[]> record) {
    Bytes bytes = Bytes.wrap(record.value());
    try {
      Object read =
          serdes
              .of(type)
              .deserializer()
              .deserialize(
                  topic.name(), RedriveHeaders.withoutErrors(record.headers()), record.value());
      return new SetAside.Back(topic, bytes, read, null);
    } catch (SerializationException unreadable) {
      return new SetAside.Back(topic, bytes, null, reason(unreadable));
    }
  }

  private static String stage(String topic) {
    if (topic.equals(Topics.RAW_ARTICLES.name())) {
      return "enrich";
    }
    return topic.equals(Topics.ENRICHED_ARTICLES.name()) ? "alert" : "unknown";
  }

  private static String reason(RuntimeException broken) {
    return Objects.requireNonNullElse(broken.getMessage(), broken.getClass().getSimpleName());
  }
}
