package io.wirewatch.why;

import io.wirewatch.Rejection;
import io.wirewatch.contract.RecordSerdes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/** Reads what was found. What cannot be read is noted; anybody may write to a topic. */
final class Records {
  /** As Kafka Streams names what it says of a dead letter. */
  private static final String ERRORS = "__streams.errors.";

  private final RecordSerdes serdes;
  private final List<String> unreadable = new ArrayList<>();

  Records(RecordSerdes serdes) {
    this.serdes = serdes;
  }

  /** Those that are of this type; without what only says that a key holds no more. */
  <V> List<Found<V>> of(Class<V> type, List<Hit> hits) {
    return hits.stream().flatMap(hit -> read(type, hit).stream()).toList();
  }

  private <V> Optional<Found<V>> read(Class<V> type, Hit hit) {
    try {
      byte[] bytes = hit.value() == null ? null : hit.value().get();
      V value = serdes.of(type).deserializer().deserialize(hit.at().topic(), bytes);
      return Optional.ofNullable(value).map(read -> new Found<>(hit.at(), hit.key(), read));
    } catch (SerializationException broken) {
      unreadable.add(
          hit.at() + " cannot be read: " + Objects.requireNonNullElse(broken.getMessage(), "?"));
      return Optional.empty();
    }
  }

  /** Keeps what is of this type and fits. */
  <V> Sieve sieve(String topic, Class<V> type, Predicate<V> fits) {
    Deserializer<V> values = serdes.of(type).deserializer();
    return (key, value) -> {
      try {
        // Not every deserializer that may be set can be shared by threads.
        synchronized (serdes) {
          V read = values.deserialize(topic, Utils.toNullableArray(value));
          return read != null && fits.test(read);
        }
      } catch (SerializationException broken) {
        return false;
      }
    };
  }

  /** Rejections, as what they say. */
  List<Found<Refusal>> rejected(List<Hit> hits) {
    return of(Rejection.class, hits).stream()
        .map(found -> new Found<>(found.at(), found.key(), refusal(found.value())))
        .toList();
  }

  private static Refusal refusal(Rejection rejection) {
    String origin =
        rejection.getTopic() == null
            ? rejection.getInput()
            : origin(rejection.getTopic(), rejection.getPartition(), rejection.getOffset());
    return new Refusal(rejection.getStep(), rejection.getReason(), origin);
  }

  /** Dead letters, as what their headers say. */
  static List<Found<Refusal>> dead(List<Hit> hits) {
    return hits.stream()
        .map(hit -> new Found<>(hit.at(), hit.key(), refusal(hit.headers())))
        .toList();
  }

  private static Refusal refusal(Headers headers) {
    String topic = header(headers, "topic");
    String message = header(headers, "message");
    String reason =
        message == null || message.equals("null") ? header(headers, "exception") : message;
    return new Refusal(
        "dead letter",
        Objects.requireNonNullElse(reason, "unknown"),
        topic == null
            ? null
            : origin(topic, header(headers, "partition"), header(headers, "offset")));
  }

  private static String origin(String topic, @Nullable Object partition, @Nullable Object offset) {
    return topic + " " + partition + ":" + offset;
  }

  private static @Nullable String header(Headers headers, String name) {
    Header header = headers.lastHeader(ERRORS + name);
    return header == null || header.value() == null
        ? null
        : new String(header.value(), StandardCharsets.UTF_8);
  }

  /** What could not be read so far, one line each. */
  List<String> unreadable() {
    return unreadable;
  }
}
