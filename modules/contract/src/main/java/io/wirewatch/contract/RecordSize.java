package io.wirewatch.contract;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** How large a record is before it is packed, in bytes. */
public final class RecordSize {
  // Two lengths of at most five bytes.
  private static final int HEADER_BYTES = 10;

  private RecordSize() {}

  /** Of a whole record, but for what a batch says of it. */
  public static long of(byte @Nullable [] key, byte @Nullable [] value, Iterable<Header> headers) {
    return length(key) + length(value) + of(headers);
  }

  /** Of headers alone. */
  public static long of(Iterable<Header> headers) {
    long bytes = 0;
    for (Header header : headers) {
      bytes += HEADER_BYTES + header.key().getBytes(StandardCharsets.UTF_8).length;
      bytes += length(header.value());
    }
    return bytes;
  }

  private static long length(byte @Nullable [] bytes) {
    return bytes == null ? 0 : bytes.length;
  }
}
