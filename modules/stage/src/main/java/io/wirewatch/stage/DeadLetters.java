package io.wirewatch.stage;

import static org.apache.kafka.streams.errors.internals.ExceptionHandlerUtils.HEADER_ERRORS_EXCEPTION_MESSAGE_NAME;
import static org.apache.kafka.streams.errors.internals.ExceptionHandlerUtils.HEADER_ERRORS_EXCEPTION_NAME;
import static org.apache.kafka.streams.errors.internals.ExceptionHandlerUtils.HEADER_ERRORS_OFFSET_NAME;
import static org.apache.kafka.streams.errors.internals.ExceptionHandlerUtils.HEADER_ERRORS_PARTITION_NAME;
import static org.apache.kafka.streams.errors.internals.ExceptionHandlerUtils.HEADER_ERRORS_STACKTRACE_NAME;
import static org.apache.kafka.streams.errors.internals.ExceptionHandlerUtils.HEADER_ERRORS_TOPIC_NAME;

import io.wirewatch.contract.CutHeader;
import io.wirewatch.contract.RecordSize;
import io.wirewatch.contract.Topics;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * Dead letters that their topic takes: a record that came packed may be larger than that, and a
 * send that fails ends the transaction, and the stage with it.
 */
final class DeadLetters {
  private static final int MOST_VALUE_BYTES = 1024 * 1024;
  private static final int MOST_KEY_BYTES = 1024;
  private static final int MOST_HEADER_BYTES = 64 * 1024;
  private static final List<String> ERRORS =
      List.of(
          HEADER_ERRORS_EXCEPTION_NAME,
          HEADER_ERRORS_EXCEPTION_MESSAGE_NAME,
          HEADER_ERRORS_STACKTRACE_NAME,
          HEADER_ERRORS_TOPIC_NAME,
          HEADER_ERRORS_PARTITION_NAME,
          HEADER_ERRORS_OFFSET_NAME);

  private DeadLetters() {}

  /** The same, each cut where it is too large, which its {@link CutHeader} says. */
  static List<ProducerRecord<byte[], byte[]>> fitting(
      List<ProducerRecord<byte[], byte[]>> letters) {
    return letters.stream().map(DeadLetters::fitting).toList();
  }

  private static ProducerRecord<byte[], byte[]> fitting(ProducerRecord<byte[], byte[]> letter) {
    long bytes = RecordSize.of(letter.key(), letter.value(), letter.headers());
    if (Topics.DEAD_LETTER.takes(bytes)) {
      return letter;
    }
    Headers headers = new RecordHeaders();
    for (String name : ERRORS) {
      Header error = letter.headers().lastHeader(name);
      if (error != null) {
        headers.add(name, cut(error.value(), MOST_HEADER_BYTES));
      }
    }
    CutHeader.put(headers, bytes);
    return new ProducerRecord<>(
        letter.topic(),
        letter.partition(),
        letter.timestamp(),
        cut(letter.key(), MOST_KEY_BYTES),
        cut(letter.value(), MOST_VALUE_BYTES),
        headers);
  }

  private static byte @Nullable [] cut(byte @Nullable [] bytes, int most) {
    return bytes == null || bytes.length <= most ? bytes : Arrays.copyOf(bytes, most);
  }
}
