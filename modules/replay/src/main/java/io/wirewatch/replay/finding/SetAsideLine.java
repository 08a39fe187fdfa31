package io.wirewatch.replay.finding;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.wirewatch.replay.history.Past;

/** A record that ended early, as a line of JSON. */
final class SetAsideLine {
  private SetAsideLine() {}

  static String of(Past record, String step, String why) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("partition", record.partition())
        .put("offset", record.offset())
        .put("article", record.key())
        .put("step", step)
        .put("reason", why)
        .toString();
  }
}
