package io.wirewatch.replay.archive;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What a file of an archive says of its end, in its header.
 *
 * @param nextOffset behind its last record: where its partition goes on
 * @param records how many it has
 * @param streamMillis the highest event time that the partition had by then, in milliseconds since
 *     1970
 */
record FileEnd(long nextOffset, long records, long streamMillis) {
  /* A header is written before its file, and all this is known behind it. So each number has a fixed width, and is written
   * over what holds its place. */
  private static final String FORM = "%020d";
  private static final String NEXT_OFFSET = "wirewatch.nextOffset";
  private static final String RECORDS = "wirewatch.records";
  private static final String STREAM_MILLIS = "wirewatch.streamMillis";

  /** What holds the places, by the name of the metadata; all of one width. */
  static Map<String, String> places() {
    return Map.of(
        NEXT_OFFSET, "<next-offset------->",
        RECORDS, "<records----------->",
        STREAM_MILLIS, "<stream-millis----->");
  }

  /** The numbers in those places, by the same names. */
  Map<String, String> numbers() {
    return Map.of(
        NEXT_OFFSET, FORM.formatted(nextOffset),
        RECORDS, FORM.formatted(records),
        STREAM_MILLIS, FORM.formatted(streamMillis));
  }

  /** What the metadata of a file says. */
  static FileEnd of(Map<String, ByteBuffer> metadata) throws DamagedException {
    return new FileEnd(
        number(metadata, NEXT_OFFSET), number(metadata, RECORDS), number(metadata, STREAM_MILLIS));
  }

  private static long number(Map<String, ByteBuffer> metadata, String name)
      throws DamagedException {
    ByteBuffer value = metadata.get(name);
    String text =
        value == null ? "" : StandardCharsets.US_ASCII.decode(value.duplicate()).toString();
    if (!text.matches("0[0-8]\\d{18}")) {
      throw new DamagedException("its header does not say " + name);
    }
    return Long.parseLong(text);
  }
}
