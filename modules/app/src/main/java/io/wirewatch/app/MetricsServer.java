package io.wirewatch.app;

import com.sun.net.httpserver.HttpExchange;
import io.wirewatch.contract.http.Admission;
import io.wirewatch.contract.http.AllowedHosts;
import io.wirewatch.contract.http.BoundedServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.OptionalInt;
import java.util.concurrent.ScheduledFuture;
import java.util.stream.Collectors;

/**
 * Answers {@code GET /metrics} in Prometheus's text format; {@code /health/live}: 200 while nothing
 * has ended that cannot go on, else 503; {@code /health/ready}: 200 while all works on records now,
 * else 503. A request has to call it by one of its {@linkplain AllowedHosts names}.
 */
final class MetricsServer implements AutoCloseable {
  private static final int MOST_REQUESTS = 8;
  private static final int MOST_DRAINED_BYTES = 64 * 1024;
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";
  private static final String JSON = "application/json";

  private final Lookout lookout;
  private final AllowedHosts hosts;
  private final Admission admission = new Admission(MOST_REQUESTS, Long.MAX_VALUE);
  private final BoundedServer server;

  private record Page(int status, String type, String content) {}

  /** Listens from now on. */
  MetricsServer(InetSocketAddress address, Collection<String> names, Lookout lookout)
      throws IOException {
    this.lookout = lookout;
    this.hosts = new AllowedHosts(address, names);
    this.server = new BoundedServer(address, MOST_REQUESTS, PATIENCE, this::handle);
  }

  String url() {
    return "http://%s:%d/metrics"
        .formatted(server.address().getAddress().getHostAddress(), server.address().getPort());
  }

  private void handle(HttpExchange exchange, ScheduledFuture<?> arrival) throws IOException {
    BoundedServer.drain(exchange.getRequestBody(), MOST_DRAINED_BYTES);
    arrival.cancel(false);
    send(exchange, admitted(exchange));
  }

  private Page admitted(HttpExchange exchange) {
    OptionalInt refused = hosts.refusal(exchange.getRequestHeaders());
    if (refused.isPresent()) {
      return problem(refused.getAsInt(), "this server has another name; metrics.names gives more");
    }
    String method = exchange.getRequestMethod();
    if (!method.equals("GET") && !method.equals("HEAD")) {
      return problem(405, "metrics and health are read");
    }
    if (!admission.enter(0)) {
      return problem(429, "too many at once");
    }
    try {
      return page(exchange.getRequestURI().getPath());
    } finally {
      admission.leave(0);
    }
  }

  private Page page(String path) {
    return switch (path) {
      case "/metrics" -> new Page(200, PROMETHEUS, lookout.observation().scrape());
      case "/health/live" -> live();
      case "/health/ready" -> ready();
      default -> problem(404, "nothing here; /metrics, /health/live, /health/ready");
    };
  }

  private Page live() {
    boolean lives = lookout.works().values().stream().allMatch(work -> work.failure().isEmpty());
    return new Page(lives ? 200 : 503, JSON, "{\"live\":%b}".formatted(lives));
  }

  private Page ready() {
    String stages =
        lookout.works().entrySet().stream()
            .map(work -> "\"%s\":%b".formatted(work.getKey(), works(work.getValue())))
            .collect(Collectors.joining(","));
    boolean ready = !stages.isEmpty() && !stages.contains("false");
    return new Page(
        ready ? 200 : 503, JSON, "{\"ready\":%b,\"stages\":{%s}}".formatted(ready, stages));
  }

  private static boolean works(StageRun.Work work) {
    return work.failure().isEmpty() && work.isWorking(Lookout.NO_SIGN_OF_LIFE);
  }

  private static Page problem(int status, String message) {
    return new Page(status, JSON, "{\"error\":\"%s\"}".formatted(message));
  }

  private static void send(HttpExchange exchange, Page page) throws IOException {
    byte[] content = (page.content() + "\n").getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", page.type());
    exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
    boolean head = exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(page.status(), head ? -1 : content.length);
    if (!head) {
      try (OutputStream out = exchange.getResponseBody()) {
        out.write(content);
      }
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
