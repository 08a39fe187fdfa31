package io.wirewatch.why;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/** A record that a search has kept, as it lies there. */
record Hit(Place at, String key, @Nullable Bytes value, Headers headers) {

  static Hit of(ConsumerRecord<ByteBuffer, ByteBuffer> record) {
    return new Hit(
        new Place(
            record.topic(),
            record.partition(),
            record.offset(),
            Instant.ofEpochMilli(record.timestamp())),
        record.key() == null
            ? ""
            : StandardCharsets.UTF_8.decode(record.key().duplicate()).toString(),
        Bytes.wrap(Utils.toNullableArray(record.value())),
        record.headers());
  }
}
