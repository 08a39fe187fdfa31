package io.wirewatch.dashboard.health;

import io.wirewatch.RawArticle;
import io.wirewatch.Rejection;
import io.wirewatch.contract.RecordSerdes;
import io.wirewatch.contract.RejectionHeaders;
import io.wirewatch.contract.Topics;
import io.wirewatch.stage.Unreadable;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code news.articles.rejected} and {@code news.dead-letter}. Whatever stands there is read
 * as something: anybody may write to a topic.
 */
final class RefusedReading {
  /** As Kafka Streams names what it says of a dead letter (KIP-1034). */
  private static final String ERRORS = "__streams.errors.";

  private static final int MOST_REASON = 500;
  private static final int MOST_NAME = 200;

  private static final Map<String, String> STAGES =
      Map.of(
          Topics.RAW_ARTICLES.name(), "enrich",
          Topics.ENRICHED_ARTICLES.name(), "alert",
          Topics.ALERTS.name(), "incidents",
          Topics.INCIDENTS.name(), "deliver");

  /** Topics whose keys are ids of articles. */
  private static final Set<String> OF_ARTICLES =
      Set.of(Topics.RAW_ARTICLES.name(), Topics.ENRICHED_ARTICLES.name(), Topics.ALERTS.name());

  private final RecordSerdes serdes;

  RefusedReading(RecordSerdes serdes) {
    this.serdes = serdes;
  }

  /**
   * A record of either topic, in short.
   *
   * @throws SerializationException where the registry does not answer, so that it may be read later
   */
  Refused of(ConsumerRecord<byte[], byte[]> record) {
    return record.topic().equals(Topics.DEAD_LETTER.name()) ? deadLetter(record) : rejected(record);
  }

  /**
   * The rejection of a record; null where it is none.
   *
   * @throws SerializationException where the registry does not answer
   */
  @Nullable Rejection rejection(ConsumerRecord<byte[], byte[]> record) {
    try {
      return serdes.of(Rejection.class).deserializer().deserialize(record.topic(), record.value());
    } catch (SerializationException broken) {
      if (Unreadable.isPassing(broken)) {
        throw broken;
      }
      return null;
    }
  }

  private Refused rejected(ConsumerRecord<byte[], byte[]> record) {
    Rejection rejection = rejection(record);
    if (rejection == null) {
      String step = header(record.headers(), RejectionHeaders.BY);
      String reason = header(record.headers(), RejectionHeaders.WHY);
      return refused(
          record,
          why(step, reason == null ? "what was rejected cannot be read" : reason),
          new Refused.From(null, null, null, null, null));
    }
    RawArticle article = rejection.getArticle();
    String input =
        rejection.getTopic() == null
            ? rejection.getInput()
            : place(rejection.getTopic(), rejection.getPartition(), rejection.getOffset());
    return refused(
        record,
        why(rejection.getStep(), rejection.getReason()),
        new Refused.From(
            Texts.bounded(input, MOST_REASON),
            rejection.getLine(),
            article == null ? null : Texts.bounded(article.getHeadline(), MOST_REASON),
            article == null ? null : Texts.bounded(article.getSource(), MOST_NAME),
            article == null ? null : Texts.bounded(article.getId(), MOST_NAME)));
  }

  private static Refused deadLetter(ConsumerRecord<byte[], byte[]> record) {
    Headers headers = record.headers();
    String topic = Objects.requireNonNullElse(header(headers, ERRORS + "topic"), "");
    String message = header(headers, ERRORS + "message");
    String reason =
        message == null || message.equals("null") ? header(headers, ERRORS + "exception") : message;
    String input =
        topic.isEmpty()
            ? null
            : place(
                topic, header(headers, ERRORS + "partition"), header(headers, ERRORS + "offset"));
    String article =
        OF_ARTICLES.contains(topic) && record.key() != null
            ? Texts.read(record.key()).orElse(null)
            : null;
    return refused(
        record,
        why(STAGES.get(topic), reason),
        new Refused.From(
            Texts.bounded(input, MOST_REASON),
            null,
            null,
            null,
            Texts.bounded(article, MOST_NAME)));
  }

  private static Refused refused(
      ConsumerRecord<byte[], byte[]> record, Refused.Why why, Refused.From from) {
    return new Refused(
        new Refused.Place(record.topic(), record.partition(), record.offset()),
        Instant.ofEpochMilli(record.timestamp()),
        why,
        from);
  }

  private static Refused.Why why(@Nullable String step, @Nullable String reason) {
    return new Refused.Why(
        Objects.requireNonNullElse(Texts.bounded(step, MOST_NAME), "unknown"),
        Objects.requireNonNullElse(Texts.bounded(reason, MOST_REASON), "unknown"));
  }

  private static String place(String topic, @Nullable Object partition, @Nullable Object offset) {
    return topic + " " + partition + ":" + offset;
  }

  private static @Nullable String header(Headers headers, String name) {
    Header header = headers.lastHeader(name);
    return header == null || header.value() == null
        ? null
        : new String(header.value(), StandardCharsets.UTF_8);
  }
}
