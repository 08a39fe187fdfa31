package io.wirewatch.app;

import io.wirewatch.contract.RejectionHeaders;
import io.wirewatch.observe.EventHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * What a record that was sent back says of itself. Values are text, as in Kafka Streams' own error
 * headers; stages hand them on to what they make of the record.
 */
final class RedriveHeaders {
  /** The topic on which the record was set aside. */
  static final String TOPIC = "wirewatch.redrive.topic";

  /** The partition of that topic. */
  static final String PARTITION = "wirewatch.redrive.partition";

  /** The offset in that partition. */
  static final String OFFSET = "wirewatch.redrive.offset";

  /** How often the record was sent back, this time included. */
  static final String COUNT = "wirewatch.redrive.count";

  /** The topic that it was sent back to. */
  static final String TO = "wirewatch.redrive.to";

  private static final String OURS = "wirewatch.redrive.";
  // It begins its way anew, with a time of its own; how long it lay aside is nobody's latency.
  private static final Set<String> SEEN =
      Set.of(
          EventHeaders.RECEIVED_AT,
          EventHeaders.TRACE_PARENT,
          RejectionHeaders.BY,
          RejectionHeaders.WHY);
  private static final String ERRORS = "__streams.errors.";

  private RedriveHeaders() {}

  /** How often a record with these headers was sent back to a topic. */
  static int count(Headers headers, String to) {
    String count = text(headers, COUNT);
    if (count == null || !to.equals(text(headers, TO))) {
      return 0;
    }
    try {
      return Math.max(1, Integer.parseInt(count));
    } catch (NumberFormatException notOurs) {
      return 1;
    }
  }

  /** A header of Kafka Streams on a dead letter: {@code topic}, {@code message}, …. */
  static @Nullable String error(Headers headers, String name) {
    return text(headers, ERRORS + name);
  }

  /** The headers without those that say why the record was set aside. */
  static Headers withoutErrors(Headers headers) {
    Headers kept = new RecordHeaders();
    for (Header header : headers) {
      if (!header.key().startsWith(ERRORS)) {
        kept.add(header);
      }
    }
    return kept;
  }

  /** The headers under which a record goes back. */
  static Headers back(SetAside aside, String to) {
    Headers headers = new RecordHeaders();
    for (Header header : aside.headers()) {
      if (!header.key().startsWith(OURS) && !SEEN.contains(header.key())) {
        headers.add(header);
      }
    }
    add(headers, TOPIC, aside.at().topic());
    add(headers, PARTITION, Integer.toString(aside.at().partition()));
    add(headers, OFFSET, Long.toString(aside.at().offset()));
    add(headers, COUNT, Integer.toString(aside.redrives() + 1));
    add(headers, TO, to);
    return headers;
  }

  private static void add(Headers headers, String name, String value) {
    headers.add(name, value.getBytes(StandardCharsets.UTF_8));
  }

  private static @Nullable String text(Headers headers, String name) {
    Header header = headers.lastHeader(name);
    return header == null || header.value() == null
        ? null
        : new String(header.value(), StandardCharsets.UTF_8);
  }
}
