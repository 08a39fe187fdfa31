package io.wirewatch.contract;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Headers;

/** What a record on {@link Topics#REJECTED_ARTICLES} also says to who does not read its value. */
public final class RejectionHeaders {

  /** The step that refused it. */
  public static final String BY = "wirewatch.rejected.by";

  /** Why, in words. */
  public static final String WHY = "wirewatch.rejected.why";

  private RejectionHeaders() {}

  /** Says it, in place of what was said before. */
  public static void put(Headers headers, String by, String why) {
    headers.remove(BY).add(BY, by.getBytes(StandardCharsets.UTF_8));
    headers.remove(WHY).add(WHY, why.getBytes(StandardCharsets.UTF_8));
  }
}
