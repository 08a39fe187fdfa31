package io.wirewatch.contract;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Headers;

/**
 * Says of a record that was set aside that no topic takes it whole: key, value or texts are cut,
 * and its own headers are gone. It can be looked at, and not be sent back.
 */
public final class CutHeader {

  /** How large the whole was, in bytes, as text. */
  public static final String CUT = "wirewatch.cut";

  private CutHeader() {}

  /** Says it. */
  public static void put(Headers headers, long wholeBytes) {
    headers.add(CUT, Long.toString(wholeBytes).getBytes(StandardCharsets.UTF_8));
  }

  /** Whether it is said. */
  public static boolean isIn(Headers headers) {
    return headers.lastHeader(CUT) != null;
  }
}
