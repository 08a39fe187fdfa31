package io.wirewatch.observe;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * What a record says in its headers of the way that its article has gone. Ingest writes them, the
 * stages hand them on. Anybody may write to a topic, so what cannot be is as if it were not there.
 */
public final class EventHeaders {

  /** When ingest published the article: milliseconds since 1970, in figures. */
  public static final String RECEIVED_AT = "wirewatch.received.at";

  /** W3C's trace context, where articles are traced. */
  public static final String TRACE_PARENT = "traceparent";

  /** When the running stage took the record; taken away before it is sent on. */
  static final String TAKEN_AT = "wirewatch.taken.at";

  // Clocks of two machines are not one.
  private static final Duration MOST_AHEAD = Duration.ofMinutes(1);
  private static final int MOST_FIGURES = 15;

  private EventHeaders() {}

  /** Notes when an article was received, unless that is known. */
  static void received(Headers headers, long millis) {
    if (headers.lastHeader(RECEIVED_AT) == null) {
      put(headers, RECEIVED_AT, Long.toString(millis));
    }
  }

  /** How long ago it was received; never negative; empty where the record does not say. */
  static Optional<Duration> age(Headers headers, Instant now) {
    long millis = millis(headers, RECEIVED_AT);
    if (millis <= 0 || millis > now.plus(MOST_AHEAD).toEpochMilli()) {
      return Optional.empty();
    }
    return Optional.of(Duration.ofMillis(Math.max(0, now.toEpochMilli() - millis)));
  }

  /** A time in a header; -1 where there is none. */
  static long millis(Headers headers, String name) {
    Header header = headers.lastHeader(name);
    byte[] value = header == null ? null : header.value();
    if (value == null || value.length == 0 || value.length > MOST_FIGURES) {
      return -1;
    }
    long millis = 0;
    for (byte figure : value) {
      if (figure < '0' || figure > '9') {
        return -1;
      }
      millis = millis * 10 + (figure - '0');
    }
    return millis;
  }

  static void put(Headers headers, String name, String value) {
    headers.remove(name).add(name, value.getBytes(StandardCharsets.UTF_8));
  }

  static @Nullable String text(Headers headers, String name) {
    Header header = headers.lastHeader(name);
    return header == null || header.value() == null
        ? null
        : new String(header.value(), StandardCharsets.UTF_8);
  }
}
