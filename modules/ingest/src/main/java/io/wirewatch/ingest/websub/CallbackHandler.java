package io.wirewatch.ingest.websub;

import com.sun.net.httpserver.HttpExchange;
import io.wirewatch.contract.Fingerprint;
import io.wirewatch.contract.http.Admission;
import io.wirewatch.contract.http.AllowedHosts;
import io.wirewatch.contract.http.BoundedServer;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;

/** Answers hubs. */
final class CallbackHandler implements BoundedServer.Handler {
  /* A path names its subscription and cannot be guessed, so whoever asks for another one learns nothing: 404, whatever the
   * request. A body with a wrong signature is answered as a good one is, as the Recommendation says (8), so that nobody can
   * try signatures; it is counted, and dropped. */

  private static final int NOT_FOUND = 404;
  private static final int MOST_QUERY_CHARS = 16 * 1024;
  private static final int MOST_BODY = WebSubConfig.MOST_BODY_BYTES;

  private final Subscriptions subscriptions;
  private final Delivery delivery;
  private final WebSubCounts counts;
  private final Clock clock;
  private final Admission admission;
  private final AllowedHosts hosts;

  /** A status, and what is said with it. */
  private record Answer(int status, String text) {
    static final Answer TAKEN = new Answer(202, "");
    static final Answer NOTHING_HERE = new Answer(NOT_FOUND, "");
  }

  CallbackHandler(
      WebSubConfig config,
      Subscriptions subscriptions,
      Delivery delivery,
      WebSubCounts counts,
      Clock clock) {
    this.subscriptions = subscriptions;
    this.delivery = delivery;
    this.counts = counts;
    this.clock = clock;
    this.admission = new Admission(config.mostRequests(), (long) config.mostRequests() * MOST_BODY);
    this.hosts = new AllowedHosts(config.address(), List.of(config.callback().getHost()));
  }

  @Override
  public void handle(HttpExchange exchange, ScheduledFuture<?> arrival) throws IOException {
    Answer answer = answer(exchange, arrival);
    if (answer.status() == NOT_FOUND) {
      counts.refused.increment();
    }
    BoundedServer.drain(exchange.getRequestBody(), MOST_BODY);
    byte[] text = answer.text().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
    exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
    exchange.sendResponseHeaders(answer.status(), text.length == 0 ? -1 : text.length);
    if (text.length > 0) {
      try (OutputStream out = exchange.getResponseBody()) {
        out.write(text);
      }
    }
  }

  private Answer answer(HttpExchange exchange, ScheduledFuture<?> arrival) throws IOException {
    if (hosts.refusal(exchange.getRequestHeaders()).isPresent()) {
      return Answer.NOTHING_HERE;
    }
    String path = exchange.getRequestURI().getPath();
    Optional<Subscription> found = subscriptions.at(path.substring(path.lastIndexOf('/') + 1));
    if (found.isEmpty()) {
      return Answer.NOTHING_HERE;
    }
    return switch (exchange.getRequestMethod()) {
      case "GET" -> verified(exchange, found.get());
      case "POST" -> admitted(exchange, found.get(), arrival);
      default -> Answer.NOTHING_HERE;
    };
  }

  private Answer verified(HttpExchange exchange, Subscription subscription) {
    String query = exchange.getRequestURI().getRawQuery();
    if (query == null || query.length() > MOST_QUERY_CHARS) {
      return Answer.NOTHING_HERE;
    }
    Map<String, String> asked = QueryFields.of(query);
    if (!subscription.links().topic().equals(asked.get("hub.topic"))) {
      return Answer.NOTHING_HERE;
    }
    Answer challenge = new Answer(200, asked.getOrDefault("hub.challenge", ""));
    return switch (asked.getOrDefault("hub.mode", "")) {
      case "denied" -> denied(subscription, asked.getOrDefault("hub.reason", "no reason given"));
      case "subscribe" -> subscribed(subscription, asked) ? challenge : Answer.NOTHING_HERE;
      case "unsubscribe" -> left(subscription) ? challenge : Answer.NOTHING_HERE;
      default -> Answer.NOTHING_HERE;
    };
  }

  private Answer denied(Subscription subscription, String reason) {
    subscription.denied(clock.instant(), reason);
    return new Answer(200, "");
  }

  private boolean subscribed(Subscription subscription, Map<String, String> asked) {
    String lease = asked.getOrDefault("hub.lease_seconds", "");
    if (subscription.isLeaving()
        || !lease.matches("\\d{1,9}")
        || asked.getOrDefault("hub.challenge", "").isEmpty()) {
      return false;
    }
    subscription.verified(clock.instant(), Duration.ofSeconds(Long.parseLong(lease)));
    return true;
  }

  private boolean left(Subscription subscription) {
    return subscription.isLeaving() && subscriptions.remove(subscription);
  }

  private Answer admitted(
      HttpExchange exchange, Subscription subscription, ScheduledFuture<?> arrival)
      throws IOException {
    if (!subscription.isActive(clock.instant()) || subscription.isLeaving()) {
      return Answer.NOTHING_HERE;
    }
    if (!admission.enter(MOST_BODY)) {
      return new Answer(429, "too much at once; try again");
    }
    try {
      byte[] body = exchange.getRequestBody().readNBytes(MOST_BODY + 1);
      arrival.cancel(false);
      return body.length > MOST_BODY
          ? new Answer(413, "over 8 MiB")
          : brought(exchange, subscription, body);
    } finally {
      admission.leave(MOST_BODY);
    }
  }

  private Answer brought(HttpExchange exchange, Subscription subscription, byte[] body) {
    boolean signed =
        Signature.of(exchange.getRequestHeaders().getFirst("X-Hub-Signature"))
            .filter(signature -> signature.isOf(body, subscription.secret()))
            .isPresent();
    if (!signed) {
      counts.forged.increment();
      return Answer.TAKEN;
    }
    String fingerprint = Fingerprint.of(new String(body, StandardCharsets.ISO_8859_1));
    if (!subscription.isNew(fingerprint)) {
      counts.repeated.increment();
      return Answer.TAKEN;
    }
    String type = exchange.getRequestHeaders().getFirst("Content-Type");
    if (delivery.deliver(subscription.source(), body, type == null ? "" : type)) {
      counts.delivered.increment();
      return Answer.TAKEN;
    }
    subscription.forget(fingerprint);
    return new Answer(503, "not now; try again");
  }
}
