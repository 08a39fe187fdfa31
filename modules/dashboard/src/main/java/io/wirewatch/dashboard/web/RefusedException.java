package io.wirewatch.dashboard.web;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A request is not answered; the reply says why. Without a trace: it is no fault of ours. */
final class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient Reply reply;

  private RefusedException(Reply reply, String message) {
    super(message, null, false, false);
    this.reply = reply;
  }

  /** With a sentence that says what to do. */
  static RefusedException with(int status, String message) {
    return new RefusedException(Reply.error(status, message), message);
  }

  /** The same, and a header. */
  static RefusedException with(int status, String message, String header, String value) {
    byte[] content = object(message).toString().getBytes(StandardCharsets.UTF_8);
    return new RefusedException(
        new Reply.Whole(status, "application/json", content, Map.of(header, value)), message);
  }

  /** Whoever asks has to sign in first. */
  static RefusedException signIn(String how, String message) {
    return new RefusedException(Reply.json(401, object(message).put("signIn", how)), message);
  }

  private static ObjectNode object(String message) {
    return JsonNodeFactory.instance.objectNode().put("error", message);
  }

  /** What is answered. */
  Reply reply() {
    return reply;
  }
}
