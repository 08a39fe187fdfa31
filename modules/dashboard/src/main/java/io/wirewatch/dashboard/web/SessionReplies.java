package io.wirewatch.dashboard.web;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/** Answers {@code /api/session}: who has come in; signing in and out. */
final class SessionReplies {
  static final String PATH = "/api/session";
  private static final int MOST_BODY_BYTES = 4096;

  private final Guard guard;
  private final String version;

  SessionReplies(Guard guard, String version) {
    this.guard = guard;
    this.version = version;
  }

  /** The answer; a body may be 4 KiB long. */
  Reply reply(String method, Visitor visitor, Body body) throws IOException {
    return switch (method) {
      case "GET", "HEAD" -> told(guard.entry(visitor), Map.of());
      case "POST" -> signedIn(visitor, body);
      case "DELETE" -> signedOut(visitor);
      default ->
          throw RefusedException.with(
              405, "a session is asked for, begun or ended", "Allow", "GET, HEAD, POST, DELETE");
    };
  }

  private Reply signedIn(Visitor visitor, Body body) throws IOException {
    Guard.isJson(visitor);
    byte[] content = body.read(MOST_BODY_BYTES);
    Door.Admittance admittance = guard.door().admit(visitor, Request.json(content));
    return admittance instanceof Door.Admittance.In in
        ? told(in.entry(), in.headers())
        : ((Door.Admittance.Out) admittance).reply();
  }

  private Reply signedOut(Visitor visitor) {
    Guard.isOurPage(visitor, guard.entry(visitor));
    return new Reply.Whole(204, "", new byte[0], guard.door().leave(visitor));
  }

  private Reply told(Door.Entry entry, Map<String, String> headers) {
    ObjectNode said = JsonNodeFactory.instance.objectNode();
    entry.user().name().ifPresent(name -> said.put("user", name));
    said.put("role", entry.user().power().name().toLowerCase(Locale.ROOT));
    said.put("signIn", guard.door().signIn());
    said.put("csrf", entry.csrf());
    said.put("version", version);
    byte[] content = said.toString().getBytes(StandardCharsets.UTF_8);
    return new Reply.Whole(200, "application/json", content, headers);
  }
}
