package io.wirewatch.dashboard.picture;

import io.wirewatch.DeskEntry;
import io.wirewatch.Silence;
import java.io.IOException;

/** What a desk decided, as pages get it. */
final class DeskLine {
  private DeskLine() {}

  static byte[] of(DeskEntry entry) {
    Silence silence = entry.getSilence();
    return Json.object(
        json -> {
          json.put("id", entry.getId())
              .put("kind", entry.getKind().name())
              .put("incident", entry.getIncident())
              .put("by", entry.getBy())
              .put("at", entry.getAt())
              .put("text", entry.getText());
          if (silence != null) {
            json.put("silence", fields -> silence(fields, silence));
          }
        });
  }

  /** That an entry holds no more. */
  static byte[] gone(String id) {
    return Json.object(json -> json.put("id", id).put("gone", true));
  }

  private static void silence(Json json, Silence silence) throws IOException {
    json.put("matchers", silence.getMatchers())
        .put("start", silence.getStart())
        .put("end", silence.getEnd());
    Long cold = silence.getColdMillis();
    if (cold != null) {
      json.put("coldMillis", cold.longValue());
    }
    json.put("told", silence.getTold());
  }
}
