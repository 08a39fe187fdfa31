package io.wirewatch.dashboard.ask;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wirewatch.DeskEntry;
import io.wirewatch.Silence;
import io.wirewatch.contract.RecordJson;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * An entry of the desk as the page has it: {@code {"id","kind","incident"?,"by","at","text",
 * "silence"?:{"matchers","start","end","coldMillis"?,"told"}}}.
 */
final class DeskJson {
  /** ISO 8601 in UTC, always with milliseconds, so that times are in order as texts too. */
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private DeskJson() {}

  static ObjectNode of(DeskEntry entry) {
    ObjectNode node = RecordJson.of(entry).put("at", time(entry.getAt()));
    Silence silence = entry.getSilence();
    if (silence != null) {
      node.withObjectProperty("silence")
          .put("start", time(silence.getStart()))
          .put("end", time(silence.getEnd()));
    }
    return node;
  }

  static String time(Instant time) {
    return TIME.format(time);
  }
}
