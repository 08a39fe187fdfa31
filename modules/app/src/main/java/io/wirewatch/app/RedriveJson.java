package io.wirewatch.app;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What a redrive did with a record, or would do, as one line of JSON. */
final class RedriveJson {
  private RedriveJson() {}

  /** The outcome {@code sent}. */
  static String sent(SetAside aside) {
    return line(aside, "sent").toString();
  }

  /** The outcome {@code would-pass}. */
  static String wouldPass(SetAside aside) {
    return line(aside, "would-pass").toString();
  }

  /** The outcome {@code would-fail}, at which step and why. */
  static String wouldFail(SetAside aside, SetAside.Why again) {
    return line(aside, "would-fail")
        .put("failingStep", again.step())
        .put("failingReason", again.reason())
        .toString();
  }

  /** The outcome {@code left}: it stays where it is, and what can be done about it. */
  static String left(SetAside aside, String why) {
    return line(aside, "left").put("left", why).toString();
  }

  private static ObjectNode line(SetAside aside, String outcome) {
    ObjectNode line =
        JsonNodeFactory.instance
            .objectNode()
            .put("outcome", outcome)
            .put("topic", aside.at().topic())
            .put("partition", aside.at().partition())
            .put("offset", aside.at().offset())
            .put("id", aside.id())
            .put("setAsideAt", aside.when().toString())
            .put("step", aside.why().step())
            .put("reason", aside.why().reason());
    if (!aside.source().isEmpty()) {
      line.put("source", aside.source());
    }
    if (aside.redrives() > 0) {
      line.put("redriven", aside.redrives());
    }
    SetAside.Back back = aside.back();
    if (back != null) {
      line.put("to", back.topic().name());
    }
    return line;
  }
}
