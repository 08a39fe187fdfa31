package io.wirewatch.deliver.target;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Requests of tests: what goes with them, and what became of them. */
final class Requests {
  static final Duration LIMIT = Duration.ofMillis(600);
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-02T08:00:00Z"), ZoneOffset.UTC);

  private Requests() {}

  static HttpResult send(URI address) throws InterruptedException {
    return send(settings(address, LIMIT), "{}");
  }

  static HttpResult send(HttpSettings settings, String body) throws InterruptedException {
    try (HttpSender sender = sender(settings)) {
      return sender.send(HttpCall.post(settings.address(), body));
    }
  }

  static HttpSender sender(HttpSettings settings) {
    return new HttpSender(settings, 2048, CLOCK);
  }

  static HttpSettings settings(URI address, Duration limit) {
    return new HttpSettings(address, limit, Map.of(), Optional.empty(), List.of());
  }

  static HttpSettings bearing(String token, URI address) {
    return new HttpSettings(
        address,
        Duration.ofSeconds(5),
        Map.of("Authorization", "Bearer " + token),
        Optional.empty(),
        List.of(new Secret(token)));
  }
}
