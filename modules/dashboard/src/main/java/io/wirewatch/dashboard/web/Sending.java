package io.wirewatch.dashboard.web;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import io.wirewatch.contract.http.Deadline;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Replies on their way: security headers, packing, 304 for what the other side has. */
final class Sending {
  /** What a browser lets a page of ours do. */
  static final String PAGE_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
          + "font-src 'self'; connect-src 'self'; frame-src 'self'; base-uri 'none'; "
          + "form-action 'self'; frame-ancestors 'none'";

  private static final Map<String, String> ALWAYS =
      Map.of(
          "Content-Security-Policy", PAGE_POLICY,
          "X-Content-Type-Options", "nosniff",
          "Referrer-Policy", "no-referrer",
          "X-Frame-Options", "DENY",
          "Cross-Origin-Opener-Policy", "same-origin",
          "Cross-Origin-Resource-Policy", "same-origin",
          "Cache-Control", "no-store");

  private static final int LEAST_PACKED_BYTES = 1024;
  private static final Pattern PACKED =
      Pattern.compile("text/.*|application/(json|manifest\\+json)|image/svg\\+xml");
  private static final Pattern NO_WEIGHT = Pattern.compile(";\\s*q=0(?:\\.0*)?$");

  private Sending() {}

  /** What every reply says to browsers. */
  static void always(Headers headers) {
    ALWAYS.forEach(headers::set);
  }

  /** The same, and what this one says beside or instead. */
  static void head(Headers headers, Reply reply) {
    always(headers);
    reply.headers().forEach(headers::set);
  }

  /** Sends a reply that is there as a whole. */
  static void send(HttpExchange exchange, Reply.Whole reply) throws IOException {
    Headers headers = exchange.getResponseHeaders();
    head(headers, reply);
    List<String> known = exchange.getRequestHeaders().getOrDefault("If-None-Match", List.of());
    String tag = reply.headers().get("ETag");
    if (tag != null && known.stream().anyMatch(tags -> tags.contains(tag))) {
      exchange.sendResponseHeaders(304, -1);
      return;
    }
    sendContent(exchange, reply, packed(exchange, reply));
  }

  /** Sends a reply that is packed already, to who takes that. */
  static void send(HttpExchange exchange, Reply.Packed reply) throws IOException {
    if (!takesGzip(exchange)) {
      Reply.Whole plain =
          new Reply.Whole(reply.status(), reply.type(), reply.plain().get(), reply.headers());
      send(exchange, plain);
      return;
    }
    Headers headers = exchange.getResponseHeaders();
    head(headers, reply);
    headers.set("Vary", "Accept-Encoding");
    headers.set("Content-Encoding", "gzip");
    sendContent(exchange, reply, reply.gzip());
  }

  private static void sendContent(HttpExchange exchange, Reply reply, byte[] content)
      throws IOException {
    Headers headers = exchange.getResponseHeaders();
    if (!reply.type().isEmpty()) {
      headers.set("Content-Type", reply.type());
    }
    boolean isHead = exchange.getRequestMethod().equals("HEAD");
    if (isHead && reply.status() != 204) {
      headers.set("Content-Length", Integer.toString(content.length));
    }
    exchange.sendResponseHeaders(
        reply.status(), isHead || content.length == 0 ? -1 : content.length);
    if (!isHead && content.length > 0) {
      try (OutputStream out = exchange.getResponseBody()) {
        out.write(content);
      }
    }
  }

  private static byte[] packed(HttpExchange exchange, Reply.Whole reply) {
    if (!PACKED.matcher(reply.type()).matches() || reply.content().length < LEAST_PACKED_BYTES) {
      return reply.content();
    }
    exchange.getResponseHeaders().set("Vary", "Accept-Encoding");
    if (!takesGzip(exchange)) {
      return reply.content();
    }
    exchange.getResponseHeaders().set("Content-Encoding", "gzip");
    return Gzip.packed(reply.content());
  }

  private static boolean takesGzip(HttpExchange exchange) {
    List<String> takes = exchange.getRequestHeaders().getOrDefault("Accept-Encoding", List.of());
    return takesGzip(String.join(",", takes));
  }

  private static boolean takesGzip(String accepted) {
    return Stream.of(accepted.toLowerCase(Locale.ROOT).split(",", -1))
        .map(String::strip)
        .filter(coding -> !NO_WEIGHT.matcher(coding).find())
        .map(coding -> coding.split(";", 2)[0].strip())
        .anyMatch(coding -> coding.equals("gzip") || coding.equals("*"));
  }

  /**
   * Sends what flows, until it ends, the other side is gone or takes nothing, or may no longer.
   *
   * @param mayStay asked now and then
   */
  static void flow(
      HttpExchange exchange, Reply.Flowing reply, Deadline deadline, BooleanSupplier mayStay)
      throws IOException {
    head(exchange.getResponseHeaders(), reply);
    exchange.getResponseHeaders().set("Content-Type", reply.type());
    exchange.getResponseHeaders().set("X-Accel-Buffering", "no");
    if (exchange.getRequestMethod().equals("HEAD")) {
      exchange.sendResponseHeaders(200, -1);
      return;
    }
    exchange.sendResponseHeaders(200, 0);
    OutputStream out = exchange.getResponseBody();
    try {
      reply.flow().into(new PatientOutput(out, deadline, mayStay));
    } finally {
      // The end is written too.
      deadline.within(PatientOutput.PATIENCE);
      out.close();
    }
  }
}
